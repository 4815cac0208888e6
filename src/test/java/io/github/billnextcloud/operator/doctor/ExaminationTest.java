package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.operator.Text.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.command.Progress;
import io.github.billnextcloud.operator.Text;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExaminationTest {

  private static final Text DO = text("do it", "сделайте это");

  private final Examination examination = new Examination(Duration.ofMillis(300), Progress.none());

  private static Check check(String id, Check.Look look, String... needs) {
    return Check.of(id, text("Check %s", "Проверка %s", id), DO, look, needs);
  }

  private static Finding fine() {
    return Finding.fine(text("well", "хорошо"));
  }

  private List<State> states() {
    return Spoken.complete(examination.results()).stream().map(Result::state).toList();
  }

  @Test
  void checkWhenWhatItNeedsFailedIsNotLookedAtAndNamesTheFirstCause() {
    AtomicInteger looks = new AtomicInteger();
    examination.go(
        0,
        List.of(
            check("a", () -> Finding.failed(text("broken", "сломано"), DO)),
            check("b", () -> fine(), "a"),
            check(
                "c",
                () -> {
                  looks.incrementAndGet();
                  return fine();
                },
                "b"),
            check("d", () -> fine())));
    assertThat(states()).containsExactly(State.FAILED, State.SKIPPED, State.SKIPPED, State.FINE);
    assertThat(examination.results().get(2).finding().found().english())
        .isEqualTo("waits for: Check a");
    assertThat(looks).hasValue(0);
  }

  @Test
  void checkWhenWhatItNeedsOnlyWarnsIsLookedAt() {
    examination.go(
        0,
        List.of(
            check("a", () -> Finding.warning(text("old", "старое"), DO)),
            check("b", () -> fine(), "a")));
    assertThat(states()).containsExactly(State.WARNING, State.FINE);
  }

  @Test
  void checkWhenItThrowsFailsWithItsOwnRemedy() {
    examination.go(
        0,
        List.of(
            check(
                "a",
                () -> {
                  throw new IllegalStateException("no such thing");
                })));
    assertThat(examination.results().get(0).finding())
        .isEqualTo(Finding.failed(text("failed: no such thing", "не удалось: no such thing"), DO));
  }

  @Test
  void checkWhenItHangsIsLeftBehind() {
    long begun = System.nanoTime();
    examination.go(
        0,
        List.of(
            check(
                "a",
                () -> {
                  Thread.sleep(60_000);
                  return fine();
                }),
            check("b", () -> fine())));
    assertThat(states()).containsExactly(State.FAILED, State.FINE);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void checkWhenItFailedForOneModuleIsLookedAtForTheNext() {
    examination.go(1, List.of(check("a", () -> Finding.failed(text("broken", "сломано"), DO))));
    examination.go(2, List.of(check("a", () -> fine()), check("b", () -> fine(), "a")));
    assertThat(states()).containsExactly(State.FAILED, State.FINE, State.FINE);
  }

  @Test
  void exitCodeWhenComparedTellsTheWorst() {
    Result well = new Result(0, check("a", () -> fine()), fine());
    Result warns = new Result(0, well.check(), Finding.warning(text("old", "старое"), DO));
    Result fails = new Result(0, well.check(), Finding.failed(text("off", "нет"), DO));
    Path root = Path.of("/panel");
    assertThat(new Report(root, List.of(), List.of(well)).exitCode()).isZero();
    assertThat(new Report(root, List.of(), List.of(well, warns)).exitCode()).isEqualTo(2);
    assertThat(new Report(root, List.of(), List.of(fails, warns)).exitCode()).isEqualTo(1);
  }
}
