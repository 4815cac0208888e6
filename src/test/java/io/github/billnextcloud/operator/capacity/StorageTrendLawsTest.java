package io.github.billnextcloud.operator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.billnextcloud.operator.capacity.StorageTrend.Exhaustion;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a limit is reached, by what was stored before. */
class StorageTrendLawsTest {

  private static final LocalDate LAST = LocalDate.of(2026, 11, 25);
  private static final LocalDate NEVER = LocalDate.MAX;

  /** Ends with so many bytes, grows by so many a day, and lies off by up to so many. */
  private static NavigableMap<LocalDate, Long> history(int days, long bytes, long growth, int off) {
    Random random = new Random(days + off);
    NavigableMap<LocalDate, Long> history = new TreeMap<>();
    for (int back = 0; back < days; back++) {
      long noise = off == 0 || back == 0 ? 0 : random.nextInt(2 * off + 1) - off;
      history.put(LAST.minusDays(back), bytes - growth * back + noise);
    }
    return history;
  }

  private static Exhaustion reached(NavigableMap<LocalDate, Long> history, double limit) {
    return StorageTrend.of(history).orElseThrow().reaching(limit);
  }

  @Test
  void lineWhenNothingLiesOffHasNoRange() {
    Exhaustion reached = reached(history(40, 1_000, 10, 0), 1_995);
    assertThat(reached.expected()).hasValue(LAST.plusDays(100));
    assertThat(reached.earliest()).isEqualTo(reached.expected());
    assertThat(reached.latest()).isEqualTo(reached.expected());
  }

  @Property(tries = 200)
  void rangeHoldsWhatIsExpected(
      @ForAll @IntRange(min = 15, max = 120) int days,
      @ForAll @IntRange(min = -20, max = 50) int growth,
      @ForAll @IntRange(min = 0, max = 500) int off,
      @ForAll @IntRange(min = 1, max = 20_000) int room) {
    Exhaustion reached = reached(history(days, 10_000, growth, off), 10_000 + room);
    assertThat(day(reached.earliest())).isBeforeOrEqualTo(day(reached.expected()));
    assertThat(day(reached.expected())).isBeforeOrEqualTo(day(reached.latest()));
    assertThat(day(reached.earliest())).isAfter(LAST);
  }

  @Property(tries = 200)
  void moreRoomIsNeverFullBeforeLess(
      @ForAll @IntRange(min = 15, max = 120) int days,
      @ForAll @IntRange(min = 0, max = 500) int off,
      @ForAll @IntRange(min = 1, max = 20_000) int room,
      @ForAll @IntRange(min = 0, max = 20_000) int more) {
    NavigableMap<LocalDate, Long> history = history(days, 10_000, 30, off);
    Exhaustion less = reached(history, 10_000.0 + room);
    Exhaustion full = reached(history, 10_000.0 + room + more);
    assertThat(day(full.earliest())).isAfterOrEqualTo(day(less.earliest()));
    assertThat(day(full.expected())).isAfterOrEqualTo(day(less.expected()));
    assertThat(day(full.latest())).isAfterOrEqualTo(day(less.latest()));
  }

  @Test
  void daysBeforeTheWindowMoveTheRangeAlone() {
    NavigableMap<LocalDate, Long> history = history(StorageTrend.WINDOW, 1_000, 10, 0);
    NavigableMap<LocalDate, Long> longer = new TreeMap<>(history);
    longer.put(LAST.minusDays(StorageTrend.WINDOW), 1_000_000L);
    assertThat(reached(longer, 1_995).expected()).isEqualTo(reached(history, 1_995).expected());
  }

  @Test
  void limitWhenItIsPassedAlreadyIsReached() {
    assertThat(reached(history(40, 1_000, 10, 3), 900))
        .isEqualTo(new Exhaustion(Optional.of(LAST), Optional.of(LAST), Optional.of(LAST)));
  }

