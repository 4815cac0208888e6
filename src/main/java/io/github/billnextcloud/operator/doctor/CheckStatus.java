package io.github.billnextcloud.operator.doctor;

import java.util.Locale;

/** How it stands with one thing. */
enum CheckStatus {
  FINE("✔"),
  WARNING("!"),
  FAILED("✖"),
  /** Something that must come first has failed. */
  SKIPPED("–");

  private final String mark;

  CheckStatus(String mark) {
    this.mark = mark;
  }

  /** Before the line that tells it. */
  String mark() {
    return mark;
  }

  /** For programs. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
