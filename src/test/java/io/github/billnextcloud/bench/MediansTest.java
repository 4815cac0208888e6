package io.github.billnextcloud.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MediansTest {

  private static List<Run> runs(double... wallMillis) {
    return DoubleStream.of(wallMillis).mapToObj(wall -> new Run(0, wall, 1, 1)).toList();
  }

  @Test
  void medianWhenOddIsTheOneInTheMiddle() {
    assertThat(Medians.median(9, 1, 5)).isEqualTo(5);
  }

  @Test
  void medianWhenEvenIsBetweenTheTwoInTheMiddle() {
    assertThat(Medians.median(9, 1, 5, 2)).isEqualTo(3.5);
  }

  @Test
  void medianOfNothingIsRefused() {
    assertThatThrownBy(Medians::median).isInstanceOf(IllegalArgumentException.class);
  }

  /** The machine was busy in the second round: both took long, and the ratio is what it was. */
  @Test
  void ratioIsTakenRoundByRound() {
    List<Run> ours = runs(10, 100, 40);
    List<Run> theirs = runs(20, 200, 50);
    assertThat(Medians.ratio(ours, theirs, Run::wallMillis)).isEqualTo(0.5);
    assertThat(Medians.median(ours, Run::wallMillis)).isEqualTo(40);
  }

  @Test
  void ratioWhenARoundIsMissingIsRefused() {
    assertThatThrownBy(() -> Medians.ratio(runs(1, 2), runs(1), Run::wallMillis))
        .hasMessageContaining("2 rounds of one, 1");
  }

  @Test
  void percentileIsAValueThatWasThere() {
    assertThat(Medians.percentile(0.95, 4, 3, 2, 1)).isEqualTo(4);
    assertThat(Medians.percentile(0.5, 4, 3, 2, 1)).isEqualTo(2);
    assertThat(Medians.percentile(0, 4, 3)).isEqualTo(3);
  }

  @Test
  void runIsReadInMillisecondsAndKib() {
    assertThat(Run.of("1 2500 1250 2048")).isEqualTo(new Run(1, 2.5, 1.25, 2048));
    assertThat(Run.of("0 1 1 2048").peakMib()).isEqualTo(2);
  }
}
