package io.github.billnextcloud.crash;

import io.github.billnextcloud.standin.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Notes what passes between a running program and both its sides, and kills it at one place. */
public final class Boundaries implements Passage {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Map<String, Integer> times = new HashMap<>();
  private final List<String> passed = new ArrayList<>();
  private final List<String> worlds = new ArrayList<>();
  private final Supplier<String> world;
  private String deadly = "";
  private boolean calm;
  private boolean killed;
  private Process program;

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
    deadly = boundary;
    killed = false;
    times.clear();
    passed.clear();
    worlds.clear();
  }

  /** From now on nothing is noted and nobody is killed. */
  synchronized void calm() {
    calm = true;
  }

  /** The lock keeps the program's first request waiting until it is known whom to kill. */
  public synchronized Process start(ProcessBuilder builder) throws IOException {
    program = builder.start();
    return program;
  }

  @Override
  public synchronized boolean lets(String boundary) {
    if (calm) {
      return true;
    }
    // A cloud's own ids differ from scene to scene.
    String same = ID.matcher(boundary).replaceAll("{id}");
    String name = same + " #" + times.merge(same, 1, Integer::sum);
    passed.add(name);
    worlds.add(world.get());
    if (name.equals(deadly)) {
      kill();
    }
    return !killed;
  }

  private void kill() {
    killed = true;
    try {
      program.destroyForcibly().waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized boolean killed() {
    return killed;
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
