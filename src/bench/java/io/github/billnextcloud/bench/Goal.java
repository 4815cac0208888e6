package io.github.billnextcloud.bench;

import java.util.Locale;

/**
 * What was aimed at, and what was reached.
 *
 * @param unit behind the figures, such as "×"
 * @param atLeast whether more is better
 */
record Goal(String what, double reached, double bar, String unit, boolean atLeast) {

  static Goal atMost(String what, double reached, double bar, String unit) {
    return new Goal(what, reached, bar, unit, false);
  }

  static Goal atLeast(String what, double reached, double bar, String unit) {
    return new Goal(what, reached, bar, unit, true);
  }

  boolean isMet() {
    return atLeast ? reached >= bar : reached <= bar;
  }

  /** A line of a table; a figure that misses its bar by less than is shown is shown finer. */
  String row() {
    String format = shown("%.2f").equals(shown(bar, "%.2f")) && !isMet() ? "%.4f" : "%.2f";
    return "| %s | %s %s %s | %s %s | %s |"
        .formatted(
            what,
            atLeast ? "≥" : "≤",
            shown(bar, "%.2f").replaceFirst("\\.?0+$", ""),
            unit,
            shown(format),
            unit,
            isMet() ? "met" : "**missed**");
  }

  private String shown(String format) {
    return shown(reached, format);
  }

  private static String shown(double value, String format) {
    return String.format(Locale.ROOT, format, value);
  }
}
