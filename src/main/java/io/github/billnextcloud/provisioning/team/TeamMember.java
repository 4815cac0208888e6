package io.github.billnextcloud.provisioning.team;

import io.github.billnextcloud.cloud.UserId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One member of a team, as the service has it on record: {@code ann_4711 ann@example.org active}.
 *
 * @param isProven whether the account of this login is the member's beyond doubt. It is not while
 *     it is only to be made, whatever became of an earlier try: whoever has the login must prove it
 * @param due of who is closed: the day from which on the account is deleted; empty when it is kept;
 *     of who is warned: the day from which on the account is blocked
 */
public record TeamMember(
    UserId id, String email, MemberState state, boolean isProven, Optional<LocalDate> due) {

  /** What becomes of a member. */
  public enum MemberState {
    /** Whoever is disabled all the same was so by somebody else, and stays so. */
    ACTIVE,
    /** Was blocked or closed, and is to be let in again. */
    RETURNING,
    /** Above the number of seats that was sold, told so, and to be blocked when the day comes. */
    WARNED,
    /** Above the number of seats that was sold. */
    BLOCKED,
    /** The customer has taken the member out. */
    CLOSED
  }

  private static final String NONE = "-";

  /** Behind the state of one who has still to prove it. */
  private static final String UNPROVEN = "?";

  static TeamMember newcomer(UserId id, String email) {
    return new TeamMember(id, email, MemberState.ACTIVE, false, Optional.empty());
  }

  /** Whose account was there before the service, and is the member's as the operator says. */
  public static TeamMember known(UserId id, String email) {
    return new TeamMember(id, email, MemberState.ACTIVE, true, Optional.empty());
  }

  public boolean isActive() {
    return state == MemberState.ACTIVE
        || state == MemberState.RETURNING
        || state == MemberState.WARNED;
  }

  public boolean isClosed() {
    return state == MemberState.CLOSED;
  }

  public boolean isDue(LocalDate day) {
    return isClosed() && hasCome(day);
  }

  private boolean hasCome(LocalDate day) {
    return due.filter(it -> !it.isAfter(day)).isPresent();
  }

  public boolean isWarned() {
    return state == MemberState.WARNED;
  }

  /**
   * Above the seats: told first, so that the customer can order more; blocked from the next day.
   */
  TeamMember withoutSeat(LocalDate today) {
    if (!isProven || isReturning() || isWarned() && hasCome(today)) {
      return blocked();
    }
    return isWarned()
        ? this
        : new TeamMember(id, email, MemberState.WARNED, true, Optional.of(today.plusDays(1)));
  }

  public boolean isReturning() {
    return state == MemberState.RETURNING;
  }

  TeamMember blocked() {
    return as(MemberState.BLOCKED);
  }

  /** To work from now on; who is only to be made comes in enabled. */
  TeamMember admitted() {
    if (isWarned()) {
      return back();
    }
    return isActive() ? this : as(isProven ? MemberState.RETURNING : MemberState.ACTIVE);
  }

  private TeamMember as(MemberState other) {
    return new TeamMember(id, email, other, isProven, Optional.empty());
  }

  TeamMember closed(Optional<LocalDate> day) {
    return new TeamMember(id, email, MemberState.CLOSED, isProven, day);
  }

  /** The same, now known by the id that the cloud has shown. */
  public TeamMember proven(UserId shown) {
    return new TeamMember(shown, email, state, true, due);
  }

  /** The same, let in. */
  public TeamMember back() {
    return as(MemberState.ACTIVE);
  }

  String text() {
    return String.join(
        " ",
        id.value(),
        email,
        state.name().toLowerCase(Locale.ROOT) + (isProven ? "" : UNPROVEN),
        due.map(LocalDate::toString).orElse(NONE),
        id.stableId().orElse(NONE));
  }

  /** Empty when somebody has edited the param to what is none. */
  static Optional<TeamMember> parse(String text) {
    List<String> words = List.of(text.strip().split("\\s+"));
    if (words.size() != 5) {
      return Optional.empty();
    }
    try {
      boolean proven = !words.get(2).endsWith(UNPROVEN);
      String state = proven ? words.get(2) : words.get(2).substring(0, words.get(2).length() - 1);
      Optional<LocalDate> due = told(words.get(3)).map(LocalDate::parse);
      return Optional.of(
          new TeamMember(
              new UserId(words.get(0), told(words.get(4))),
              words.get(1),
              MemberState.valueOf(state.toUpperCase(Locale.ROOT)),
              proven,
              due));
    } catch (DateTimeParseException | IllegalArgumentException edited) {
      return Optional.empty();
    }
  }

  private static Optional<String> told(String word) {
    return word.equals(NONE) ? Optional.empty() : Optional.of(word);
  }
}
