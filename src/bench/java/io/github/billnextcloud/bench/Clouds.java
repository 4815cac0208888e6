package io.github.billnextcloud.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** What a suspension costs at a real cloud, beside the two plain requests of another program. */
final class Clouds implements AutoCloseable {

  private final CloudsOptions options;
  private final PrintStream out;
  private final RealCloud cloud;
  private final Path folder;
  private final Stopwatch stopwatch;
  private final List<CloudContender> contenders = new ArrayList<>();
  private final Map<CloudContender, String> users = new LinkedHashMap<>();
  private final Map<CloudContender, List<Run>> runs = new LinkedHashMap<>();
  private final List<Resident> workers = new ArrayList<>();
  private final List<String> made = new ArrayList<>();
  private int hosts;
  private boolean closed;

  Clouds(CloudsOptions options, PrintStream out) throws IOException, InterruptedException {
    this.options = options;
    this.out = out;
    cloud = new RealCloud(options.address(), options.login, options.password());
    folder = Files.createTempDirectory("pmnextcloud-bench-").toRealPath();
    stopwatch = new Stopwatch(folder, Map.of());
    // Whoever loses patience leaves no users, and no passwords in files.
    Runtime.getRuntime().addShutdownHook(new Thread(this::tidy, "tidy"));
  }

  void measure() throws IOException, InterruptedException {
    String told = cloud.told();
    contenders.add(CloudContender.peer(options, folder));
    contenders.addAll(ours());
    OptionalInt before = cloud.devices();
    String load = Machine.load();
    for (CloudContender contender : contenders) {
      users.put(contender, make());
    }
    rounds();
    line("%s, measured on %s: %s. %d rounds.", told, LocalDate.now(), processor(), options.rounds);
    line("");
    table();
    if (options.many > 0) {
      throngs();
    }
    OptionalInt after = cloud.devices();
    if (before.isPresent() && after.isPresent()) {
      line(
          "The account's list of devices: %d before, %d after.",
          before.getAsInt(), after.getAsInt());
    }
    line("Load average before %s, after %s.", load, Machine.load());
  }

  private static String processor() {
    return Runtime.getRuntime().availableProcessors() + " cores, the cloud's too if it is here";
  }

  /**
   * Alone: the kept session is taken away before each event. Each way is another module of its own
   * host, so that none lives on another one's session.
   */
  private List<CloudContender> ours() throws IOException, InterruptedException {
    List<CloudContender> all = new ArrayList<>(by("password"));
    String app = options.appPassword();
    if (!app.isEmpty()) {
      all.addAll(by("app password", "nc_app_password", app));
    }
    return all;
  }

  private List<CloudContender> by(String what, String... more)
      throws IOException, InterruptedException {
    List<String> all =
        new ArrayList<>(List.of("nc_username", options.login, "nc_password", options.password()));
    all.addAll(List.of(more));
    String[] settings = all.toArray(String[]::new);
    InstalledRoot alone = installed();
    InstalledRoot row = installed();
    InstalledRoot warm = installed();
    workers.add(new Resident(warm));
    Contender.Preparation forget = () -> delete(alone.folder().resolve("var/pmnextcloud.sessions"));
    return List.of(
        CloudContender.ours(what + ", alone", alone, options, forget, settings),
        CloudContender.ours(what + ", in a row", row, options, () -> {}, settings),
        CloudContender.ours(what + ", by the worker", warm, options, () -> {}, settings));
  }

  /** By a short name: that of a socket below it may not be long. */
  private InstalledRoot installed() throws IOException, InterruptedException {
    Path root = folder.resolve(Integer.toString(++hosts));
    for (String part : new String[] {"sbin", "etc", "var"}) {
      Files.createDirectories(root.resolve(part));
    }
    return InstalledRoot.into(root, Path.of(System.getProperty("java.home")));
  }

