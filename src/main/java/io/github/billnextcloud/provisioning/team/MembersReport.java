package io.github.billnextcloud.provisioning.team;

import io.github.billnextcloud.provisioning.team.MemberWish.Wishes;
import io.github.billnextcloud.provisioning.team.TeamRoster.RosterChange;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a customer is told of the list of members. Pure.
 *
 * @param listed by the customer
 */
public record MembersReport(RosterChange change, Wishes listed, OptionalInt seats) {

  /** So many are named: a param is no page. */
  private static final int MOST = 20;

  /**
   * @param now after all was done
   * @param refused whom the cloud did not take
   * @param deposed who managed members, and may not
   */
  public Sentence of(TeamRoster now, List<String> refused, List<String> deposed) {
    List<Sentence> parts = new ArrayList<>();
    int members = 1 + (int) now.members().stream().filter(MembersReport::isMember).count();
    parts.add(
        seats.isPresent()
            ? Sentence.of("team.seats", members, seats.getAsInt())
            : Sentence.of("team.members", members));
    tell(parts, "team.no_seat", change.overSeats());
    tellWarned(parts, now);
    tell(parts, "team.refused", refused);
    tell(parts, "team.closed", closed(now));
    tellUnread(parts);
    if (listed.isCut()) {
      parts.add(Sentence.of("team.list_too_long", MemberWish.MOST_LINES));
    }
    tell(parts, "team.deposed", deposed);
    return Sentence.list(" ", parts);
  }

  /** Who could not be made is none, though a seat is kept. */
  private static boolean isMember(TeamMember member) {
    return member.isActive() && member.isProven();
  }

  /** Each in quotation marks: it may read like a sentence of ours. */
  private void tellUnread(List<Sentence> parts) {
    if (!listed.unread().isEmpty()) {
      List<Sentence> lines =
          listed.unread().stream().limit(MOST).map(it -> Sentence.of("team.line", it)).toList();
      parts.add(
          Sentence.of(
              "team.unread", Sentence.joined(Sentence.list(", ", lines), more(listed.unread()))));
    }
  }

  private static List<String> closed(TeamRoster now) {
    return now.members().stream().filter(TeamMember::isClosed).map(TeamMember::email).toList();
  }

  /** With the day, which is another for who was told of it earlier. */
  private static void tellWarned(List<Sentence> parts, TeamRoster now) {
    Map<LocalDate, List<String>> days = new TreeMap<>();
    for (TeamMember member : now.members()) {
      if (member.isWarned()) {
        days.computeIfAbsent(member.due().orElseThrow(), day -> new ArrayList<>())
            .add(member.email());
      }
    }
    days.forEach((day, who) -> parts.add(Sentence.of("team.seat_ends", day, named(who))));
  }

  private static void tell(List<Sentence> parts, String key, List<String> who) {
    if (!who.isEmpty()) {
      parts.add(Sentence.of(key, named(who)));
    }
  }

  private static String named(List<String> who) {
    List<String> first = who.subList(0, Math.min(MOST, who.size()));
    return String.join(", ", first) + more(who);
  }

  private static String more(List<String> all) {
    return all.size() > MOST ? " … +" + (all.size() - MOST) : "";
  }
}
