package io.github.billnextcloud.provisioning.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.team.MemberEnd.MemberEnds;
import io.github.billnextcloud.provisioning.team.MemberEnd.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of members whom a team has no more. */
class MemberEndTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

  private static MemberEnd end(String login, Outcome outcome) {
    return new MemberEnd(new UserId(login), outcome, DAY);
  }

  @Test
  void parseWhenItIsOurTextIsWhatWasKept() {
    MemberEnds ends = new MemberEnds(List.of());
    for (Outcome outcome : Outcome.values()) {
      ends = ends.with(end("x" + outcome.ordinal(), outcome));
    }

    assertThat(ends.text()).startsWith("x0 deleted 2026-11-26; x1 not_made_here 2026-11-26");
    assertThat(MemberEnds.parse(ends.text())).isEqualTo(ends);
  }

  @Test
  void parseWhenSomebodyHasEditedItHasTheRest() {
    assertThat(
            MemberEnds.parse(
                "a deleted 2026-11-26; b lost 2026-11-26; c deleted soon; ; d gone 2026-11-26 x"))
        .isEqualTo(new MemberEnds(List.of(end("a", Outcome.DELETED))));
  }

  @Test
  void withWhenALoginHasAnEndAlreadyHasTheLast() {
    MemberEnds ends =
        MemberEnds.parse("a deleted 2026-11-26; b deleted 2026-11-26")
            .with(end("a", Outcome.ANOTHERS));

    assertThat(ends.of(Outcome.DELETED)).containsExactly(end("b", Outcome.DELETED));
    assertThat(ends.of(Outcome.ANOTHERS)).containsExactly(end("a", Outcome.ANOTHERS));
  }
}
