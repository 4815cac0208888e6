package io.github.billnextcloud.operator.capacity;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * How stored space grows: the line of least squares through the days of the last three months, and
 * the band in which 95 of 100 further days lie when they go on like these. Pure.
 */
final class StorageTrend {

  /** How far back the line looks; what was a year ago tells little of tomorrow. */
  static final int WINDOW = 90;

  /** Of fewer days nothing is foretold. */
  static final int LEAST_DAYS = 14;

  /** Whoever has ten years has time. */
  private static final int HORIZON = 3_653;

  private static final double DAYS_OF_A_MONTH = 365.25 / 12;

  private final LocalDate last;
  private final double lastBytes;
  private final int days;
  private final double meanDay;
  private final double meanBytes;
  private final double slope;
  private final double squares;
  private final double deviation;

  /**
   * When a limit is reached; empty where it is not within ten years.
   *
   * @param earliest the upper end of the band reaches it
   * @param latest the lower end does
   */
  record Exhaustion(
      Optional<LocalDate> earliest, Optional<LocalDate> expected, Optional<LocalDate> latest) {}

  private StorageTrend(NavigableMap<LocalDate, Long> measured) {
    last = measured.lastKey();
    lastBytes = measured.lastEntry().getValue();
    days = measured.size();
    meanDay = measured.keySet().stream().mapToDouble(this::at).average().orElseThrow();
    meanBytes = measured.values().stream().mapToDouble(it -> it).average().orElseThrow();
    double products = 0;
    double sum = 0;
    for (Map.Entry<LocalDate, Long> entry : measured.entrySet()) {
      double day = at(entry.getKey()) - meanDay;
      sum += day * day;
      products += day * (entry.getValue() - meanBytes);
    }
    squares = sum;
    slope = products / squares;
    double errors = 0;
    for (Map.Entry<LocalDate, Long> entry : measured.entrySet()) {
      double error = entry.getValue() - line(at(entry.getKey()));
      errors += error * error;
    }
    deviation = Math.sqrt(errors / (days - 2));
  }

  /** Empty where there is too little history. */
  static Optional<StorageTrend> of(NavigableMap<LocalDate, Long> history) {
    NavigableMap<LocalDate, Long> measured = window(history);
    return measured.size() < LEAST_DAYS
        ? Optional.empty()
        : Optional.of(new StorageTrend(measured));
  }

  /** The days of which a trend is made. */
  static NavigableMap<LocalDate, Long> window(NavigableMap<LocalDate, Long> history) {
    return history.isEmpty()
        ? history
        : history.tailMap(history.lastKey().minusDays(WINDOW), false);
  }

  double perDay() {
    return slope;
  }

  double perMonth() {
    return perDay() * DAYS_OF_A_MONTH;
  }

  Exhaustion reaching(double limit) {
    if (lastBytes >= limit) {
      Optional<LocalDate> reached = Optional.of(last);
      return new Exhaustion(reached, reached, reached);
    }
    return new Exhaustion(
        first(limit, day -> line(day) + margin(day)),
        first(limit, this::line),
        first(limit, day -> line(day) - margin(day)));
  }

  private Optional<LocalDate> first(double limit, DoubleUnaryOperator foretold) {
    for (int day = 1; day <= HORIZON; day++) {
      if (foretold.applyAsDouble(day) >= limit) {
        return Optional.of(last.plusDays(day));
      }
    }
    return Optional.empty();
  }

  /** Days since the last measured one. */
  private double at(LocalDate day) {
    return day.toEpochDay() - last.toEpochDay();
  }

  private double line(double day) {
    return meanBytes + slope * (day - meanDay);
  }

  /** Half the prediction interval of one further day. */
  private double margin(double day) {
    double away = day - meanDay;
    return student(days - 2) * deviation * Math.sqrt(1 + 1.0 / days + away * away / squares);
  }

  /** Student's quantile for 95 % on both sides, by the expansion of Cornish and Fisher. */
  static double student(int freedom) {
    double z = 1.959964;
    double first = (Math.pow(z, 3) + z) / (4 * freedom);
    double second = (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / (96.0 * freedom * freedom);
    return z + first + second;
  }
}
