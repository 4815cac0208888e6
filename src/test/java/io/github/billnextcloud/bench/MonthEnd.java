package io.github.billnextcloud.bench;

import io.github.billnextcloud.standin.cloud.Flavour;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Many suspends, as at a month's end: each by a process of its own, and by a resident worker. */
final class MonthEnd {

  private static final String LINE = "%-34s %8s %8s %8s %10s %8s";
  private static final int AT_ONCE = 8;
  private static final int WARM_UP = 300;
  private static final int EACH_ROUND = 1_000;

  private final Table table;
  private final ManyServices services;
  private final Path program;

  private MonthEnd(Table table, ManyServices services) throws IOException, InterruptedException {
    this.table = table;
    this.services = services;
    new Installed(services);
    program = services.panel().root().resolve("processing/pmnextcloud");
    services.cloud().keepNoJournal();
    withoutJvm(services.panel().mgrctl());
  }

  /**
   * Suspends so many services cold and warm.
   *
   * @param soak requests for which the worker's memory is watched afterwards
   */
  static void measure(Table table, int count, int soak) throws IOException, InterruptedException {
    try (ManyServices services = new ManyServices(Flavour.NEXTCLOUD_34, Math.max(count, WARM_UP))) {
      MonthEnd monthEnd = new MonthEnd(table, services);
      table.note("%n%,d suspends, http, mgrctl without a JVM:%n", count);
      table.note(LINE, "", "alone ms", "p50 ms", "p95 ms", "a second", "failed");
      monthEnd.line("a process for each", Math.min(count, 200));
      try (Residence worker = new Residence(services.panel().root())) {
        table.note("worker at its start: %,d MB", worker.residentKib() / 1024);
        monthEnd.suspend(WARM_UP, AT_ONCE);
        monthEnd.line("a resident worker", count);
        monthEnd.soak(worker, soak);
      }
    }
  }

  /** Starting a JVM for each call would measure the stand-in. */
  private static void withoutJvm(Path mgrctl) throws IOException {
    String port = Files.readString(mgrctl).replaceAll("(?s).* (\\d+) \"\\$@\".*", "$1");
    Path script = Path.of("src/test/resources/bench/mgrctl.pl").toAbsolutePath();
    String start = "#!/bin/sh\nSTANDIN_PORT=%s exec perl %s \"$@\"\n";
    Files.writeString(mgrctl, start.formatted(port.strip(), script));
  }

  private void line(String way, int count) throws IOException, InterruptedException {
    double[] alone = suspend(Math.min(count, 50), 1);
    long begun = System.nanoTime();
    double[] times = suspend(count, AT_ONCE);
    double seconds = (System.nanoTime() - begun) / 1e9;
    table.note(
        LINE,
        way,
        Table.seconds(at(alone, 0.5)),
        Table.seconds(at(times, 0.5)),
        Table.seconds(at(times, 0.95)),
        Table.seconds(count / seconds),
        failed(count));
  }

  private long failed(int count) {
    return services.items().subList(0, count).stream()
        .filter(
            item ->
                services.panel().status(item) != 3
                    || services.cloud().account(ManyServices.login(item)).orElseThrow().enabled())
        .count();
  }

  private void soak(Residence worker, int requests) throws IOException, InterruptedException {
    int done = 0;
    for (int round = 1; done < requests; round++) {
      int count = Math.min(EACH_ROUND, Math.min(requests - done, services.items().size()));
      long begun = System.nanoTime();
      suspend(count, AT_ONCE);
      double seconds = (System.nanoTime() - begun) / 1e9;
      done += count;
      long failed = failed(count);
      if (Integer.bitCount(round) == 1 || round % 10 == 0 || failed > 0 || done >= requests) {
        table.note(
            "after %,8d requests: %,4d MB, %.0f a second, %d failed",
            done, worker.residentKib() / 1024, count / seconds, failed);
      }
    }
  }

  /** Milliseconds of each, in ascending order. */
  private double[] suspend(int count, int atOnce) throws IOException, InterruptedException {
    List<Long> items = services.items().subList(0, count);
    List<Long> operations = new ArrayList<>();
    for (long item : items) {
      services.cloud().account(ManyServices.login(item)).orElseThrow().setEnabled(true);
      services.panel().sql("UPDATE item SET status = 2 WHERE id = ?", item);
      operations.add(services.panel().beginOperation(item, "suspend"));
    }
    services.panel().forgetCalls();
    double[] times = new double[count];
    AtomicInteger next = new AtomicInteger();
    ExecutorService panel = Executors.newFixedThreadPool(atOnce);
    try {
      List<Callable<Void>> starters = new ArrayList<>();
      for (int starter = 0; starter < atOnce; starter++) {
        starters.add(
            () -> {
              for (int at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
                services.cloud().halfAnHourLater();
                times[at] = suspend(items.get(at), operations.get(at));
              }
              return null;
            });
      }
      for (Future<Void> starter : panel.invokeAll(starters)) {
        starter.get();
      }
    } catch (ExecutionException broken) {
      throw new IOException(broken.getCause());
    } finally {
      panel.shutdown();
    }
    Arrays.sort(times);
    return times;
  }

  private double suspend(long item, long operation) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    new ProcessBuilder(
            program.toString(),
            "--command",
            "suspend",
            "--item",
            Long.toString(item),
            "--runningoperation",
            Long.toString(operation))
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectErrorStream(true)
        .redirectOutput(Redirect.DISCARD)
        .start()
        .waitFor();
    return (System.nanoTime() - begun) / 1e6;
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))];
  }
}
