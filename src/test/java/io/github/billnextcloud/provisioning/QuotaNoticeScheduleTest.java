package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.QuotaNoticeSchedule.Told;
import io.github.billnextcloud.text.Language;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which threshold was passed, what is remembered of it, what the customer reads. */
class QuotaNoticeScheduleTest {

  private static final QuotaNoticeSchedule USUAL = of(null);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

  /** Of a module whose setting is this; of one that has no such setting for null. */
  private static QuotaNoticeSchedule of(String typed) {
    Map<String, String> settings =
        typed == null ? Map.of() : Map.of(QuotaNoticeSchedule.LEVELS, typed);
    return QuotaNoticeSchedule.of(
        new ProcessingModule(1, settings, Map.of()), new TariffSettings(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void ofWhenNothingIsTypedAreTheUsualOnes(String typed) {
    assertThat(of(typed)).isEqualTo(USUAL).isEqualTo(new QuotaNoticeSchedule(List.of(80, 90, 95)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'95;80 , 90' | 80,90,95",
        "50 | 50",
        "90%, 90 % | 90",
        "100 1 | 1,100",
        "0, 75 | 75",
        "150, 1000, 99 | 99"
      })
  void ofWhenTypedFreelyAreThoseInOrder(String typed, String levels) {
    List<Integer> expected = Arrays.stream(levels.split(",")).map(Integer::valueOf).toList();
    assertThat(of(typed).levels()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "never", "-", "101", "80.5"})
  void ofWhenThereIsNoThresholdTellsNobody(String typed) {
    assertThat(of(typed).level(100, Quota.ofBytes(100))).isEmpty();
    assertThat(of(typed).level(200, Quota.ofBytes(100))).isEmpty();
  }

  /** "95 % or more" is true then, too, and tells nobody why nothing can be saved. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | exceeded by 614.4 MB: 10.6 GB of 10 GB are used on 2026-11-03.",
        "ru | Занято на 614,4 МБ больше, чем есть места: 10,6 ГБ из 10 ГБ на 03.11.2026."
      })
  void sentenceWhenMoreIsStoredThanSoldSaysByHowMuch(String language, String text) {
    Quota sold = Quota.ofBytes(10L << 30);
    long stored = (10L << 30) + (6L << 30) / 10;
    int level = USUAL.level(stored, sold).orElseThrow();
    assertThat(
            QuotaNoticeSchedule.sentence(level, stored, sold, DAY, Optional.empty())
                .in(Language.of(language)))
        .contains(text)
        .doesNotContain("%");
    assertThat(
            QuotaNoticeSchedule.sentence(level, stored, sold, DAY, Optional.of("https://x"))
                .in(Language.of(language)))
        .contains(text)
        .endsWith(" https://x");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "799, 0",
    "800, 80",
    "801, 80",
    "899, 80",
    "900, 90",
    "949, 90",
    "950, 95",
    "1000, 95",
    "1001, 101",
    "5000, 101"
  })
  void levelWhenLimitedIsTheHighestReached(long stored, int level) {
    assertThat(USUAL.level(stored, Quota.ofBytes(1000)).orElse(0)).isEqualTo(level);
  }

  @Test
  void levelWhenThereIsNothingToFillIsNone() {
    assertThat(List.of(Quota.UNLIMITED, Quota.UNSET, Quota.ofBytes(0)))
        .allMatch(quota -> USUAL.level(Long.MAX_VALUE, quota).isEmpty());
  }

  @Property
  void levelWhenExactlyReachedIsThat(
      @ForAll @LongRange(min = 1, max = 1L << 40) long hundredth,
      @ForAll @IntRange(min = 1, max = 100) int level) {
    QuotaNoticeSchedule notices = new QuotaNoticeSchedule(List.of(level));
    Quota quota = Quota.ofBytes(100 * hundredth);
    assertThat(notices.level(level * hundredth, quota)).hasValue(level);
    assertThat(notices.level(level * hundredth - 1, quota)).isEmpty();
  }

  @Test
  void textWhenKeptIsMonthAndThreshold() {
    assertThat(new Told(YearMonth.of(2026, 11), 90).text()).isEqualTo("2026-11 90");
  }

  @Property
  void parseWhenTextWasKeptReadsItBack(
      @ForAll @IntRange(max = 9999) int year,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 1, max = 100) int level) {
    Told told = new Told(YearMonth.of(year, month), level);
    assertThat(Told.parse(" " + told.text())).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "90",
        "2026-11",
        "2026-13 90",
        "2026-00 90",
        "2026-11  90",
        "2026-11 x",
        "90 2026-11"
      })
  void parseWhenTextIsNoneIsEmpty(String text) {
    assertThat(Told.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "", "de", "uk"})
  void sentenceWhenCustomerIsNotRussianIsEnglish(String language) {
    assertThat(
            QuotaNoticeSchedule.sentence(
                    90, 10_106_888_847L, Quota.ofBytes(10L << 30), DAY, Optional.empty())
                .in(Language.of(language)))
        .contains("90 % of the space", " 9.4 GB of 10 GB on 2026-11-03. ");
  }

  @ParameterizedTest
  @CsvSource({
    "10106888847, 10737418240, '9,4 ГБ из 10 ГБ'",
    "5500000, 6291456, '5,2 МБ из 6 МБ'",
    "900, 1000, 900 Б из 1000 Б",
    "1536, 2048, '1,5 КБ из 2 КБ'",
    "1099511627776, 1125899906842624, 1 ТБ из 1 ПБ"
  })
  void sentenceWhenCustomerIsRussianIsRussian(long stored, long quota, String numbers) {
    assertThat(
            QuotaNoticeSchedule.sentence(80, stored, Quota.ofBytes(quota), DAY, Optional.empty())
                .in(Language.of("ru_RU")))
        .contains("Занято ", "80 % места", " " + numbers + " на 03.11.2026. ");
  }

  @Test
  void sentenceWhenItIsKnownWhereMoreIsOrderedEndsWithThat() {
    assertThat(
            QuotaNoticeSchedule.sentence(
                    90, 9, Quota.ofBytes(10), DAY, Optional.of("https://my.example.org/7"))
                .in(Language.EN))
        .endsWith("order more at https://my.example.org/7");
  }

  @Test
  void usedWhenThereIsALimitTellsOfBoth() {
    assertThat(QuotaNoticeSchedule.used(1536, Quota.ofBytes(2048), DAY).in(Language.RU))
        .isEqualTo("1,5 КБ из 2 КБ на 03.11.2026");
    assertThat(QuotaNoticeSchedule.used(1536, Quota.UNLIMITED, DAY).in(Language.EN))
        .isEqualTo("1.5 KB on 2026-11-03");
  }

  @ParameterizedTest
  @CsvSource({"'', 70", "50, 50", "0, ''"})
  void ofWhenTheTariffHasLevelsAreThose(String tariff, String levels) {
    QuotaNoticeSchedule notices =
        QuotaNoticeSchedule.of(
            new ProcessingModule(1, Map.of(QuotaNoticeSchedule.LEVELS, "70"), Map.of()),
            new TariffSettings(Map.of(QuotaNoticeSchedule.LEVELS, List.of(tariff))));
    assertThat(notices.levels().stream().map(String::valueOf))
        .containsExactlyElementsOf(levels.isEmpty() ? List.of() : List.of(levels));
  }
}
