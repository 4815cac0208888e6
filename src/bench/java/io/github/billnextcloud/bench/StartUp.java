package io.github.billnextcloud.bench;

import io.github.billnextcloud.bench.Crowd.Throng;
import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Measures what an event costs from its cold start to its answer, and what others need for it. */
final class StartUp implements AutoCloseable {

  /** So many requests make a resident worker as fast as it gets. */
  private static final int WARM_UP = 300;

  private final StartUpOptions options;
  private final PrintStream out;
  private final Site site;
  private final Stopwatch stopwatch;
  private final Crowd crowd;
  private final InstalledRoot installed;
  private final Figures figures = new Figures();
  private final List<Goal> goals = new ArrayList<>();
  private Contender warm;
  private Resident resident;

  StartUp(StartUpOptions options, PrintStream out)
      throws IOException, InterruptedException, GeneralSecurityException {
    this.options = options;
    this.out = out;
    site = new Site(options.mgrctlMillis);
    stopwatch = new Stopwatch(site.folder, site.authority.bundle());
    crowd = new Crowd(site, stopwatch);
    installed = site.installed();
  }

  void measure() throws IOException, InterruptedException {
    String before = Machine.load();
    figures.note(
        "Measured on %s: %s. %d rounds, mgrctl %d ms longer than at once.",
        LocalDate.now(), Machine.told(), options.rounds, options.mgrctlMillis);
    List<Contender> ours = ours();
    Rounds rounds = new Rounds(site, stopwatch, Trial.all(site, ours));
    rounds.run(options.rounds);
    figures.rounds(rounds);
    goals.addAll(Goals.of(rounds));
    if (options.many > 0) {
      throng(ours.get(0));
    }
    if (options.soak > 0 && resident != null) {
      soak();
    }
    figures.note("Load average before %s, after %s.", before, Machine.load());
    figures.goals(goals);
    out.println(figures);
    if (!options.noPage) {
      Page.write(options.page, figures.toString());
    }
  }

  /** The ways in which the module may be found; the first is the usual one. */
  private List<Contender> ours() throws IOException, InterruptedException {
    List<Contender> ways = new ArrayList<>();
    ways.add(Contender.ours(Contender.OURS, installed, () -> {}));
    if (installed.hasArchive()) {
      InstalledRoot without = site.installed("without-archive").withoutArchive();
      ways.add(Contender.ours(Contender.WITHOUT_ARCHIVE, without, () -> {}));
      InstalledRoot stale = site.installed("stale-archive");
      ways.add(Contender.ours(Contender.STALE_ARCHIVE, stale, stale::touchJar));
    } else {
      figures.note("This version makes no archive of class data.");
    }
    if (installed.hasWorker()) {
      InstalledRoot root = site.installed("resident");
      resident = new Resident(root);
      warm = Contender.ours(Contender.RESIDENT, root, () -> {});
      crowd.suspend(warm, WARM_UP, resident);
      ways.add(warm);
    } else {
      figures.note("This version has no resident worker.");
    }
    return ways;
  }

  /** In two halves, in turn, as the rounds are. */
  private void throng(Contender cold) throws IOException, InterruptedException {
    Contender python = Contender.python(site);
    int half = (options.many + 1) / 2;
    Throng ours = crowd.suspend(cold, half, null);
    Throng theirs = crowd.suspend(python, half, null);
    List<Throng> throngs = new ArrayList<>();
    if (resident != null) {
      throngs.add(crowd.suspend(warm, options.manyWarm, resident));
    }
    ours = ours.and(crowd.suspend(cold, half, null));
    theirs = theirs.and(crowd.suspend(python, half, null));
    for (Throng throng : throngs) {
      double ratio = throng.perSecond() / theirs.perSecond();
      goals.add(
          Goal.atLeast("suspends a second with the resident worker / Python", ratio, 10, "×"));
    }
    throngs.add(0, ours);
    throngs.add(theirs);
    figures.crowd(throngs);
  }

  private void soak() throws IOException, InterruptedException {
    List<Soak.Sample> samples = new Soak(crowd, warm, resident).run(options.soak, out);
    figures.note(
        "The resident worker had at most %.0f MiB in %,d requests.",
        Soak.most(samples), options.soak);
    goals.add(
        Goal.atMost(
            "the worker's memory in the second half of the requests / in the first",
            Soak.growth(samples),
            1.1,
            "×"));
  }

  @Override
  public void close() throws IOException {
    if (resident != null) {
      resident.close();
    }
    stopwatch.close();
    site.close();
  }
}
