package io.github.billnextcloud.provisioning.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.TariffSettings.SeatsOver;
import io.github.billnextcloud.provisioning.team.MemberWish.Wishes;
import io.github.billnextcloud.provisioning.team.TeamMember.MemberState;
import io.github.billnextcloud.provisioning.team.TeamRoster.RosterChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** What holds for every team, whatever its list, its seats, and whoever was in it before. */
@PropertyDefaults(tries = 400, edgeCases = EdgeCasesMode.NONE)
class TeamRosterLawsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final int MOST = 7;
  private static final long ITEM = 7;

  /** One run: who was there, whom the customer lists, and what the tariff allows. */
  private record Turn(
      TeamRoster before,
      List<MemberWish> wishes,
      int room,
      SeatsOver over,
      Optional<LocalDate> closing,
      Set<UserId> gone) {

    RosterChange change(TeamRoster roster) {
      return roster.follow(
          new Wishes(wishes, List.of(), false), room, over, TODAY, closing, ITEM, gone::contains);
    }

    TeamRoster after() {
      return change(before).roster();
    }

    boolean wishes(TeamMember member) {
      return wishes.stream().anyMatch(wish -> wish.isOf(member));
    }
  }

  @Property
  void followWhenDoneAgainChangesNothing(@ForAll("turns") Turn turn) {
    RosterChange once = turn.change(turn.before());

    assertThat(turn.change(once.roster())).isEqualTo(once);
    assertThat(TeamRoster.parse(once.roster().text())).isEqualTo(once.roster());
  }

  /** Above the seats is only who was let work before, and nobody who is still to be made. */
  @Property
  void followWhenSeatsAreFewLetsNobodyInAboveThem(@ForAll("turns") Turn turn) {
    List<TeamMember> active = turn.after().members().stream().filter(TeamMember::isActive).toList();

    if (active.size() > turn.room()) {
      assertThat(active)
          .allMatch(it -> turn.before().of(it.email()).filter(TeamMember::isActive).isPresent());
    }
    boolean blocks = turn.over() == SeatsOver.BLOCK_NEWEST;
    assertThat(active.stream().filter(it -> blocks ? !it.isWarned() : !it.isProven()).count())
        .isLessThanOrEqualTo(turn.room());
  }

  /** Whoever is wished and cannot work is told of, and only while no seat is free. */
  @Property
  void followWhenSomebodyIsWishedSeatsOrNamesHim(@ForAll("turns") Turn turn) {
    RosterChange change = turn.change(turn.before());

    for (MemberWish wish : turn.wishes()) {
      Optional<TeamMember> member = change.roster().of(wish.email());
      if (member.filter(TeamMember::isActive).isEmpty()) {
        assertThat(change.overSeats()).anyMatch(wish.email()::equalsIgnoreCase);
        assertThat(change.roster().active()).isGreaterThanOrEqualTo(turn.room());
      }
    }
    assertThat(change.overSeats())
        .doesNotHaveDuplicates()
        .allMatch(
            email -> turn.wishes().stream().anyMatch(it -> it.email().equalsIgnoreCase(email)));
  }

  @Property
  void followWhenSomebodyIsNotWishedClosesHimOnceAndForNobodyElse(@ForAll("turns") Turn turn) {
    for (TeamMember member : turn.after().members()) {
      assertThat(member.isClosed()).isEqualTo(!turn.wishes(member));
      if (member.isClosed()) {
        assertThat(member.due())
            .isEqualTo(
                turn.before()
                    .of(member.email())
                    .filter(TeamMember::isClosed)
                    .map(TeamMember::due)
                    .orElse(turn.closing()));
      }
    }
  }

  /** An account that is on record is lost by no list, and is never taken for another's. */
  @Property
  void followWhenAskedForgetsNobodyAndGivesNoLoginTwice(@ForAll("turns") Turn turn) {
    List<TeamMember> before = turn.before().members();
    List<TeamMember> after = turn.after().members();

    assertThat(after).extracting(TeamMember::id).doesNotHaveDuplicates();
    for (int at = 0; at < before.size(); at++) {
      assertThat(after.get(at).id()).isEqualTo(before.get(at).id());
      assertThat(after.get(at).email()).isEqualTo(before.get(at).email());
      assertThat(after.get(at).isProven()).isEqualTo(before.get(at).isProven());
    }
    for (TeamMember newcomer : after.subList(before.size(), after.size())) {
      assertThat(newcomer.isProven()).isFalse();
      assertThat(newcomer.state()).isEqualTo(MemberState.ACTIVE);
      assertThat(turn.gone()).doesNotContain(newcomer.id());
    }
  }

  /**
   * Who was let work before is warned a day before the seat is taken; a warning lasts no longer.
   */
  @Property
  void followWhenASeatEndsHasToldSoTheDayBefore(@ForAll("turns") Turn turn) {
    for (TeamMember member : turn.after().members()) {
      TeamMember before = turn.before().of(member.email()).orElse(member);
      if (member.state() == MemberState.BLOCKED && before.isActive() && before.isProven()) {
        assertThat(before.isReturning() || before.isWarned()).isTrue();
      }
      if (member.isWarned()) {
        assertThat(member.due().orElseThrow()).isAfter(TODAY);
      }
    }
  }

  @Provide
  Arbitrary<Turn> turns() {
    Arbitrary<Optional<LocalDate>> closing =
        Arbitraries.of(Optional.empty(), Optional.of(TODAY), Optional.of(TODAY.plusDays(30)));
    Arbitrary<Set<UserId>> gone = Arbitraries.integers().between(1, MOST).map(this::login).set();
    return Combinators.combine(
            rosters(),
            wishes(),
            Arbitraries.integers().between(0, MOST),
            Arbitraries.of(SeatsOver.values()),
            closing,
            gone)
        .as(Turn::new);
  }

  private Arbitrary<TeamRoster> rosters() {
    return Arbitraries.integers()
        .between(1, MOST)
        .list()
        .uniqueElements()
        .flatMap(
            numbers ->
                Combinators.combine(numbers.stream().map(this::member).toList())
                    .as(TeamRoster::new));
  }

  private Arbitrary<TeamMember> member(int number) {
    return Combinators.combine(
            Arbitraries.of(MemberState.values()),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(-1, 2))
        .as(
            (state, proven, day) -> {
              boolean hasDay = state == MemberState.CLOSED || state == MemberState.WARNED;
              return new TeamMember(
                  login(number),
                  number + "@a.org",
                  state,
                  proven || state == MemberState.WARNED || state == MemberState.RETURNING,
                  hasDay ? Optional.of(TODAY.plusDays(day)) : Optional.empty());
            });
  }

  private UserId login(int number) {
    return new UserId("member_" + ITEM + (number == 1 ? "" : "-" + number));
  }

  /** The same people, and those who are new. */
  private Arbitrary<List<MemberWish>> wishes() {
    return Arbitraries.integers()
        .between(1, MOST + 3)
        .map(number -> number + "@A.org")
        .list()
        .uniqueElements()
        .map(emails -> MemberWish.parse(String.join("\n", emails)).wishes());
  }
}
