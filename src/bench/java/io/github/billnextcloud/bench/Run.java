package io.github.billnextcloud.bench;

/**
 * What one process took.
 *
 * @param cpuMillis user and system time, with those of the processes it started and waited for
 * @param peakKib the most resident memory that one of them ever had
 */
record Run(int exitCode, double wallMillis, double cpuMillis, long peakKib) {

  double peakMib() {
    return peakKib / 1024.0;
  }

  /** A line of {@code stopwatch.c}, without the number it begins with. */
  static Run of(String line) {
    String[] fields = line.split(" ");
    return new Run(
        Integer.parseInt(fields[0]),
        Long.parseLong(fields[1]) / 1e3,
        Long.parseLong(fields[2]) / 1e3,
        Long.parseLong(fields[3]));
  }
}
