package io.github.billnextcloud.cli;

import io.github.billnextcloud.safe.PrintableText;

/** Lines for a person who typed the command, at a terminal that obeys what it is sent. */
public record TextAnswer(String text, int exitCode) implements Answer {

  public TextAnswer {
    text = PrintableText.lines(text);
  }

  /** Lines that are no complaint. */
  public TextAnswer(String text) {
    this(text, 0);
  }
}
