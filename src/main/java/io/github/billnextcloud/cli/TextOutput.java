package io.github.billnextcloud.cli;

import io.github.billnextcloud.safe.PrintableText;

/** Lines for a person who typed the command, at a terminal that obeys what it is sent. */
public record TextOutput(String text, int exitCode) implements CommandOutput {

  public TextOutput {
    text = PrintableText.lines(text);
  }

  /** Lines that are no complaint. */
  public TextOutput(String text) {
    this(text, 0);
  }
}
