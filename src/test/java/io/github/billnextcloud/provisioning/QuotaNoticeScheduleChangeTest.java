package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.provisioning.QuotaNoticeSchedule.Change;
import io.github.billnextcloud.provisioning.QuotaNoticeSchedule.Told;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a customer is told anew, and when what was told is taken back. */
class QuotaNoticeScheduleChangeTest {

  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private static OptionalInt reached(int level) {
    return level == 0 ? OptionalInt.empty() : OptionalInt.of(level);
  }

  /** Who was told nothing before has an empty text; who has reached no threshold, 0. */
  @ParameterizedTest
  @CsvSource({
    "'', 0, NONE",
    "'', 80, RAISE",
    "2026-11 80, 80, NONE",
    "2026-11 80, 90, RAISE",
    "2026-11 90, 80, LOWER",
    "2026-11 90, 0, WITHDRAW",
    "2026-11 95, 101, RAISE",
    "2026-11 101, 101, NONE",
    "2026-11 101, 95, LOWER",
    "2026-10 80, 80, RAISE",
    "2026-10 90, 80, RAISE",
    "2026-10 80, 90, RAISE",
    "2026-10 80, 0, WITHDRAW",
    "2025-11 95, 95, RAISE"
  })
  void changeWhenUsageIsSeenGoesByWhatWasTold(String before, int level, Change change) {
    assertThat(QuotaNoticeSchedule.change(Told.parse(before), reached(level), NOVEMBER))
        .isEqualTo(change);
  }

  /** Day by day, with what each day leaves behind. */
  @Test
  void changeWhenUsageFallsAndRisesTellsAgain() {
    List<Change> changes = new ArrayList<>();
    Optional<Told> told = Optional.empty();
    for (int level : new int[] {0, 80, 80, 90, 80, 90, 90, 0, 0, 80}) {
      Change change = QuotaNoticeSchedule.change(told, reached(level), NOVEMBER);
      changes.add(change);
      told =
          switch (change) {
            case NONE -> told;
            case RAISE, LOWER -> Optional.of(new Told(NOVEMBER, level));
            case WITHDRAW -> Optional.empty();
          };
    }
    assertThat(changes)
        .containsExactly(
            Change.NONE,
            Change.RAISE,
            Change.NONE,
            Change.RAISE,
            Change.LOWER,
            Change.RAISE,
            Change.NONE,
            Change.WITHDRAW,
            Change.NONE,
            Change.RAISE);
  }
}
