package io.github.billnextcloud.billmanager;

/** Lines for a person who typed the command. */
public record PlainText(String text, int exitCode) implements Answer {

  /** Lines that are no complaint. */
  public PlainText(String text) {
    this(text, 0);
  }
}
