package io.github.billnextcloud.provisioning.team;

import io.github.billnextcloud.provisioning.team.TeamRoster.RosterChange;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a customer is told of the list of members. Pure.
 *
 * @param unread lines of the list that have no address
 */
public record MembersReport(RosterChange change, List<String> unread, OptionalInt seats) {

  /** So many are named: a param is no page. */
  private static final int MOST = 20;

  /**
   * @param now after all was done
   * @param refused whom the cloud did not take
   * @param deposed who managed members, and may not
   */
  public Sentence of(TeamRoster now, List<String> refused, List<String> deposed) {
    List<Sentence> parts = new ArrayList<>();
    int members = now.active() + 1;
    parts.add(
        seats.isPresent()
            ? Sentence.of("team.seats", members, seats.getAsInt())
            : Sentence.of("team.members", members));
    tell(parts, "team.no_seat", change.overSeats());
    tell(parts, "team.refused", refused);
    tell(parts, "team.closed", closed(now));
    tell(parts, "team.unread", unread);
    tell(parts, "team.deposed", deposed);
    return Sentence.list(" ", parts);
  }

  private static List<String> closed(TeamRoster now) {
    return now.members().stream().filter(TeamMember::isClosed).map(TeamMember::email).toList();
  }

  private static void tell(List<Sentence> parts, String key, List<String> who) {
    if (!who.isEmpty()) {
      List<String> first = who.subList(0, Math.min(MOST, who.size()));
      String more = who.size() > MOST ? " … +" + (who.size() - MOST) : "";
      parts.add(Sentence.of(key, String.join(", ", first) + more));
    }
  }
}
