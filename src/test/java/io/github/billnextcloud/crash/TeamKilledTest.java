package io.github.billnextcloud.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.crash.Ordeal.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A team of twelve, whose every change is the last thing that a run does, or one whose answer is
 * lost: it ends as one that nobody disturbs. With {@code -Dcrash.everywhere=true} each command in
 * each kind of space, and each member's change; otherwise some.
 */
class TeamKilledTest {

  @TempDir Path roots;

  @ParameterizedTest
  @MethodSource("io.github.billnextcloud.crash.TeamOrdeals#silenced")
  void endWhenEachChangeKillsOrIsNotAnsweredIsThatOfAnUndisturbedRun(Ordeal ordeal)
      throws Exception {
    SilencedProgram program = new SilencedProgram(roots);
    Outcome undisturbed = ordeal.undisturbed(program);
    assertThat(undisturbed.holds()).doesNotContain("runningoperation", "task");

    assertSame(ordeal, undisturbed, "killed", ordeal.killedOverAndOver(program));
    assertSame(ordeal, undisturbed, "not answered", ordeal.answersLost(program));
  }

  private static void assertSame(Ordeal ordeal, Outcome undisturbed, String how, Outcome outcome) {
    assertThat(outcome.killedAt()).isNotEmpty();
    assertThat(outcome.isAs(undisturbed))
        .as(
            "%s: undisturbed it leaves%n%s%nbut %s at %s",
            ordeal, undisturbed.holds(), how, outcome)
        .isTrue();
    System.out.printf("%s: %s at %d changes%n", ordeal, how, outcome.killedAt().size());
  }
}
