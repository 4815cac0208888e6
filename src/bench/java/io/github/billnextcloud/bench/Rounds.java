package io.github.billnextcloud.bench;

import io.github.billnextcloud.bench.Site.Toll;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs all trials in turn, round by round, and lets none count whose outcome is wrong. */
final class Rounds {

  private final Site site;
  private final Stopwatch stopwatch;
  private final List<Trial> trials;
  private final Map<Trial, List<Run>> runs = new LinkedHashMap<>();
  private final Map<Trial, Toll> tolls = new LinkedHashMap<>();

  Rounds(Site site, Stopwatch stopwatch, List<Trial> trials) {
    this.site = site;
    this.stopwatch = stopwatch;
    this.trials = trials;
  }

  /**
   * One round more than these, the first of which is not counted. Each has an order of its own, so
   * that what a trial leaves behind does not always strike the same one.
   */
  void run(int counted) throws IOException {
    Random random = new Random(counted);
    List<Trial> order = new ArrayList<>(trials);
    for (int round = 0; round <= counted; round++) {
      Collections.shuffle(order, random);
      for (Trial trial : order) {
        Run run = run(trial);
        if (round > 0) {
          runs.computeIfAbsent(trial, first -> new ArrayList<>()).add(run);
        }
      }
    }
  }

  private Run run(Trial trial) throws IOException {
    trial.contender().before().run();
    Errand.Asked asked = trial.errand().next();
    site.forget();
    Path folder = trial.contender().folder();
    Job job = Job.of(folder, trial.contender().line(asked), asked.document(), site.folder, 0);
    Run run = stopwatch.run(job);
    tolls.put(trial, site.toll());
    String complaint = complaint(trial, run, job, asked);
    if (!complaint.isEmpty()) {
      throw new IOException(
          String.join(": ", trial.name(), trial.contender().name(), complaint)
              + "\n"
              + job.said()
              + job.complained());
    }
    return run;
  }

  private static String complaint(Trial trial, Run run, Job job, Errand.Asked asked)
      throws IOException {
    if (run.exitCode() != 0) {
      return "exit code " + run.exitCode();
    }
    if (!trial.answer().test(job.said()) || !job.complained().isEmpty()) {
      return "a wrong answer";
    }
    return asked.complaint().get();
  }

  List<Trial> trials() {
    return trials;
  }

  List<Run> runs(Trial trial) {
    return runs.get(trial);
  }

  /** Nothing when it was not among the trials. */
  List<Run> runs(String name, String contender) {
    return trials.stream()
        .filter(trial -> trial.name().equals(name) && trial.contender().name().equals(contender))
        .findFirst()
        .map(runs::get)
        .orElse(List.of());
  }

  List<Run> hello() {
    return runs(Trial.HELLO, Contender.HELLO);
  }

  Toll toll(Trial trial) {
    return tolls.get(trial);
  }
}
