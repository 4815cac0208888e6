package io.github.billnextcloud.provisioning.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.StaffAccounts;
import io.github.billnextcloud.provisioning.TariffSettings.SeatsOver;
import io.github.billnextcloud.provisioning.team.MemberWish.Wishes;
import io.github.billnextcloud.provisioning.team.TeamRoster.RosterChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamRosterTest {

  private static final Optional<LocalDate> LATER = Optional.of(LocalDate.of(2026, 12, 24));

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private static TeamRoster roster(String text) {
    return TeamRoster.parse(text);
  }

  private static RosterChange follow(TeamRoster roster, int room, SeatsOver over, String... typed) {
    Wishes listed = MemberWish.parse(String.join("\n", typed));
    return roster.follow(listed, room, over, TODAY, LATER, 4711, id -> false);
  }

  private static String followed(String before, int room, String... typed) {
    return follow(roster(before), room, SeatsOver.BLOCK_NEWEST, typed).roster().text();
  }

  @Test
  void newcomerWhenListedHasStillToProveTheLogin() {
    assertThat(followed("", 5, "Ann@Example.org"))
        .isEqualTo("ann_4711 Ann@Example.org active? - -");
  }

  @ParameterizedTest
  @CsvSource({
    "ann.bee@example.org,ann.bee_4711",
    "a+b@example.org,a-b_4711",
    "1st@example.org,st_4711",
    "42@example.org,member_4711",
    "_x_@example.org,x_4711",
  })
  void loginWhenMadeIsTakenByEveryCloud(String email, String login) {
    assertThat(followed("", 5, email)).startsWith(login + " " + email);
  }

  @Test
  void loginsWhenAlikeGetNumbers() {
    assertThat(follow(roster(""), 5, SeatsOver.NOTICE, "ann@a.org", "ann@b.org").roster().members())
        .extracting(TeamMember::id)
        .containsExactly(new UserId("ann_4711"), new UserId("ann_4711-2"));
  }

  @Test
  void rosterWhenTheListIsTooLongLosesNobodyAndLetsNobodyBack() {
    String before =
        "ann_1 ann@a.org active - -; bob_1 bob@a.org closed 2026-12-24 -;"
            + " cat_1 cat@a.org closed 2026-12-24 -";

    RosterChange change =
        follow(roster(before), 5, SeatsOver.NOTICE, "x\n".repeat(999) + "cat@a.org\nann@a.org");

    assertThat(change.roster().text())
        .isEqualTo(
            "ann_1 ann@a.org active - -; bob_1 bob@a.org closed 2026-12-24 -;"
                + " cat_1 cat@a.org returning - -");
  }

  @Test
  void loginWhenItWasDeletedOnceIsNotUsedAgain() {
    Wishes ann = MemberWish.parse("ann@a.org");
    RosterChange change =
        roster("")
            .follow(
                ann,
                5,
                SeatsOver.NOTICE,
                TODAY,
                LATER,
                1,
                login -> login.equals(new UserId("ann_1")));

    assertThat(change.roster().text()).startsWith("ann_1-2 ");
  }

  @Test
  void memberWhenNotListedAnyMoreIsClosedUntilTheDay() {
    assertThat(followed("ann_1 ann@a.org active - -", 5))
        .isEqualTo("ann_1 ann@a.org closed 2026-12-24 -");
  }

  @Test
  void memberWhenClosedKeepsTheDay() {
    String closed = "ann_1 ann@a.org closed 2026-12-01 -";

    assertThat(followed(closed, 5)).isEqualTo(closed);
  }

  @Test
  void memberWhenListedAgainReturns() {
    assertThat(followed("ann_1 ann@a.org closed 2026-12-01 id-1", 5, "ANN@a.org"))
        .isEqualTo("ann_1 ann@a.org returning - id-1");
  }

  @Test
  void memberWhenNeverMadeAndListedAgainIsANewcomer() {
    assertThat(followed("ann_1 ann@a.org closed? 2026-12-01 -", 5, "ann@a.org"))
        .isEqualTo("ann_1 ann@a.org active? - -");
  }

  @Test
  void seatsWhenFewerWarnTheNewestAndBlockThemTheNextDay() {
    String two = "ann_1 ann@a.org active - -; bob_1 bob@a.org active - -";
    String warned = "ann_1 ann@a.org active - -; bob_1 bob@a.org warned 2026-11-27 -";
    Wishes both = MemberWish.parse("bob@a.org\nann@a.org");

    RosterChange told = follow(roster(two), 1, SeatsOver.BLOCK_NEWEST, "bob@a.org", "ann@a.org");
    RosterChange again =
        follow(roster(warned), 1, SeatsOver.BLOCK_NEWEST, "bob@a.org", "ann@a.org");
    RosterChange due =
        roster(warned)
            .follow(both, 1, SeatsOver.BLOCK_NEWEST, TODAY.plusDays(1), LATER, 4711, id -> false);

    assertThat(told.roster().text()).isEqualTo(warned);
    assertThat(told.overSeats()).isEmpty();
    assertThat(again).isEqualTo(told);
    assertThat(due.roster().text())
        .isEqualTo("ann_1 ann@a.org active - -; bob_1 bob@a.org blocked - -");
    assertThat(due.overSeats()).containsExactly("bob@a.org");
  }

  @Test
  void warnedWhenThereAreSeatsAgainIsWarnedNoMore() {
    String warned = "ann_1 ann@a.org active - -; bob_1 bob@a.org warned 2026-11-25 -";

    assertThat(followed(warned, 2, "ann@a.org", "bob@a.org"))
        .isEqualTo("ann_1 ann@a.org active - -; bob_1 bob@a.org active - -");
    assertThat(
            follow(roster(warned), 1, SeatsOver.NOTICE, "ann@a.org", "bob@a.org").roster().text())
        .isEqualTo("ann_1 ann@a.org active - -; bob_1 bob@a.org active - -");
  }

  @Test
  void strangersAreWhoComesInAndIsNotOnRecord() {
    TeamRoster roster =
        roster("ann_1 ann@a.org active - -; bob_1 b@a.org closed - -; cat_1 c@a.org active? - -");
    Set<UserId> inside =
        Stream.of("OWNER", "ann_1", "bob_1", "cat_1", "eve", "backup")
            .map(UserId::new)
            .collect(Collectors.toSet());

    ProcessingModule module =
        new ProcessingModule(1, Map.of(StaffAccounts.LIST, "backup"), Map.of());

    assertThat(roster.strangers(inside, new UserId("owner"), StaffAccounts.of(module)))
        .containsExactly(new UserId("eve"));
  }

  @Test
  void seatsWhenFewerAreToldOfWhereTheTariffSaysSo() {
    String two = "ann_1 ann@a.org active - -; bob_1 bob@a.org active - -";
    RosterChange change = follow(roster(two), 1, SeatsOver.NOTICE, "bob@a.org", "ann@a.org");

    assertThat(change.roster().text()).isEqualTo(two);
    assertThat(change.overSeats()).containsExactly("bob@a.org");
  }

  @Test
  void newcomerWhenNoSeatIsLeftIsNotMade() {
    RosterChange change =
        follow(roster("ann_1 ann@a.org active - -"), 1, SeatsOver.NOTICE, "ann@a.org", "bob@a.org");

    assertThat(change.roster().members()).hasSize(1);
    assertThat(change.overSeats()).containsExactly("bob@a.org");
  }

  @Test
  void newcomerWhenMadeByHalfAndNoSeatIsLeftIsBlocked() {
    assertThat(followed("ann_1 ann@a.org active? - -", 0, "ann@a.org"))
        .isEqualTo("ann_1 ann@a.org blocked? - -");
  }

  @Test
  void blockedWhenASeatIsFreeReturns() {
    assertThat(followed("ann_1 ann@a.org active - -; bob_1 bob@a.org blocked - -", 1, "bob@a.org"))
        .isEqualTo("ann_1 ann@a.org closed 2026-12-24 -; bob_1 bob@a.org returning - -");
  }

  @Test
  void seatsWhenTheListIsEmptiedAndFilledAgainAreNoMore() {
    TeamRoster two = follow(roster(""), 2, SeatsOver.NOTICE, "a@a.org", "b@a.org").roster();
    TeamRoster proven = roster(two.text().replace("active?", "active"));
    TeamRoster others = follow(proven, 2, SeatsOver.NOTICE, "c@a.org", "d@a.org").roster();
    TeamRoster working = roster(others.text().replace("active?", "active"));

    RosterChange all =
        follow(working, 2, SeatsOver.NOTICE, "a@a.org", "b@a.org", "c@a.org", "d@a.org");

    assertThat(all.roster().active()).isEqualTo(2);
    assertThat(all.overSeats()).containsExactly("a@a.org", "b@a.org");
  }

  @Test
  void rosterWhenFollowedTwiceIsTheSame() {
    TeamRoster once =
        follow(roster(""), 2, SeatsOver.BLOCK_NEWEST, "ann@a.org", "bob@a.org", "cat@a.org")
            .roster();

    assertThat(follow(once, 2, SeatsOver.BLOCK_NEWEST, "ann@a.org", "bob@a.org", "cat@a.org"))
        .isEqualTo(new RosterChange(once, List.of("cat@a.org")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann_1 ann@a.org active - -",
        "ann_1 ann@a.org warned 2026-11-27 id-1",
        "ann_1 ann@a.org active? - id-1; bob_1 bob@a.org closed 2026-12-01 -",
        "",
      })
  void textWhenReadIsTheSame(String text) {
    assertThat(roster(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ann_1", "ann_1 ann@a.org gone - -", "ann_1 ann@a.org active tomorrow -", ";;"})
  void textWhenEditedToNonsenseIsNobody(String text) {
    assertThat(roster(text).members()).isEmpty();
  }

  @Test
  void memberWhenRenamedHasToProveItAgain() {
    TeamRoster before = roster("ann_1 ann@a.org active - id-1; ann_1-2 ann@b.org active - -");
    TeamMember ann = before.members().get(0);

    assertThat(before.renamed(ann, 1, login -> login.equals(ann.id())).text())
        .isEqualTo("ann_1-3 ann@a.org active? - -; ann_1-2 ann@b.org active - -");
  }

  @Test
  void memberWhenTheDayHasComeIsDue() {
    LocalDate day = LocalDate.of(2026, 12, 24);

    assertThat(roster("a_1 a@a.org closed 2026-12-24 -").members().get(0).isDue(day)).isTrue();
    assertThat(roster("a_1 a@a.org closed 2026-12-25 -").members().get(0).isDue(day)).isFalse();
    assertThat(roster("a_1 a@a.org closed - -").members().get(0).isDue(day)).isFalse();
    assertThat(roster("a_1 a@a.org blocked 2026-12-24 -").members().get(0).isDue(day)).isFalse();
  }
}
