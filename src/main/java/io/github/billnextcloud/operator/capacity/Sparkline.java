package io.github.billnextcloud.operator.capacity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;

/**
 * A row of bars of eight heights; where nothing was counted there is a gap. What is told by the
 * week is none.
 */
final class Sparkline {

  private static final String HEIGHTS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  static String of(NavigableMap<LocalDate, Long> days, int width) {
    long span = ChronoUnit.DAYS.between(days.firstKey(), days.lastKey()) + 1;
    int columns = (int) Math.min(width, span);
    double[] sums = new double[columns];
    int[] counts = new int[columns];
    days.forEach(
        (day, bytes) -> {
          int column = (int) (ChronoUnit.DAYS.between(days.firstKey(), day) * columns / span);
          sums[column] += bytes;
          counts[column]++;
        });
    for (int column = 0; column < columns; column++) {
      LocalDate end = days.firstKey().plusDays((column + 1L) * span / columns - 1);
      Map.Entry<LocalDate, Long> before = days.floorEntry(end);
      if (counts[column] == 0 && UsageHistory.isByWeek(before.getKey(), end, days.lastKey())) {
        sums[column] = before.getValue();
        counts[column] = 1;
      }
    }
    double most = 0;
    for (int column = 0; column < columns; column++) {
      most = Math.max(most, counts[column] == 0 ? 0 : sums[column] / counts[column]);
    }
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      line.append(counts[column] == 0 ? ' ' : height(sums[column] / counts[column], most));
    }
    return line.toString();
  }

  private static char height(double bytes, double most) {
    int height = most == 0 ? 0 : (int) Math.round(bytes / most * (HEIGHTS.length() - 1));
    return HEIGHTS.charAt(height);
  }
}
