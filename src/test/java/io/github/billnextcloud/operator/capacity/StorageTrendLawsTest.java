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
  void daysBeforeTheWindowDecideNothing() {
    NavigableMap<LocalDate, Long> history = history(StorageTrend.WINDOW, 1_000, 10, 0);
    NavigableMap<LocalDate, Long> longer = new TreeMap<>(history);
    longer.put(LAST.minusDays(StorageTrend.WINDOW), 1_000_000L);
    assertThat(reached(longer, 1_995)).isEqualTo(reached(history, 1_995));
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

  /** Each day brings as much as it likes, and keeps what was there: so do people. */
  @Test
  void rangeHoldsNineteenOfTwentyWalks() {
    Random random = new Random(20261126);
    int walks = 1_000;
    int held = 0;
    for (int walk = 0; walk < walks; walk++) {
      NavigableMap<LocalDate, Long> history = new TreeMap<>();
      long bytes = 1_000_000;
      for (int back = StorageTrend.WINDOW - 1; back >= 0; back--) {
        bytes += Math.round(100 + 300 * random.nextGaussian());
        history.put(LAST.minusDays(back), bytes);
      }
      for (int day = 0; day < 60; day++) {
        bytes += Math.round(100 + 300 * random.nextGaussian());
      }
      StorageTrend trend = StorageTrend.of(history).orElseThrow();
      held += Math.abs(bytes - trend.expected(60)) <= trend.margin(60) ? 1 : 0;
    }
    assertThat(held).isBetween(walks * 90 / 100, walks * 98 / 100);
  }

  private static LocalDate day(Optional<LocalDate> day) {
    return day.orElse(NEVER);
  }
}
