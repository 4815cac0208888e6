package io.github.billnextcloud.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A month's end: many services to be suspended, some at a time. */
final class Crowd {

  static final int AT_ONCE = 8;
  private static final int MOST_SERVICES = 1_000;

  private final Site site;
  private final Stopwatch stopwatch;

  Crowd(Site site, Stopwatch stopwatch) {
    this.site = site;
    this.stopwatch = stopwatch;
  }

  /**
   * What many runs of one contender took together.
   *
   * @param seconds from the first start to the last end
   * @param workerMillis CPU of a resident worker meanwhile, which is in no run's figures
   */
  record Throng(String name, List<Run> runs, double seconds, double workerMillis) {

    double perSecond() {
      return runs.size() / seconds;
    }

    double cpuMillis() {
      return (runs.stream().mapToDouble(Run::cpuMillis).sum() + workerMillis) / runs.size();
    }

    double wallMillis(double share) {
      return Medians.percentile(share, runs.stream().mapToDouble(Run::wallMillis).toArray());
    }

    double peakMib() {
      return runs.stream().max(Comparator.comparing(Run::peakKib)).orElseThrow().peakMib();
    }

    /** Both, one after the other. */
    Throng and(Throng other) {
      List<Run> all = new ArrayList<>(runs);
      all.addAll(other.runs);
      return new Throng(name, all, seconds + other.seconds, workerMillis + other.workerMillis);
    }
  }

  /**
   * Suspends so many services over https.
   *
   * @param resident the worker behind the contender; null when there is none
   */
  Throng suspend(Contender contender, int count, Resident resident)
      throws IOException, InterruptedException {
    List<Run> runs = new ArrayList<>();
    double seconds = 0;
    double before = resident == null ? 0 : resident.cpuMillis();
    while (runs.size() < count) {
      List<Long> items = site.https.sold(Math.min(MOST_SERVICES, count - runs.size()));
      List<Job> jobs = jobs(contender, items);
      site.forget();
      long begun = System.nanoTime();
      List<Run> some = stopwatch.runAll(jobs, AT_ONCE);
      seconds += (System.nanoTime() - begun) / 1e9;
      for (int at = 0; at < jobs.size(); at++) {
        check(contender, items.get(at), jobs.get(at), some.get(at));
      }
      runs.addAll(some);
    }
    double worker = resident == null ? 0 : resident.cpuMillis() - before;
    return new Throng(contender.name(), runs, seconds, worker);
  }

  private List<Job> jobs(Contender contender, List<Long> items) throws IOException {
    List<Job> jobs = new ArrayList<>();
    for (long item : items) {
      List<String> line = contender.line(Errand.suspend(site.https, item));
      jobs.add(Job.of(contender.folder(), line, "", site.folder, jobs.size()));
    }
    return jobs;
  }

  private void check(Contender contender, long item, Job job, Run run) throws IOException {
    String complaint = site.https.complaintAboutSuspended(item);
    if (run.exitCode() != 0 || !job.said().endsWith("<doc><ok/></doc>\n")) {
      complaint = "exit code " + run.exitCode() + ": " + job.said() + job.complained();
    }
    if (!complaint.isEmpty()) {
      throw new IOException(contender.name() + ", service " + item + ": " + complaint);
    }
  }
}
