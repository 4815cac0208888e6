package io.github.billnextcloud.crash;

import io.github.billnextcloud.conversation.EndState;
import io.github.billnextcloud.conversation.GivenState;
import io.github.billnextcloud.conversation.Scene;
import io.github.billnextcloud.installed.InstalledProgram;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * One lifecycle command on one cloud, to be killed anywhere and run again.
 *
 * @param given the world before, in the words of a conversation
 */
record Ordeal(String command, Flavour flavour, List<String> given) {

  /** With {@code -Dcrash.everywhere=true} at each boundary. */
  private static final boolean EVERYWHERE = Boolean.getBoolean("crash.everywhere");

  private static final int MOST_KILLS = 12;
  private static final int MOST_RUNS = 3;

  /**
   * What became of one world.
   *
   * @param boundaries where a run that nobody disturbed is to be killed
   * @param killedAt where runs were killed, one after the other
   * @param passwordKept whether a password stayed that was saved when the program died
   * @param holds all that is true in the end
   */
  record Outcome(
      List<String> boundaries, List<String> killedAt, boolean passwordKept, String holds) {

    boolean isAs(Outcome undisturbed) {
      return passwordKept && withoutSpareProof(holds).equals(withoutSpareProof(undisturbed.holds));
    }

    /**
     * A password that a killed run has left may have been chosen: then its proof is another one.
     */
    private static String withoutSpareProof(String holds) {
      return holds.replaceAll("(?m)^itemcryptedparam .*intname=mark_secret}\\R", "");
    }

    @Override
    public String toString() {
      String password = passwordKept ? "" : "\nthe saved password became another one";
      return "killed " + killedAt + password + "\n" + holds + "\n";
    }
  }

  Outcome undisturbed(InstalledProgram program) throws IOException, InterruptedException {
    try (Scene scene = scene(program)) {
      Boundaries boundaries = new Boundaries(() -> EndState.of(scene));
      watch(scene, boundaries);
      program.run(scene, command, boundaries);
      List<String> deadly = EVERYWHERE ? boundaries.passed() : boundaries.turns();
      return new Outcome(deadly, List.of(), true, EndState.of(scene));
    }
  }

  /**
   * Takes boundaries and kills the program there. A world that a death has left as it was serves
   * for the next; after the first death that left a trace the program may live.
   */
  Outcome kill(InstalledProgram program, Queue<String> left)
      throws IOException, InterruptedException {
    try (Scene scene = scene(program)) {
      Boundaries boundaries = new Boundaries();
      watch(scene, boundaries);
      String first = password(scene);
      String before = EndState.of(scene);
      List<String> killedAt = new ArrayList<>();
      do {
        String deadly = left.poll();
        boundaries.aimAt(deadly == null ? "" : deadly);
        program.run(scene, command, boundaries);
        if (boundaries.killed()) {
          killedAt.add(deadly);
        }
      } while (boundaries.killed()
          && killedAt.size() < MOST_KILLS
          && EndState.of(scene).equals(before));
      String saved = password(scene);
      boundaries.calm();
      runAgain(program, scene, boundaries);
      boolean kept = first == null || first.equals(saved);
      kept &= saved == null || saved.equals(password(scene));
      return new Outcome(boundaries.passed(), killedAt, kept, EndState.of(scene));
    }
  }

  private Scene scene(InstalledProgram program) throws IOException {
    return new GivenState(given).scene(program.root(), flavour, command);
  }

  private static void watch(Scene scene, Boundaries boundaries) throws IOException {
    scene.cloud().watch(boundaries);
    scene.panel().watch(boundaries);
  }

  /** As BILLmanager does; an operation that is confirmed is not run again. */
  private void runAgain(InstalledProgram program, Scene scene, Boundaries boundaries)
      throws IOException, InterruptedException {
    for (int run = 1; run <= MOST_RUNS && scene.panel().operationOpen(scene.operation()); run++) {
      scene.panel().trycount(scene.operation(), run);
      program.run(scene, command, boundaries);
    }
  }

  private static String password(Scene scene) {
    return scene.panel().secretParam(scene.item(), "userpassword");
  }

  @Override
  public String toString() {
    return command + " on " + flavour;
  }
}