  /** All in turn, a suspension and its end by turns; the first two do not count. */
  private void rounds() throws IOException, InterruptedException {
    Random random = new Random(options.rounds);
    List<CloudContender> order = new ArrayList<>(contenders);
    for (int round = -1; round <= options.rounds; round++) {
      Collections.shuffle(order, random);
      boolean suspend = Math.floorMod(round, 2) == 1;
      for (CloudContender contender : order) {
        Run run = run(contender, users.get(contender), suspend);
        if (round > 0) {
          runs.computeIfAbsent(contender, first -> new ArrayList<>()).add(run);
        }
      }
    }
  }

  private Run run(CloudContender contender, String user, boolean suspend)
      throws IOException, InterruptedException {
    contender.before().run();
    Job job = job(contender, user, suspend, 0);
    Run run = stopwatch.run(job);
    check(contender, user, suspend, job, run);
    return run;
  }

  private Job job(CloudContender contender, String user, boolean suspend, int number)
      throws IOException {
    CloudContender.Line line = contender.line(user, suspend);
    return Job.of(contender.folder(), line.argv(), line.document(), folder, number);
  }

  private void check(CloudContender contender, String user, boolean suspend, Job job, Run run)
      throws IOException, InterruptedException {
    boolean answered = job.complained().isEmpty() && !job.said().contains("<error");
    if (run.exitCode() != 0 || !answered || cloud.isEnabled(user) == suspend) {
      throw new IOException(
          contender.name()
              + ", exit code "
              + run.exitCode()
              + ": "
              + job.said()
              + job.complained());
    }
  }

  private void table() {
    line("| one at a time | wall, ms | CPU, ms | wall / peer |");
    line("|---|--:|--:|--:|");
    List<Run> peer = runs.get(contenders.get(0));
    for (CloudContender contender : contenders) {
      List<Run> own = runs.get(contender);
      line(
          "| %s | %.0f | %.0f | %.2f |",
          contender.name(),
          Medians.median(own, Run::wallMillis),
          Medians.median(own, Run::cpuMillis),
          Medians.ratio(own, peer, Run::wallMillis));
    }
    line("");
  }

  /** The same users are suspended by one, resumed by the next, and so on. */
  private void throngs() throws IOException, InterruptedException {
    List<String> many = new ArrayList<>();
    while (many.size() < options.many) {
      many.add(make());
    }
    line("| %d, %d at a time | seconds | of the peer's |", options.many, Crowd.AT_ONCE);
    line("|---|--:|--:|");
    boolean suspend = true;
    double peer = 0;
    for (CloudContender contender : contenders) {
      if (!contender.name().endsWith("alone")) {
        double seconds = throng(contender, many, suspend);
        peer = peer == 0 ? seconds : peer;
        line("| %s | %.1f | %.2f |", contender.name(), seconds, seconds / peer);
        suspend = !suspend;
      }
    }
    line("");
  }

  private double throng(CloudContender contender, List<String> many, boolean suspend)
      throws IOException, InterruptedException {
    List<Job> jobs = new ArrayList<>();
    for (String user : many) {
      jobs.add(job(contender, user, suspend, jobs.size()));
    }
    long begun = System.nanoTime();
    List<Run> all = stopwatch.runAll(jobs, Crowd.AT_ONCE);
    double seconds = (System.nanoTime() - begun) / 1e9;
    for (int at = 0; at < jobs.size(); at++) {
      check(contender, many.get(at), suspend, jobs.get(at), all.get(at));
    }
    return seconds;
  }

  /** A user with a name and a password that nobody else has. */
  private String make() throws IOException, InterruptedException {
    String user = "bench_" + UUID.randomUUID().toString().substring(0, 13);
    cloud.create(user, UUID.randomUUID().toString());
    made.add(user);
    return user;
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> paths = Files.walk(tree)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private void tidy() {
    try {
      close();
    } catch (IOException lost) {
      System.err.println("bench: left behind: " + made + ", " + folder);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    for (Resident worker : workers) {
      worker.close();
    }
    stopwatch.close();
    try {
      for (String user : made) {
        cloud.delete(user);
      }
      cloud.logout();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    delete(folder);
  }
}
