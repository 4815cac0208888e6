package io.github.billnextcloud.bench;

import io.github.billnextcloud.bench.Crowd.Throng;
import io.github.billnextcloud.bench.Site.Toll;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What was measured, as tables of Markdown. */
final class Figures {

  private final StringBuilder text = new StringBuilder();

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  Figures note(String format, Object... values) {
    line(format, values);
    line("");
    return this;
  }

  Figures rounds(Rounds rounds) {
    line(
        "| | wall, ms | CPU, ms | peak, MiB | asked | wall / hello | wall / Python | CPU / Python"
            + " |");
    line("|---|--:|--:|--:|--:|--:|--:|--:|");
    String name = "";
    for (Trial trial : rounds.trials()) {
      if (!trial.name().equals(name) && !trial.isHello()) {
        line("| **%s** | | | | | | | |", trial.name());
      }
      name = trial.name();
      trial(rounds, trial);
    }
    line("");
    return this;
  }

  private void trial(Rounds rounds, Trial trial) {
    List<Run> runs = rounds.runs(trial);
    List<Run> python = rounds.runs(trial.name(), Contender.PYTHON);
    line(
        "| %s | %.0f | %.0f | %.0f | %s | %.2f | %s | %s |",
        trial.contender().name(),
        Medians.median(runs, Run::wallMillis),
        Medians.median(runs, Run::cpuMillis),
        runs.stream().mapToDouble(Run::peakMib).max().orElseThrow(),
        asked(rounds.toll(trial)),
        Medians.ratio(runs, rounds.hello(), Run::wallMillis),
        ratio(runs, python, Run::wallMillis),
        ratio(runs, python, Run::cpuMillis));
  }

  private static String ratio(List<Run> runs, List<Run> others, ToDoubleFunction<Run> figure) {
    return others.isEmpty()
        ? "–"
        : String.format(Locale.ROOT, "%.2f", Medians.ratio(runs, others, figure));
  }

  private static String asked(Toll toll) {
    return toll.requests() + toll.calls() == 0
        ? "–"
        : toll.requests() + " · " + toll.passwordChecks() + " · " + toll.calls();
  }

  Figures crowd(List<Throng> throngs) {
    line(
        "| %d at a time | suspends | a second | p50, ms | p95, ms | CPU each, ms | peak, MiB |",
        Crowd.AT_ONCE);
    line("|---|--:|--:|--:|--:|--:|--:|");
    for (Throng throng : throngs) {
      line(
          "| %s | %,d | %.1f | %.0f | %.0f | %.0f | %.0f |",
          throng.name(),
          throng.runs().size(),
          throng.perSecond(),
          throng.wallMillis(0.5),
          throng.wallMillis(0.95),
          throng.cpuMillis(),
          throng.peakMib());
    }
    line("");
    return this;
  }

  Figures goals(List<Goal> goals) {
    line("| goal | bar | reached | |");
    line("|---|--:|--:|---|");
    goals.forEach(goal -> text.append(goal.row()).append('\n'));
    line("");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
