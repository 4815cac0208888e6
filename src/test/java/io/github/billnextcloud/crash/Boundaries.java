package io.github.billnextcloud.crash;

import io.github.billnextcloud.standin.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Notes what passes between a running program and both its sides, and kills it at one place. */
public final class Boundaries implements Passage {

  /** What a cloud, or chance, gives differs from scene to scene. */
  private static final Pattern ID =
      Pattern.compile(
          "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\b(team|share)-\\d+-[a-z][a-z0-9]{9}\\b");

  private final Map<String, Integer> times = new HashMap<>();
  private final List<String> passed = new ArrayList<>();
  private final List<String> worlds = new ArrayList<>();
  private final Supplier<String> world;
  private Predicate<String> deadly = name -> false;
  private Predicate<String> lossy = name -> false;
  private boolean calm;
  private boolean killed;
  private String deathbed = "";
  private Runnable death = () -> {};

  Boundaries() {
    this(() -> "");
  }

  /**
   * Notes also what each boundary is passed in.
   *
   * @param world how panel and cloud are at the moment
   */
  Boundaries(Supplier<String> world) {
    this.world = world;
  }

  /** The next run is killed at the boundary of this name. */
  synchronized void aimAt(String boundary) {
    aim(boundary::equals);
  }

  /** The next run is killed at the first boundary of such a name. */
  synchronized void aim(Predicate<String> boundary) {
    deadly = boundary;
    killed = false;
    times.clear();
    passed.clear();
    worlds.clear();
  }

  /** From now on such boundaries let nothing through, and nobody is killed. */
  synchronized void lose(Predicate<String> boundary) {
    aim(name -> false);
    lossy = boundary;
  }

  /** From now on nothing is noted and nobody is killed. */
  synchronized void calm() {
    calm = true;
  }

  /** The lock keeps the program's first request waiting until it is known whom to kill. */
  public synchronized Process start(ProcessBuilder builder) throws IOException {
    Process program = builder.start();
    death = () -> end(program);
    return program;
  }

  /** How whoever runs from now on is killed. */
  synchronized void threaten(Runnable killing) {
    death = killing;
  }

  private static void end(Process program) {
    try {
      program.destroyForcibly().waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean lets(String boundary) {
    if (calm) {
      return true;
    }
    String same = ID.matcher(boundary).replaceAll("{id}");
    String name = same + " #" + times.merge(same, 1, Integer::sum);
    passed.add(name);
    worlds.add(world.get());
    if (!killed && deadly.test(name)) {
      killed = true;
      deathbed = name;
      death.run();
    }
    return !killed && !lossy.test(name);
  }

  synchronized boolean killed() {
    return killed;
  }

  /** The name of the boundary at which the last run was killed. */
  synchronized String deathbed() {
    return deathbed;
  }

  /** The names of all that came by, in order. */
  synchronized List<String> passed() {
    return List.copyOf(passed);
  }

  /** Of them, those where the world has just become another one, and the first. */
  synchronized List<String> turns() {
    List<String> turns = new ArrayList<>();
    for (int at = 0; at < passed.size(); at++) {
      if (at == 0 || !worlds.get(at).equals(worlds.get(at - 1))) {
        turns.add(passed.get(at));
      }
    }
    return turns;
  }
}
