package io.github.billnextcloud.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The middle of what was measured: one slow run among many must not decide. */
final class Medians {

  private Medians() {}

  /** Of an even number of values, the mean of the two in the middle. */
  static double median(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
    return median(runs.stream().mapToDouble(figure).toArray());
  }

  /**
   * How many times one takes the other's: the median of the ratios round by round, since what else
   * the machine does meanwhile strikes both of a round.
   */
  static double ratio(List<Run> one, List<Run> other, ToDoubleFunction<Run> figure) {
    if (one.size() != other.size()) {
      throw new IllegalArgumentException(one.size() + " rounds of one, " + other.size());
    }
    return median(
        IntStream.range(0, one.size())
            .mapToDouble(
                round ->
                    figure.applyAsDouble(one.get(round)) / figure.applyAsDouble(other.get(round)))
            .toArray());
  }

  /** The value that so large a share of all does not exceed. */
  static double percentile(double share, double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
