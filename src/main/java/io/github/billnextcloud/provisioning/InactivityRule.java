package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.cloud.UserUsage;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When an account that nobody uses is told of, and when it is closed: never before it was told of
 * for as long as the tariff says, however long it was unused before that. Pure.
 *
 * @param days without a sign-in; empty when nobody asks
 * @param neverDays since the opening, of those who have never signed in
 * @param closeDays from the day on which it was told
 */
public record InactivityRule(OptionalInt days, OptionalInt neverDays, OptionalInt closeDays) {

  /** What is to be done about it. */
  public enum Verdict {
    NONE,
    TELL,
    /** Somebody has signed in. */
    WITHDRAW,
    CLOSE
  }

  /** Those of a tariff; it sells no team, whose members come and go by themselves. */
  public static InactivityRule of(TariffSettings terms) {
    if (terms.sellsTeams()) {
      return new InactivityRule(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }
    OptionalInt never = terms.inactiveNeverDays();
    return new InactivityRule(
        terms.inactiveDays(),
        never.isPresent() ? never : terms.inactiveDays(),
        terms.inactiveCloseDays());
  }

  public boolean isOn() {
    return days.isPresent() || neverDays.isPresent();
  }

  /** The last day of use, or that of the opening; empty when nobody knows. */
  public Optional<LocalDate> lastDay(UserUsage usage, Optional<LocalDate> opened) {
    return usage.neverSignedIn()
        ? opened
        : usage.lastLogin().map(it -> it.atZone(ZoneId.systemDefault()).toLocalDate());
  }

  private boolean isUnused(UserUsage usage, Optional<LocalDate> opened, LocalDate today) {
    OptionalInt most = usage.neverSignedIn() ? neverDays : days;
    return most.isPresent()
        && lastDay(usage, opened)
            .filter(last -> !last.plusDays(most.getAsInt()).isAfter(today))
            .isPresent();
  }

  /** True also of whom nobody knows anything: who may have been there is not closed. */
  public boolean hasBeenUsed(UserUsage usage, LocalDate today) {
    return !usage.neverSignedIn() && !isUnused(usage, Optional.empty(), today);
  }

  /**
   * @param told the day on which the customer was told; empty when not
   */
  public Verdict verdict(
      UserUsage usage, Optional<LocalDate> opened, Optional<LocalDate> told, LocalDate today) {
    if (!isUnused(usage, opened, today)) {
      return told.isPresent() ? Verdict.WITHDRAW : Verdict.NONE;
    }
    if (told.isEmpty()) {
      return Verdict.TELL;
    }
    return closingDay(told.get()).filter(day -> !day.isAfter(today)).isPresent()
        ? Verdict.CLOSE
        : Verdict.NONE;
  }

  /** When one that was told of on this day is closed; empty when it is not. */
  public Optional<LocalDate> closingDay(LocalDate told) {
    return closeDays.isPresent()
        ? Optional.of(told.plusDays(closeDays.getAsInt()))
        : Optional.empty();
  }

  /**
   * What the customer reads.
   *
   * @param last of the days of use, or that of the opening
   * @param closing empty where nothing is closed for it
   */
  public static Sentence sentence(boolean never, LocalDate last, Optional<LocalDate> closing) {
    Sentence since =
        Sentence.of(never ? "quota.never_used" : "quota.unused", QuotaNoticeSchedule.date(last));
    return closing
        .map(day -> Sentence.of("quota.unused_closes", since, QuotaNoticeSchedule.date(day)))
        .orElse(since);
  }
}
