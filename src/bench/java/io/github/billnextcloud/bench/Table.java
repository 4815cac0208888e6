package io.github.billnextcloud.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints what was measured, a line for each way of counting. */
final class Table {

  private static final String LINE = "%-34s %10s %8s %8s %7s %8s %10s %9s%n";

  private final PrintStream out;

  Table(PrintStream out) {
    this.out = out;
  }

  void head() {
    out.println();
    out.printf(
        LINE, "", "requests", "s, min", "median", "CPU s", "peak MB", "services/s", "figures");
  }

  void line(String way, long services, List<Measured> rounds) {
    Measured any = rounds.get(rounds.size() - 1);
    double median = median(rounds);
    double cpu =
        rounds.stream().mapToDouble(Measured::cpuSeconds).sorted().toArray()[middle(rounds)];
    long peak = rounds.stream().mapToLong(Measured::peakKib).max().orElse(0);
    out.printf(
        LINE,
        way,
        number(any.requests()),
        seconds(rounds.stream().mapToDouble(Measured::seconds).min().orElse(0)),
        seconds(median),
        cpu == 0 ? "-" : seconds(cpu),
        peak == 0 ? "-" : number(peak / 1024),
        number(Math.round(services / median)),
        number(any.figures()));
  }

  void note(String text, Object... values) {
    out.printf(Locale.ROOT, text + "%n", values);
  }

  static double median(List<Measured> rounds) {
    return rounds.stream().mapToDouble(Measured::seconds).sorted().toArray()[middle(rounds)];
  }

  private static int middle(List<Measured> rounds) {
    return rounds.size() / 2;
  }

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String seconds(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
