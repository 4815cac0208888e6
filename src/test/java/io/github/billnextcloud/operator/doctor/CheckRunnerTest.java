package io.github.billnextcloud.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CheckRunnerTest {

  private static final Sentence DO = Sentence.of("doctor.install_again");

  private final CheckRunner examination =
      new CheckRunner(Duration.ofMillis(300), TerminalProgress.none());

  private static CheckDefinition check(String id, CheckDefinition.Look look, String... needs) {
    return CheckDefinition.of(id, Sentence.verbatim("Check " + id), DO, look, needs);
  }

  private static CheckFinding fine() {
    return CheckFinding.fine(Sentence.verbatim("well"));
  }

  private List<CheckStatus> states() {
    return Spoken.complete(examination.results()).stream().map(CheckResult::state).toList();
  }

  @Test
  void checkWhenWhatItNeedsFailedIsNotLookedAtAndNamesTheFirstCause() {
    AtomicInteger looks = new AtomicInteger();
    examination.go(
        OptionalLong.empty(),
        List.of(
            check("a", () -> CheckFinding.failed(Sentence.verbatim("broken"), DO)),
            check("b", () -> fine(), "a"),
            check(
                "c",
                () -> {
                  looks.incrementAndGet();
                  return fine();
                },
                "b"),
            check("d", () -> fine())));
    assertThat(states())
        .containsExactly(
            CheckStatus.FAILED, CheckStatus.SKIPPED, CheckStatus.SKIPPED, CheckStatus.FINE);
    assertThat(examination.results().get(2).finding().found().in(Language.EN))
        .isEqualTo("waits for: Check a");
    assertThat(looks).hasValue(0);
  }

  @Test
  void checkWhenWhatItNeedsOnlyWarnsIsLookedAt() {
    examination.go(
        OptionalLong.empty(),
        List.of(
            check("a", () -> CheckFinding.warning(Sentence.verbatim("old"), DO)),
            check("b", () -> fine(), "a")));
    assertThat(states()).containsExactly(CheckStatus.WARNING, CheckStatus.FINE);
  }

  @Test
  void checkWhenItThrowsFailsWithItsOwnRemedy() {
    examination.go(
        OptionalLong.empty(),
        List.of(
            check(
                "a",
                () -> {
                  throw new IllegalStateException("no such thing");
                })));
    assertThat(examination.results().get(0).finding())
        .isEqualTo(
            CheckFinding.failed(
                Sentence.of("doctor.failed", Sentence.verbatim("no such thing")), DO));
  }

  @Test
  @Timeout(120)
  void checkWhenItHangsIsLeftBehind() {
    CountDownLatch never = new CountDownLatch(1);
    examination.go(
        OptionalLong.empty(),
        List.of(
            check(
                "a",
                () -> {
                  never.await();
                  return fine();
                }),
            check("b", () -> fine())));
    assertThat(states()).containsExactly(CheckStatus.FAILED, CheckStatus.FINE);
  }

  @Test
  void checkWhenItFailedForOneModuleIsLookedAtForTheNext() {
    examination.go(
        OptionalLong.of(1),
        List.of(check("a", () -> CheckFinding.failed(Sentence.verbatim("broken"), DO))));
    examination.go(
        OptionalLong.of(2), List.of(check("a", () -> fine()), check("b", () -> fine(), "a")));
    assertThat(states()).containsExactly(CheckStatus.FAILED, CheckStatus.FINE, CheckStatus.FINE);
  }

  @Test
  void exitCodeWhenComparedTellsTheWorst() {
    CheckResult well = new CheckResult(OptionalLong.empty(), check("a", () -> fine()), fine());
    CheckResult warns =
        new CheckResult(
            OptionalLong.empty(), well.check(), CheckFinding.warning(Sentence.verbatim("old"), DO));
    CheckResult fails =
        new CheckResult(
            OptionalLong.empty(), well.check(), CheckFinding.failed(Sentence.verbatim("off"), DO));
    Path root = Path.of("/panel");
    assertThat(new DoctorReport(root, List.of(), List.of(well)).exitCode()).isZero();
    assertThat(new DoctorReport(root, List.of(), List.of(well, warns)).exitCode()).isEqualTo(2);
    assertThat(new DoctorReport(root, List.of(), List.of(fails, warns)).exitCode()).isEqualTo(1);
  }
}
