package io.github.billnextcloud.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.operator.logs.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Counts grow with the log, whenever somebody looks, and forget nothing that the log forgets. */
class RunCountersTest {

  private static final Instant BEGIN = Instant.parse("2026-11-26T10:00:00Z");

  private final List<LogLine> log = new ArrayList<>();

  private static Instant at(long second) {
    return BEGIN.plusSeconds(second);
  }

  private RunCountersTest line(long second, String number, String module, String message) {
    Map<String, String> facts = module.isEmpty() ? Map.of() : Map.of("module", module);
    log.add(new LogLine(at(second).toString(), number, "INFO", facts, message, List.of()));
    return this;
  }

  /** A run of a minute from that second on. */
  private RunCountersTest run(long second, String number, String command, int code) {
    return line(second, number, "", "asked: " + command)
        .line(second + 60, number, "3", "answered: exit code " + code + " after 60000 ms");
  }

  private RunCounters look(RunCounters before, long second) {
    RunCounters counters = RunCounters.of(before.lines()).before(at(second));
    log.forEach(counters::take);
    counters.end();
    return counters;
  }

  @Test
  void runWhenItEndedIsCountedByCommandAndOutcome() {
    run(0, "1", "open", 0).run(1, "2", "open", 1).run(2, "3", "audit", 2).run(3, "4", "x", 64);
    RunCounters counters = look(new RunCounters(), 500);

    assertThat(counters.of(RunCounters.RUNS, "open", "done")).isEqualTo(1);
    assertThat(counters.of(RunCounters.RUNS, "open", "failed")).isEqualTo(1);
    assertThat(counters.of(RunCounters.RUNS, "audit", "differences")).isEqualTo(1);
    assertThat(counters.of(RunCounters.RUNS, "x", "refused")).isEqualTo(1);
    assertThat(counters.of(RunCounters.SECONDS, "open", RunCounters.UNKNOWN)).isEqualTo(120);
    assertThat(counters.of(RunCounters.DURATIONS, "open", "60.0")).isEqualTo(2);
  }

  /** The law of it: how often, and when, somebody looks does not change what is counted. */
  @Property(tries = 200)
  void looksWhereverTheyFallCountEachRunOnce(
      @ForAll @IntRange(max = 400) int first, @ForAll @IntRange(max = 400) int second) {
    log.clear();
    for (int run = 0; run < 20; run++) {
      run(run * 13L, "n" + run, run % 2 == 0 ? "open" : "stat", run % 3 == 0 ? 1 : 0);
    }
    RunCounters once = look(new RunCounters(), 1_000);
    RunCounters often = look(look(look(new RunCounters(), first), second), 1_000);

    assertThat(often.lines()).isEqualTo(once.lines());
  }

  /** Who has written it may be a moment late with it. */
  @Test
  void lineWhenItIsNewerThanAFewSecondsWaitsForTheNextLook() {
    line(0, "1", "", "asked: open").line(58, "1", "", "answered: exit code 0 after 58000 ms");
    RunCounters early = look(new RunCounters(), 60);

    assertThat(early.of(RunCounters.RUNS, "open", "done")).isZero();
    assertThat(look(early, 64).of(RunCounters.RUNS, "open", "done")).isEqualTo(1);
  }

  @Test
  void failureIsCountedByErrorAndModule() {
    line(0, "1", "", "asked: suspend");
    line(1, "1", "3", "failed: pmnextcloud_cloud_throttled: wait");
    line(2, "1", "3", "answered: exit code 1 after 2000 ms");

    assertThat(look(new RunCounters(), 60).of(RunCounters.ERRORS, "cloud_throttled", "3")).isOne();
  }

  @Test
  void waitIsCountedByModule() {
    line(0, "1", "", "asked: suspend");
    line(1, "1", "3", "waits 1500 ms before the cloud is asked again");
    line(4, "1", "3", "waits 500 ms before the cloud is asked again");
    RunCounters counters = look(new RunCounters(), 60);

    assertThat(counters.find(RunCounters.WAITS, "3")).hasValue(2.0);
    assertThat(counters.find(RunCounters.WAITED, "3")).hasValue(2.0);
  }

  @Test
  void statWhenItSucceededIsRememberedWithWhatIsStored() {
    line(0, "1", "", "asked: stat");
    line(1, "1", "3", "counted: 2 services, 1500 bytes, 2 figures written, 0 not charged by space");
    line(2, "1", "3", "answered: exit code 0 after 2000 ms");
    line(10, "2", "", "asked: stat").line(11, "2", "3", "answered: exit code 1 after 900 ms");
    RunCounters counters = look(new RunCounters(), 60);

    assertThat(counters.find(RunCounters.STORED, "3")).hasValue(1500.0);
    assertThat(counters.find(RunCounters.COUNTED, "3")).hasValue((double) at(2).getEpochSecond());
  }

  /** Whatever somebody types as a command is in the log, and must not be a label for ever. */
  @Test
  void commandWhenItIsNoNameIsNoLabel() {
    run(0, "1", "<script> ' OR 1", 1);

    assertThat(look(new RunCounters(), 500).lines()).noneMatch(line -> line.contains("script"));
  }

  @Test
  void runWithoutAnEndIsForgottenAfterADay() {
    line(0, "1", "", "asked: open");

    assertThat(look(new RunCounters(), 1_000).lines()).anyMatch(it -> it.startsWith("open 1"));
    assertThat(look(look(new RunCounters(), 1_000), 100_000).lines())
        .noneMatch(it -> it.startsWith("open 1"));
  }

  @Test
  void countersWhenTheFileIsDamagedBeginAnew() {
    assertThat(RunCounters.of(List.of("until yesterday")).until()).isEqualTo(Instant.EPOCH);
    assertThat(RunCounters.of(List.of("sum runs")).until()).isEqualTo(Instant.EPOCH);
    assertThat(RunCounters.of(List.of("nonsense")).until()).isEqualTo(Instant.EPOCH);
  }
}
