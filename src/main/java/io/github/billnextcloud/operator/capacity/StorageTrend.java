package io.github.billnextcloud.operator.capacity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * How stored space grows: by the line of least squares through the days of the last three months.
 * Its range holds what readings of the weeks foretell: that they go on as in these three months, as
 * in the whole history, that their growth changes on as it did in these months, or that it keeps
 * its share of what is stored. Each has a range of its own, in which weeks bring more and less,
 * which adds up the further one looks. Distances of single days from the line would promise too
 * much, for a day is as the day before was; and one reading alone does, for growth that speeds up,
 * doubles or has seasons. Pure.
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
  private final List<GrowthPath> paths;

  /** In parts of what is stored, as logarithms; empty where these weeks do not grow like that. */
  private final Optional<GrowthPath> shares;

  /**
   * When a limit is reached; empty where it is not within ten years.
   *
   * @param earliest the upper end of the range reaches it
   * @param latest the lower end does
   */
  record Exhaustion(
      Optional<LocalDate> earliest, Optional<LocalDate> expected, Optional<LocalDate> latest) {}

  private StorageTrend(
      NavigableMap<LocalDate, Long> measured, NavigableMap<LocalDate, Long> history) {
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
    int recent = (int) (-at(measured.firstKey()) / WEEK);
    double[] all = growth(history);
    double[] lately = Arrays.copyOf(all, recent);
    paths = new ArrayList<>(List.of(GrowthPath.of(lately, false), GrowthPath.of(all, false)));
    if (recent > 2) {
      paths.add(GrowthPath.of(lately, true));
    }
    shares = shares(history, lately);
  }

  /** Where it tells these weeks no worse than that each of them brings the same. */
  private Optional<GrowthPath> shares(NavigableMap<LocalDate, Long> history, double[] growth) {
    double[] shares = new double[growth.length];
    double[] stored = new double[growth.length];
    for (int week = 0; week < growth.length; week++) {
      stored[week] = before(history, week + 1);
      if (stored[week] <= 0 || stored[week] + growth[week] <= 0) {
        return Optional.empty();
      }
      shares[week] = Math.log1p(growth[week] / stored[week]);
    }
    GrowthPath path = GrowthPath.of(shares, false);
    double pace = Arrays.stream(growth).average().orElseThrow();
    double byShare = 0;
    double byPace = 0;
    for (int week = 0; week < growth.length; week++) {
      byShare += Math.pow(growth[week] - stored[week] * Math.expm1(path.pace()), 2);
      byPace += Math.pow(growth[week] - pace, 2);
    }
    return byShare <= byPace ? Optional.of(path) : Optional.empty();
  }

  /** Of whole weeks, the last one first. */
  private double[] growth(NavigableMap<LocalDate, Long> history) {
    double[] growth = new double[(int) (-at(history.firstKey()) / WEEK)];
    for (int week = 0; week < growth.length; week++) {
      growth[week] = before(history, week) - before(history, week + 1);
    }
    return growth;
  }

  /** What was stored so many weeks before the last day; between counted days, on their way. */
  private double before(NavigableMap<LocalDate, Long> history, int weeks) {
    LocalDate day = last.minusWeeks(weeks);
    Map.Entry<LocalDate, Long> from = history.floorEntry(day);
    Map.Entry<LocalDate, Long> to = history.ceilingEntry(day);
    double whole = at(to.getKey()) - at(from.getKey());
    double part = whole == 0 ? 0 : (at(day) - at(from.getKey())) / whole;
    return from.getValue() + part * (to.getValue() - from.getValue());
  }

  /** Empty where there is too little history. */
  static Optional<StorageTrend> of(NavigableMap<LocalDate, Long> history) {
    NavigableMap<LocalDate, Long> measured = window(history);
    return measured.size() < LEAST_DAYS
        ? Optional.empty()
        : Optional.of(new StorageTrend(measured, history));
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

  /** The most that may be stored then. */
  double upper(double days) {
    double weeks = days / WEEK;
    double grown =
        paths.stream().mapToDouble(it -> it.expected(weeks) + it.margin(weeks)).max().orElse(0);
    double multiplied =
        shares
            .map(it -> lastBytes * Math.expm1(it.expected(weeks) + it.margin(weeks)))
            .orElse(grown);
    return lastBytes + Math.max(slope * days, Math.max(grown, multiplied));
  }

  /** The least. */
  double lower(double days) {
    double weeks = days / WEEK;
    double grown =
        paths.stream().mapToDouble(it -> it.expected(weeks) - it.margin(weeks)).min().orElse(0);
    double multiplied =
        shares
            .map(it -> lastBytes * Math.expm1(it.expected(weeks) - it.margin(weeks)))
            .orElse(grown);
    return lastBytes + Math.min(slope * days, Math.min(grown, multiplied));
  }

  Exhaustion reaching(double limit) {
    if (lastBytes >= limit) {
      Optional<LocalDate> reached = Optional.of(last);
      return new Exhaustion(reached, reached, reached);
    }
    return new Exhaustion(
        first(limit, this::upper), first(limit, this::expected), first(limit, this::lower));
  }

  private Optional<LocalDate> first(double limit, DoubleUnaryOperator foretold) {
    for (int day = 1; day <= HORIZON; day++) {
      if (foretold.applyAsDouble(day) >= limit) {
        return Optional.of(last.plusDays(day));
      }
    }
    return Optional.empty();
  }

  /**
   * How weeks go on to grow: by the mean of those before, or, if it is bent, along the line through
   * them.
   *
   * @param pace bytes a week, in the middle of those before
   * @param change of that from week to week
   * @param deviation by which weeks differ from what is said of them, in bytes
   */
  private record GrowthPath(double pace, double change, double deviation, int weeks, boolean bent) {

    static GrowthPath of(double[] growth, boolean bent) {
      int weeks = growth.length;
      double pace = Arrays.stream(growth).average().orElseThrow();
      double products = 0;
      for (int week = 0; week < weeks; week++) {
        products += from(weeks, week) * growth[week];
      }
      double change = bent ? products / squares(weeks) : 0;
      double errors = 0;
      for (int week = 0; week < weeks; week++) {
        double error = growth[week] - pace - change * from(weeks, week);
        errors += error * error;
      }
      double deviation = Math.sqrt(errors / (weeks - (bent ? 2 : 1)));
      return new GrowthPath(pace, change, deviation, weeks, bent);
    }

    /** The middle of a week, in weeks after that of all. */
    private static double from(int weeks, int week) {
      return (weeks - 1) / 2.0 - week;
    }

    private static double squares(int weeks) {
      return weeks * ((double) weeks * weeks - 1) / 12;
    }

    double expected(double ahead) {
      return ahead * (pace + change * (ahead + weeks) / 2);
    }

    /** Half the range in which 95 of 100 come out, if the path is the right one. */
    double margin(double ahead) {
      double far = (ahead + weeks) / 2;
      double unsure = 1.0 / weeks + (bent ? far * far / squares(weeks) : 0);
      return student(weeks - (bent ? 2 : 1))
          * deviation
          * Math.sqrt(ahead + ahead * ahead * unsure);
    }
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
