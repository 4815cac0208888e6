package io.github.billnextcloud.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.crash.Ordeal.Outcome;
import io.github.billnextcloud.installed.InstalledProgram;
import io.github.billnextcloud.installed.InstalledWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills the program before and after mgrctl calls, SQL statements and requests, and runs it again
 * as BILLmanager would: it must end where a run that nobody disturbed ends.
 *
 * <p>A death takes with it what the program knew, and leaves what panel and cloud hold: once in
 * each such world, as soon as it is there. With {@code -Dcrash.everywhere=true} it dies at each
 * boundary, also where nothing has changed since the last one.
 *
 * <p>Who dies is a process of its own. What runs after it is the resident worker, which is started
 * once; with {@code -Dcrash.everywhere=true} that is a process of its own as well.
 */
class KilledAnywhereIT {

  /** Two scenes are played at a time, each in a panel's folder of its own. */
  private static final List<InstalledWorker> WORKERS = new ArrayList<>();

  private static final ExecutorService PLAYERS = Executors.newFixedThreadPool(2);

  @TempDir static Path roots;

  @BeforeAll
  static void install() throws Exception {
    for (String name : List.of("one", "other")) {
      Path root = Files.createDirectory(roots.resolve(name));
      InstalledWorker worker = InstalledWorker.into(root);
      WORKERS.add(Ordeal.EVERYWHERE ? worker : worker.start());
    }
  }

  @AfterAll
  static void dismiss() throws InterruptedException {
    PLAYERS.shutdownNow();
    for (InstalledWorker worker : WORKERS) {
      worker.stop();
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.billnextcloud.crash.Ordeals#all")
  void endWhenKilledAnywhereIsThatOfAnUndisturbedRun(Ordeal ordeal) throws Exception {
    Outcome undisturbed = ordeal.undisturbed(WORKERS.get(0).program());
    assertThat(undisturbed.holds()).doesNotContain("runningoperation", "task");
    kill(ordeal, undisturbed, undisturbed.boundaries());
  }

  /** {@link TeamKilledTest} kills many more, in one process; by default two are real deaths. */
  @ParameterizedTest
  @MethodSource("io.github.billnextcloud.crash.TeamOrdeals#installed")
  void endOfTeamWhenKilledIsThatOfAnUndisturbedRun(Ordeal ordeal) throws Exception {
    Outcome undisturbed = ordeal.undisturbed(WORKERS.get(0).program());
    assertThat(undisturbed.holds()).doesNotContain("runningoperation", "task");
    List<String> all = undisturbed.boundaries();
    kill(
        ordeal,
        undisturbed,
        Ordeal.EVERYWHERE ? all : List.of(all.get(all.size() / 3), all.get(all.size() * 2 / 3)));
  }

  /** Each command in each kind of space, once in each world that it leaves. */
  @ParameterizedTest
  @EnabledIfSystemProperty(named = "crash.everywhere", matches = "true")
  @MethodSource("io.github.billnextcloud.crash.TeamOrdeals#all")
  void endOfAnyTeamWhenKilledAfterAChangeIsThatOfAnUndisturbedRun(Ordeal ordeal) throws Exception {
    Outcome undisturbed = ordeal.undisturbed(WORKERS.get(0).program(), false);
    assertThat(undisturbed.holds()).doesNotContain("runningoperation", "task");
    kill(ordeal, undisturbed, undisturbed.boundaries());
  }

  private static void kill(Ordeal ordeal, Outcome undisturbed, List<String> boundaries)
      throws Exception {
    List<Outcome> outcomes = killedAtEach(ordeal, boundaries);
    assertThat(outcomes.stream().filter(outcome -> !outcome.isAs(undisturbed)))
        .as("%s: undisturbed it leaves%n%s%nbut it was", ordeal, undisturbed.holds())
        .isEmpty();
    int killed = outcomes.stream().mapToInt(outcome -> outcome.killedAt().size()).sum();
    assertThat(processesStarted()).as("processes, which can be killed").isGreaterThan(killed);
    // The farewell to the database is not waited for: the program may be further, or through.
    assertThat(killed).isBetween(boundaries.size() - 1, boundaries.size());
    System.out.println(ordeal + ": killed at " + killed + " boundaries, all converged");
  }

  private static int processesStarted() throws IOException {
    int count = 0;
    for (InstalledWorker worker : WORKERS) {
      count += worker.coldStarts();
    }
    return count;
  }

  private static List<Outcome> killedAtEach(Ordeal ordeal, List<String> boundaries)
      throws Exception {
    Queue<String> left = new ConcurrentLinkedQueue<>(boundaries);
    Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    List<Callable<Void>> players = new ArrayList<>();
    for (InstalledWorker worker : WORKERS) {
      InstalledProgram program = worker.program();
      players.add(
          () -> {
            while (!left.isEmpty()) {
              outcomes.add(ordeal.kill(program, left));
            }
            return null;
          });
    }
    for (Future<Void> player : PLAYERS.invokeAll(players)) {
      player.get();
    }
    return List.copyOf(outcomes);
  }
}
