package io.github.billnextcloud.provisioning.team;

import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.StaffAccounts;
import io.github.billnextcloud.provisioning.TariffSettings.SeatsOver;
import io.github.billnextcloud.provisioning.team.MemberWish.Wishes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who belongs to a team, eldest first, without its owner: on record before anything is done about
 * it. Pure.
 */
public record TeamRoster(List<TeamMember> members) {

  private static final int LONGEST_NAME = 40;

  public TeamRoster {
    members = List.copyOf(members);
  }

  /** As the service's param has it; what somebody has edited to nonsense is passed over. */
  public static TeamRoster parse(String text) {
    return new TeamRoster(
        Arrays.stream(text.split(";")).map(TeamMember::parse).flatMap(Optional::stream).toList());
  }

  public String text() {
    return members.stream().map(TeamMember::text).collect(Collectors.joining("; "));
  }

  /** How many can work, or will. */
  public int active() {
    return (int) members.stream().filter(TeamMember::isActive).count();
  }

  public Optional<TeamMember> of(String email) {
    return members.stream()
        .filter(it -> MemberWish.key(it.email()).equals(MemberWish.key(email)))
        .findFirst();
  }

  /**
   * Those who come in, are not on record and not the provider's own. A login that is still to be
   * proven is on record, too: most who have one in the group were made by a run that goes on, and a
   * stranger loses it to another when the member is made.
   */
  public Set<UserId> strangers(Set<UserId> inside, UserId owner, StaffAccounts staff) {
    Set<UserId> strangers = new TreeSet<>(inside);
    strangers.removeIf(owner::isSame);
    strangers.removeIf(staff::lists);
    members.stream().map(TeamMember::id).forEach(member -> strangers.removeIf(member::isSame));
    return strangers;
  }

  /** This member instead of whoever is on record for the address. */
  public TeamRoster with(TeamMember changed) {
    return new TeamRoster(
        members.stream()
            .map(
                it ->
                    MemberWish.key(it.email()).equals(MemberWish.key(changed.email()))
                        ? changed
                        : it)
            .toList());
  }

  public TeamRoster without(TeamMember gone) {
    return new TeamRoster(members.stream().filter(it -> !it.equals(gone)).toList());
  }

  /**
   * What the customer's list, the seats and the closing policy make of it.
   *
   * @param roster who belongs to the team from now on
   * @param overSeats addresses for which no seat is left
   */
  public record RosterChange(TeamRoster roster, List<String> overSeats) {}

  /**
   * @param listed by the customer
   * @param room how many members there may be besides the owner
   * @param today on which who has no seat any more is told so, and blocked when told before
   * @param closing the day on which who is taken out is deleted; empty when such accounts are kept
   * @param item the service's number, which makes a login its own
   * @param gone logins that are never to be used again
   */
  public RosterChange follow(
      Wishes listed,
      int room,
      SeatsOver over,
      LocalDate today,
      Optional<LocalDate> closing,
      long item,
      Predicate<UserId> gone) {
    List<TeamMember> next = new ArrayList<>();
    for (TeamMember member : members) {
      if (listed.has(member)) {
        next.add(back(member));
      } else {
        // Who may stand behind what was read is not taken out.
        next.add(listed.isCut() ? member : out(member, closing));
      }
    }
    int seated = seat(next, room, over, today);
    List<String> overSeats = overSeats(next, room);
    Set<UserId> logins = next.stream().map(TeamMember::id).collect(Collectors.toSet());
    for (MemberWish wish : listed.wishes()) {
      if (next.stream().anyMatch(wish::isOf)) {
        continue;
      }
      if (seated >= room) {
        overSeats.add(wish.email());
        continue;
      }
      UserId login = login(wish.email(), item, id -> logins.contains(id) || gone.test(id));
      logins.add(login);
      next.add(TeamMember.newcomer(login, wish.email()));
      seated++;
    }
    return new RosterChange(new TeamRoster(next), overSeats);
  }

  private static TeamMember back(TeamMember member) {
    return member.isClosed() ? member.blocked() : member;
  }

  private static TeamMember out(TeamMember member, Optional<LocalDate> closing) {
    return member.isClosed() ? member : member.closed(closing);
  }

  /** The eldest sit first. */
  private static int seat(List<TeamMember> members, int room, SeatsOver over, LocalDate today) {
    int seated = 0;
    for (int at = 0; at < members.size(); at++) {
      TeamMember member = members.get(at);
      if (!member.isActive()) {
        continue;
      }
      boolean keepsSeat = member.isProven() && over == SeatsOver.NOTICE;
      TeamMember next = seated < room || keepsSeat ? member.admitted() : member.withoutSeat(today);
      members.set(at, next);
      if (next.isActive()) {
        seated++;
      }
    }
    // Who was out needs a free seat, whatever becomes of who sits.
    for (int at = 0; at < members.size() && seated < room; at++) {
      TeamMember member = members.get(at);
      if (!member.isActive() && !member.isClosed()) {
        seated++;
        members.set(at, member.admitted());
      }
    }
    return seated;
  }

  /** Who is listed and has no seat; who is warned is told so with the day. */
  private static List<String> overSeats(List<TeamMember> members, int room) {
    List<String> overSeats = new ArrayList<>();
    int seated = 0;
    for (TeamMember member : members) {
      boolean sits = member.isActive() && seated++ < room;
      if (!sits && !member.isClosed() && !member.isWarned()) {
        overSeats.add(member.email());
      }
    }
    return overSeats;
  }

  /** The next login for an address whose former one is somebody else's, or gone. */
  public TeamRoster renamed(TeamMember member, long item, Predicate<UserId> taken) {
    UserId login =
        login(
            member.email(),
            item,
            id -> taken.test(id) || members.stream().anyMatch(it -> it.id().equals(id)));
    return with(TeamMember.newcomer(login, member.email()));
  }

  /** {@code ann_4711}: every cloud takes it, and no order's template makes it. */
  private static UserId login(String email, long item, Predicate<UserId> taken) {
    String name =
        email
            .substring(0, email.indexOf('@'))
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[^a-z]+|[-._]+$", "");
    String base =
        (name.isEmpty() ? "member" : name.substring(0, Math.min(LONGEST_NAME, name.length())))
            + "_"
            + item;
    UserId login = new UserId(base);
    for (int number = 2; taken.test(login); number++) {
      login = new UserId(base + "-" + number);
    }
    return login;
  }
}
