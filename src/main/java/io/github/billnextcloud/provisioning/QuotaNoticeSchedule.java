package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Localizable;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a customer is told that the space runs out: once for each threshold and month, and anew
 * after usage has fallen below it. Pure.
 *
 * @param levels per cent of the quota, ascending
 */
public record QuotaNoticeSchedule(List<Integer> levels) {

  public static final String LEVELS = "notice_levels";
  public static final String USUAL_LEVELS = "80,90,95";

  /** More is stored than was sold: above all thresholds, and told whichever there are. */
  static final int OVER = 101;

  private static final DateTimeFormatter RUSSIAN_DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  /**
   * What the customer was told last.
   *
   * @param level the threshold, per cent; above a hundred when more was stored than sold
   */
  public record Told(YearMonth month, int level) {

    /** As it is kept in the service's param: {@code 2026-11 90}. */
    public String text() {
      return month + " " + level;
    }

    /** Empty when this is no such text. */
    public static Optional<Told> parse(String text) {
      String[] parts = text.strip().split(" ");
      return text.strip().matches("\\d{4}-(0[1-9]|1[0-2]) \\d{1,3}")
          ? Optional.of(new Told(YearMonth.parse(parts[0]), Integer.parseInt(parts[1])))
          : Optional.empty();
    }
  }

  /** What is to be done with what the customer was told. */
  public enum Change {
    NONE,
    /** Usage has passed a threshold. */
    RAISE,
    /** Usage has fallen, but not below the lowest threshold. */
    LOWER,
    WITHDRAW
  }

  /** The tariff's, or else the module's; the usual ones when nothing was typed, none for 0. */
  public static QuotaNoticeSchedule of(ProcessingModule module, TariffSettings terms) {
    String setting = terms.noticeLevels().orElseGet(() -> module.setting(LEVELS));
    String typed = setting.isEmpty() ? USUAL_LEVELS : setting;
    return new QuotaNoticeSchedule(
        Arrays.stream(typed.split("[,;\\s]+"))
            .map(level -> level.replaceAll("%$", ""))
            .filter(level -> level.matches("\\d{1,2}|100"))
            .map(Integer::valueOf)
            .filter(level -> level > 0)
            .sorted()
            .distinct()
            .toList());
  }

  /** The highest threshold that this usage has reached; never without a limit. */
  public OptionalInt level(long stored, Quota quota) {
    if (!quota.isPositive() || levels.isEmpty()) {
      return OptionalInt.empty();
    }
    long sold = quota.bytes().getAsLong();
    if (stored > sold) {
      return OptionalInt.of(OVER);
    }
    // In parts of a hundred that do not overflow: nobody's threshold hangs on the last byte.
    double percent = 100.0 * stored / sold;
    return levels.stream().mapToInt(level -> level).filter(level -> percent >= level).max();
  }

  public static Change change(Optional<Told> before, OptionalInt reached, YearMonth now) {
    if (reached.isEmpty()) {
      return before.isPresent() ? Change.WITHDRAW : Change.NONE;
    }
    int level = reached.getAsInt();
    if (before.isEmpty() || !before.get().month().equals(now) || before.get().level() < level) {
      return Change.RAISE;
    }
    return before.get().level() > level ? Change.LOWER : Change.NONE;
  }

  /**
   * What the customer reads.
   *
   * @param order where more space is ordered; empty where nobody knows
   */
  public static Sentence sentence(
      int level, long stored, Quota quota, LocalDate day, Optional<String> order) {
    long limit = quota.bytes().getAsLong();
    Localizable used = quota.apart(stored);
    Localizable sold = Quota.roughly(limit);
    if (stored > limit) {
      Localizable over = Quota.roughly(stored - limit);
      return order
          .map(link -> Sentence.of("quota.over_order", over, used, sold, date(day), link))
          .orElseGet(() -> Sentence.of("quota.over", over, used, sold, date(day)));
    }
    return order
        .map(link -> Sentence.of("quota.notice_order", level, used, sold, date(day), link))
        .orElseGet(() -> Sentence.of("quota.notice", level, used, sold, date(day)));
  }

  /** The same on every day, however much there is left. */
  public static Sentence used(long stored, Quota quota, LocalDate day) {
    Localizable used = quota.apart(stored);
    return quota.isPositive()
        ? Sentence.of("quota.used", used, Quota.roughly(quota.bytes().getAsLong()), date(day))
        : Sentence.of("quota.used_unlimited", used, date(day));
  }

  /** A day as customers write it. */
  public static Localizable date(LocalDate day) {
    return it -> it == Language.RU ? day.format(RUSSIAN_DAY) : day.toString();
  }
}
