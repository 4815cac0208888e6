package io.github.billnextcloud.cli;

import io.github.billnextcloud.safe.PrintableText;

/** Lines for a person who typed the command, at a terminal that obeys what it is sent. */
public record TextResult(String text, int exitCode) implements CommandResult {

  public TextResult {
    text = PrintableText.lines(text);
  }

  /** Lines that are no complaint. */
  public TextResult(String text) {
    this(text, 0);
  }
}
