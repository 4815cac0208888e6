package io.github.billnextcloud.provisioning.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.provisioning.team.MemberWish.Wishes;
import io.github.billnextcloud.provisioning.team.TeamRoster.RosterChange;
import io.github.billnextcloud.text.Language;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MembersReportTest {

  private static final Wishes NOTHING = MemberWish.parse("");

  private static final TeamRoster ROSTER =
      TeamRoster.parse(
          "ann_1 ann@a.org active - -; bob_1 bob@a.org closed 2026-12-24 -;"
              + " cat_1 cat@a.org blocked - -");

  @Test
  void reportWhenAllWentWellSaysHowManyThereAre() {
    TeamRoster one = TeamRoster.parse("ann_1 ann@a.org active - -");
    RosterChange change = new RosterChange(one, List.of());

    assertThat(
            new MembersReport(change, NOTHING, OptionalInt.of(5))
                .of(one, List.of(), List.of())
                .in(Language.EN))
        .isEqualTo("Members: 2 of 5.");
    assertThat(
            new MembersReport(change, NOTHING, OptionalInt.empty())
                .of(one, List.of(), List.of())
                .in(Language.RU))
        .isEqualTo("Участников: 2.");
  }

  @Test
  void reportWhenSeatsEndSaysWhoseAndWhen() {
    TeamRoster warned =
        TeamRoster.parse(
            "ann_1 ann@a.org warned 2026-11-27 -; bob_1 bob@a.org warned 2026-11-28 -;"
                + " cat_1 cat@a.org warned 2026-11-27 -");
    MembersReport report =
        new MembersReport(new RosterChange(warned, List.of()), NOTHING, OptionalInt.of(1));

    assertThat(report.of(warned, List.of(), List.of()).in(Language.EN))
        .isEqualTo(
            "Members: 4 of 1. More members than seats; from 2026-11-27 on disabled, unless there"
                + " are seats by then: ann@a.org, cat@a.org. More members than seats; from"
                + " 2026-11-28 on disabled, unless there are seats by then: bob@a.org.");
  }

  @Test
  void reportWhenSomethingIsAmissTellsIt() {
    RosterChange change = new RosterChange(ROSTER, List.of("cat@a.org", "dan@a.org"));

    assertThat(
            new MembersReport(change, MemberWish.parse("Eve"), OptionalInt.of(2))
                .of(ROSTER, List.of("fay@a"), List.of("eve"))
                .in(Language.EN))
        .isEqualTo(
            "Members: 2 of 2. No seat is left for: cat@a.org, dan@a.org. The cloud does not take:"
                + " fay@a. Taken out: bob@a.org. No address was found in: 'Eve'."
                + " No administrators of the group any more: eve.");
  }

  @Test
  void reportWhenManyAreConcernedNamesTwenty() {
    RosterChange change = new RosterChange(ROSTER, List.of());
    List<String> twenty = IntStream.rangeClosed(1, 20).mapToObj(at -> "x" + at).toList();
    List<String> more = Stream.concat(twenty.stream(), Stream.of("y", "z")).toList();

    assertThat(
            new MembersReport(change, new Wishes(List.of(), twenty, false), OptionalInt.empty())
                .of(ROSTER, more, List.of())
                .in(Language.EN))
        .isEqualTo(
            "Members: 2. The cloud does not take: %1$s … +2. Taken out: bob@a.org."
                    .formatted(String.join(", ", twenty))
                + " No address was found in: '"
                + String.join("', '", twenty)
                + "'.");
  }

  /** The seat is kept for who may come, but the cloud has nobody yet. */
  @Test
  void reportWhenSomebodyCouldNotBeMadeCountsTheOthers() {
    TeamRoster roster =
        TeamRoster.parse(
            "ann_1 ann@a.org active? - -; bob_1 bob@a.org active - -; cat_1 cat@a.org returning -"
                + " -");
    MembersReport report =
        new MembersReport(new RosterChange(roster, List.of()), NOTHING, OptionalInt.of(5));

    assertThat(report.of(roster, List.of("ann@a.org", "bob@a.org"), List.of()).in(Language.EN))
        .isEqualTo("Members: 3 of 5. The cloud does not take: ann@a.org, bob@a.org.");
  }

  @Test
  void reportWhenALineReadsLikeOursShowsWhoseItIs() {
    TeamRoster one = TeamRoster.parse("ann_1 ann@a.org active - -");
    MembersReport report =
        new MembersReport(
            new RosterChange(one, List.of()),
            MemberWish.parse("Eve. Members: 9\nAnn, Bob"),
            OptionalInt.empty());

    assertThat(report.of(one, List.of(), List.of()).in(Language.EN))
        .isEqualTo("Members: 2. No address was found in: 'Eve. Members: 9', 'Ann, Bob'.");
    assertThat(report.of(one, List.of(), List.of()).in(Language.RU))
        .isEqualTo("Участников: 2. Адрес не найден в строке: «Eve. Members: 9», «Ann, Bob».");
  }

  @Test
  void reportWhenTheListIsOfNoUseIsShortAndSaysSo() {
    TeamRoster one = TeamRoster.parse("ann_1 ann@a.org active - -");
    String line = "Eve, who has no address ".repeat(100_000);
    MembersReport report =
        new MembersReport(
            new RosterChange(one, List.of()),
            MemberWish.parse((line + "\n").repeat(3) + "x\n".repeat(2_000)),
            OptionalInt.empty());

    String told = report.of(one, List.of(), List.of()).in(Language.EN);

    assertThat(told)
        .startsWith(
            "Members: 2. No address was found in: 'Eve, who has no address Eve, who has no address"
                + " Eve, who has no…', 'Eve,")
        .endsWith(
            " … +980. The list has more than 1000 lines: the others were not read, and nobody was"
                + " taken out.")
        .hasSizeLessThan(500);
  }
}