  @Test
  void limitWhenNothingGrowsIsNeverReached() {
    assertThat(reached(history(40, 1_000, 0, 0), 1_001))
        .isEqualTo(new Exhaustion(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void historyWhenItIsShortTellsNothing() {
    assertThat(StorageTrend.of(history(StorageTrend.LEAST_DAYS - 1, 1_000, 10, 0))).isEmpty();
    assertThat(StorageTrend.of(history(StorageTrend.LEAST_DAYS, 1_000, 10, 0))).isPresent();
    assertThat(StorageTrend.of(new TreeMap<>())).isEmpty();
  }

  /** As the tables have it. */
  @ParameterizedTest
  @CsvSource({
    "1, 12.706",
    "4, 2.776",
    "10, 2.228",
    "11, 2.201",
    "12, 2.179",
    "20, 2.086",
    "40, 2.021",
    "88, 1.987"
  })
  void quantileIsThatOfTheTables(int freedom, double wanted) {
    assertThat(StorageTrend.student(freedom)).isCloseTo(wanted, within(0.003));
  }

  /** What clouds do: each day brings more or less of this, and keeps what was there. */
  enum Growth {
    LINEAR,
    ACCELERATING,
    SEASONAL,
    STEPWISE,
    /** Within three months to two years. */
    DOUBLING
  }

  /** Bytes on days that follow each other. */
  private static long[] stored(Growth growth, Random random, int days) {
    double pace = 300 + random.nextInt(1_700);
    double noise = pace * (0.2 + 1.3 * random.nextDouble());
    double strength = 0.3 + 0.6 * random.nextDouble();
    int phase = random.nextInt(365);
    int jump = 20 + random.nextInt(70);
    double share = Math.log(2) / (90 + random.nextInt(640));
    long[] bytes = new long[days];
    double sum = growth == Growth.DOUBLING ? 100_000 : 300_000;
    for (int day = 0; day < days; day++) {
      sum += (growth == Growth.DOUBLING ? 0.3 : 1) * noise * random.nextGaussian();
      switch (growth) {
        case LINEAR -> sum += pace;
        case ACCELERATING -> sum += pace * (0.2 + 4 * strength * day / 400);
        case SEASONAL -> sum += pace * (1 + strength * Math.sin(Math.PI * (day + phase) / 182.5));
        case STEPWISE -> sum += pace * 0.3;
        case DOUBLING -> sum += sum * share;
      }
      if (growth == Growth.STEPWISE && day == jump) {
        sum += pace * (20 + random.nextInt(40));
        jump = day + 20 + random.nextInt(50);
      }
      bytes[day] = Math.round(sum);
    }
    return bytes;
  }

  /** Of past days it is known when the limit was reached: in 95 of 100 within the range. */
  @ParameterizedTest
  @EnumSource(Growth.class)
  void rangeHoldsTheDayThatCame(Growth growth) {
    Random random = new Random(20261126);
    int asked = 0;
    int held = 0;
    for (int cloud = 0; cloud < 300; cloud++) {
      int known = 240 + random.nextInt(460);
      int ahead = 30 + random.nextInt(150);
      long[] bytes = stored(growth, random, known + ahead);
      NavigableMap<LocalDate, Long> history = new TreeMap<>();
      for (int day = 0; day < known; day++) {
        history.put(LAST.minusDays(known - 1L - day), bytes[day]);
      }
      long limit = bytes[known + ahead - 1];
      if (limit <= bytes[known - 1]) {
        continue;
      }
      int came = known;
      while (bytes[came] < limit) {
        came++;
      }
      LocalDate day = LAST.plusDays(came - known + 1L);
      Exhaustion told = reached(history, limit);
      asked++;
      held += day(told.earliest()).isAfter(day) || day(told.latest()).isBefore(day) ? 0 : 1;
    }
    assertThat(asked).isGreaterThan(250);
    assertThat((double) held / asked)
        .as(growth + " " + held + " of " + asked)
        .isGreaterThanOrEqualTo(0.95);
  }

  private static LocalDate day(Optional<LocalDate> day) {
    return day.orElse(NEVER);
  }
}
