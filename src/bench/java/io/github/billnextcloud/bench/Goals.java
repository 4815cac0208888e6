package io.github.billnextcloud.bench;

import static io.github.billnextcloud.bench.Contender.OURS;
import static io.github.billnextcloud.bench.Contender.PUBLISHED;
import static io.github.billnextcloud.bench.Contender.PYTHON;
import static io.github.billnextcloud.bench.Trial.FEATURES;
import static io.github.billnextcloud.bench.Trial.SUSPEND_HTTPS;
import static io.github.billnextcloud.bench.Trial.SUSPEND_SLOW;

import java.util.ArrayList;
import java.util.List;

/** What the rounds are held against. */
final class Goals {

  private final Rounds rounds;
  private final List<Goal> all = new ArrayList<>();

  private Goals(Rounds rounds) {
    this.rounds = rounds;
  }

  static List<Goal> of(Rounds rounds) {
    Goals goals = new Goals(rounds);
    List<Run> features = rounds.runs(FEATURES, OURS);
    goals.ratio("`features` / Java hello world", features, rounds.hello(), 1.25);
    List<Run> published = rounds.runs(FEATURES, PUBLISHED);
    goals.ratio("`features` / Python, as published", features, published, 0.5);
    List<Run> suspend = rounds.runs(SUSPEND_HTTPS, OURS);
    List<Run> python = rounds.runs(SUSPEND_HTTPS, PYTHON);
    goals.ratio("`suspend`, https / Python, the same work", suspend, python, 1.2);
    goals.ratio(
        "the same, the costs of a real cloud / Python, as published",
        rounds.runs(SUSPEND_SLOW, OURS),
        rounds.runs(SUSPEND_SLOW, PUBLISHED),
        0.6);
    goals.peak("peak memory of `features`", features, 50);
    goals.peak("peak memory of `suspend`, https", suspend, 65);
    for (String way : List.of(Contender.WITHOUT_ARCHIVE, Contender.STALE_ARCHIVE)) {
      String how = way.replace("– ", "");
      goals.ratio("`features` " + how + " / with it", rounds.runs(FEATURES, way), features, 2.5);
      goals.ratio(
          "`suspend`, https, " + how + " / with it", rounds.runs(SUSPEND_HTTPS, way), suspend, 2.5);
    }
    goals.ratio(
        "`suspend`, https, with the resident worker / Python, the same work",
        rounds.runs(SUSPEND_HTTPS, Contender.RESIDENT),
        python,
        0.1);
    return goals.all;
  }

  private void ratio(String what, List<Run> one, List<Run> other, double bar) {
    if (!one.isEmpty() && !other.isEmpty()) {
      double reached = Medians.ratio(one, other, Run::wallMillis);
      all.add(Goal.atMost(what, reached, bar, "×"));
    }
  }

  /** Of the round that had the most. */
  private void peak(String what, List<Run> runs, double bar) {
    double most = runs.stream().mapToDouble(Run::peakMib).max().orElseThrow();
    all.add(Goal.atMost(what, most, bar, "MiB"));
  }
}
