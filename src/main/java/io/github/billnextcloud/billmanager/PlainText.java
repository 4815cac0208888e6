package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.safe.Printable;

/** Lines for a person who typed the command, at a terminal that obeys what it is sent. */
public record PlainText(String text, int exitCode) implements Answer {

  public PlainText {
    text = Printable.lines(text);
  }

  /** Lines that are no complaint. */
  public PlainText(String text) {
    this(text, 0);
  }
}
