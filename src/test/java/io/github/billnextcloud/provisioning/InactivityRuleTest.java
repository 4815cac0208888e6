package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.cloud.UserUsage;
import io.github.billnextcloud.provisioning.InactivityRule.Verdict;
import io.github.billnextcloud.text.Language;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a tariff tells that nobody signs in, and whom it closes. */
class InactivityRuleTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private static InactivityRule of(String days, String never, String close, String team) {
    return InactivityRule.of(
        new TariffSettings(
            Map.of(
                TariffSettings.INACTIVE_DAYS, List.of(days),
                TariffSettings.INACTIVE_NEVER_DAYS, List.of(never),
                TariffSettings.INACTIVE_CLOSE_DAYS, List.of(close),
                TariffSettings.TEAM, List.of(team))));
  }

  private static UserUsage lastThere(LocalDate day) {
    return new UserUsage(
        OptionalLong.of(1),
        Optional.of(day.atTime(12, 0).atZone(ZoneId.systemDefault()).toInstant()));
  }

  private static final UserUsage NEVER =
      new UserUsage(OptionalLong.empty(), Optional.empty(), true);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "89, -, NONE",
        "90, -, TELL",
        "900, -, TELL",
        "900, 2026-11-26, NONE",
        "900, 2026-10-28, NONE",
        "900, 2026-10-27, CLOSE",
        "89, 2026-10-27, WITHDRAW",
        "0, 2026-10-27, WITHDRAW"
      })
  void verdictWhenUnusedTellsBeforeItCloses(int idle, LocalDate told, Verdict verdict) {
    assertThat(
            of("90", "", "30", "off")
                .verdict(
                    lastThere(TODAY.minusDays(idle)),
                    Optional.empty(),
                    Optional.ofNullable(told),
                    TODAY))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "90, '', 89, NONE",
    "90, '', 90, TELL",
    "90, 10, 9, NONE",
    "90, 10, 10, TELL",
    "'', 10, 10, TELL",
    "90, 400, 90, NONE"
  })
  void verdictWhenNeverUsedCountsFromTheOpening(
      String days, String never, int open, Verdict verdict) {
    assertThat(
            of(days, never, "", "off")
                .verdict(NEVER, Optional.of(TODAY.minusDays(open)), Optional.empty(), TODAY))
        .isEqualTo(verdict);
  }

  @Test
  void verdictWhenNobodyKnowsIsNone() {
    InactivityRule rule = of("1", "1", "1", "off");
    Optional<LocalDate> longAgo = Optional.of(TODAY.minusYears(9));
    assertThat(rule.verdict(UserUsage.UNKNOWN, longAgo, Optional.empty(), TODAY))
        .isEqualTo(Verdict.NONE);
    assertThat(rule.verdict(NEVER, Optional.empty(), Optional.empty(), TODAY))
        .isEqualTo(Verdict.NONE);
    assertThat(rule.hasBeenUsed(UserUsage.UNKNOWN, TODAY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"space", "auto"})
  void isOnWhenATeamIsSoldIsFalse(String team) {
    assertThat(of("90", "30", "30", team).isOn()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0"})
  void isOnWhenNothingIsTypedIsFalse(String typed) {
    assertThat(of(typed, typed, "30", "off").isOn()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "ninety", "1.5", "10000"})
  void ofWhenTheNumberIsNoneIsRefused(String typed) {
    assertThatThrownBy(() -> of(typed, "", "", "off")).hasMessageContaining("inactive_days");
  }

  /** However it is asked: who was not told long enough is not closed. */
  @Property
  void verdictWhenNotToldLongEnoughNeverCloses(
      @ForAll @IntRange(max = 5000) int idle,
      @ForAll @IntRange(min = 1, max = 400) int days,
      @ForAll @IntRange(min = 1, max = 400) int close,
      @ForAll @IntRange(max = 399) int since) {
    InactivityRule rule = of(Integer.toString(days), "", Integer.toString(close), "off");
    Verdict verdict =
        rule.verdict(
            lastThere(TODAY.minusDays(idle)),
            Optional.empty(),
            Optional.of(TODAY.minusDays(since)),
            TODAY);
    assertThat(verdict == Verdict.CLOSE).isEqualTo(idle >= days && since >= close);
  }

  @Test
  void sentenceWhenItClosesSaysWhen() {
    assertThat(
            InactivityRule.sentence(false, TODAY, Optional.of(TODAY.plusDays(1))).in(Language.EN))
        .isEqualTo(
            "Nobody has signed in to this account since 2026-11-26. Unless somebody does, it is"
                + " closed on 2026-11-27.");
    assertThat(InactivityRule.sentence(true, TODAY, Optional.empty()).in(Language.RU))
        .isEqualTo("В этот аккаунт, открытый 26.11.2026, ещё никто не входил.");
  }
}
