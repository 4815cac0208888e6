package io.github.billnextcloud.operator.capacity;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * How stored space grows: by the line of least squares through the days of the last three months.
 * Its range is that of a random walk: whole weeks grew by more and by less, which adds up the
 * longer the further one looks, and how much a usual week brings is itself known only so well.
 * Distances of single days from the line would promise too much, for a day is as the day before
 * was. Pure.
 */
final class StorageTrend {

  /** How far back the line looks; what was a year ago tells little of tomorrow. */
  static final int WINDOW = 90;

  /** Of fewer days nothing is foretold: they make two weeks. */
  static final int LEAST_DAYS = 15;

  /** Whoever has ten years has time. */
  private static final int HORIZON = 3_653;

  private static final int WEEK = 7;
  private static final double DAYS_OF_A_MONTH = 365.25 / 12;

  /** Student's quantile for 95 % on both sides, by one to ten degrees of freedom. */
  private static final double[] FEW = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228
  };

  private final LocalDate last;
  private final double lastBytes;
  private final double slope;
  private final int weeks;

  /** By which weeks differ from what the line says of one, in bytes. */
  private final double deviation;

  /**
   * When a limit is reached; empty where it is not within ten years.
   *
   * @param earliest the upper end of the range reaches it
   * @param latest the lower end does
   */
  record Exhaustion(
      Optional<LocalDate> earliest, Optional<LocalDate> expected, Optional<LocalDate> latest) {}

  private StorageTrend(NavigableMap<LocalDate, Long> measured) {
    last = measured.lastKey();
    lastBytes = measured.lastEntry().getValue();
    double meanDay = measured.keySet().stream().mapToDouble(this::at).average().orElseThrow();
    double meanBytes = measured.values().stream().mapToDouble(it -> it).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (Map.Entry<LocalDate, Long> entry : measured.entrySet()) {
      double day = at(entry.getKey()) - meanDay;
      squares += day * day;
      products += day * (entry.getValue() - meanBytes);
    }
    slope = products / squares;
    weeks = (int) (-at(measured.firstKey()) / WEEK);
    double errors = 0;
    for (int week = 0; week < weeks; week++) {
      double error = before(measured, week) - before(measured, week + 1) - slope * WEEK;
      errors += error * error;
    }
    deviation = Math.sqrt(errors / (weeks - 1));
  }

  /** What was stored so many weeks before the last day, or counted last before that. */
  private double before(NavigableMap<LocalDate, Long> measured, int count) {
    return measured.floorEntry(last.minusWeeks(count)).getValue();
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

  /** What will be stored so many days after the last counted one. */
  double expected(double days) {
    return lastBytes + slope * days;
  }

  /** Half the range in which 95 of 100 come out. */
  double margin(double days) {
    double ahead = days / WEEK;
    return student(weeks - 1) * deviation * Math.sqrt(ahead + ahead * ahead / weeks);
  }

  Exhaustion reaching(double limit) {
    if (lastBytes >= limit) {
      Optional<LocalDate> reached = Optional.of(last);
      return new Exhaustion(reached, reached, reached);
    }
    return new Exhaustion(
        first(limit, day -> expected(day) + margin(day)),
        first(limit, this::expected),
        first(limit, day -> expected(day) - margin(day)));
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

  /** Of more degrees of freedom by the expansion of Cornish and Fisher. */
  static double student(int freedom) {
    if (freedom <= FEW.length) {
      return FEW[freedom - 1];
    }
    double z = 1.959964;
    double first = (Math.pow(z, 3) + z) / (4 * freedom);
    double second = (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / (96.0 * freedom * freedom);
    return z + first + second;
  }
}
