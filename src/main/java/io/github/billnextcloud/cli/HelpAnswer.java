package io.github.billnextcloud.cli;

/**
 * What a person is told at once.
 *
 * @param text with the line end that closes it
 * @param exitCode 0, or {@link #NOT_UNDERSTOOD}
 */
public record HelpAnswer(String text, int exitCode) {

  /** As {@code sysexits.h} has it; 1 and 2 are answers of commands. */
  public static final int NOT_UNDERSTOOD = 64;

  static HelpAnswer told(String text) {
    return new HelpAnswer(text, 0);
  }
}
