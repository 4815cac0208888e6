package io.github.billnextcloud.crash;

import io.github.billnextcloud.conversation.EndState;
import io.github.billnextcloud.conversation.GivenState;
import io.github.billnextcloud.conversation.Scene;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command on one cloud, to be killed anywhere and run again.
 *
 * @param given the world before, in the words of a conversation
 * @param before what happens there first, undisturbed
 */
record Ordeal(String command, Flavour flavour, List<String> given, Consumer<Scene> before) {

  /** With {@code -Dcrash.everywhere=true} at each boundary. */
  static final boolean EVERYWHERE = Boolean.getBoolean("crash.everywhere");

  private static final Pattern TEAM = Pattern.compile("^tariff .*\\bteam=(\\w+)");

  private static final int MOST_KILLS = 12;
  private static final int MOST_RUNS = 3;
  private static final int MOST_CHANGES = 500;

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
      return passwordKept && comparable(holds).equals(comparable(undisturbed.holds));
    }

    /**
     * A password that a killed run has left may have been chosen: then its proof is another one.
     * And seats are counted as the run finds them, before it brings the team to what is sold.
     */
    private static String comparable(String holds) {
      return holds
          .replaceAll("(?m)^itemcryptedparam .*intname=mark_secret}\\R", "")
          .replaceAll("param=seats, value=[\\d.]+", "param=seats");
    }

    @Override
    public String toString() {
      String password = passwordKept ? "" : "\nthe saved password became another one";
      return "killed " + killedAt + password + "\n" + holds + "\n";
    }
  }

  /** A run that nobody disturbs, and the boundaries at which the next are to be killed. */
  Outcome undisturbed(Victim program) throws IOException, InterruptedException {
    return undisturbed(program, EVERYWHERE);
  }

  /**
   * The same.
   *
   * @param everywhere also where nothing has changed since the last one
   */
  Outcome undisturbed(Victim program, boolean everywhere) throws IOException, InterruptedException {
    try (Scene scene = scene(program)) {
      Boundaries boundaries = new Boundaries(() -> EndState.of(scene));
      watch(scene, boundaries);
      program.run(scene, command, boundaries);
      List<String> deadly = everywhere ? boundaries.passed() : boundaries.turns();
      return new Outcome(deadly, List.of(), true, EndState.of(scene));
    }
  }

  /**
   * Takes boundaries and kills the program there. A world that a death has left as it was serves
   * for the next; after the first death that left a trace the program may live.
   */
  Outcome kill(Victim program, Queue<String> left) throws IOException, InterruptedException {
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

  /**
   * Kills each run as soon as it has changed anything, until one has nothing left to change: all
   * that is done is done by runs that died of it. By default a change that is made for many members
   * kills twice.
   *
   * @return killed at a boundary for each change
   */
  Outcome killedOverAndOver(Victim program) throws IOException, InterruptedException {
    try (Scene scene = scene(program)) {
      Boundaries boundaries = new Boundaries();
      watch(scene, boundaries);
      List<String> killedAt = new ArrayList<>();
      Map<String, Integer> deaths = new HashMap<>();
      Set<String> harmless = new HashSet<>();
      String world = EndState.of(scene);
      do {
        boundaries.aim(
            name ->
                isChange(name)
                    && !harmless.contains(name)
                    && deaths.getOrDefault(kind(name), 0) < most(name));
        program.run(scene, command, boundaries);
        if (boundaries.killed()) {
          String at = boundaries.deathbed();
          killedAt.add(at);
          deaths.merge(kind(at), 1, Integer::sum);
          String left = EndState.of(scene);
          // What is only said again brings no run further.
          if (left.equals(world)) {
            harmless.add(at);
          }
          world = left;
        }
      } while (boundaries.killed() && killedAt.size() < MOST_CHANGES);
      boundaries.calm();
      runAgain(program, scene, boundaries);
      return new Outcome(List.of(), killedAt, true, EndState.of(scene));
    }
  }

  /**
   * Loses the answer to each change in the cloud, once, by default to one of each kind: to what was
   * done already, as far as the program can tell. What is sent again is answered. It lives, and is
   * run again where it gives up.
   *
   * @return killed nowhere, but so many answers were lost
   */
  Outcome answersLost(Victim program) throws IOException, InterruptedException {
    try (Scene scene = scene(program)) {
      Boundaries boundaries = new Boundaries();
      watch(scene, boundaries);
      Set<String> lost = new LinkedHashSet<>();
      Set<String> answeredNext = new HashSet<>();
      boundaries.lose(
          name ->
              isChange(name)
                  && !name.contains("mgrctl")
                  && isLostFirst(name, answeredNext)
                  && lost.add(kind(name)));
      program.run(scene, command, boundaries);
      runAgain(program, scene, boundaries);
      return new Outcome(List.of(), List.copyOf(lost), true, EndState.of(scene));
    }
  }

  /** Every second one of the same: who is counted anew is not told from who is sent again. */
  private static boolean isLostFirst(String boundary, Set<String> answeredNext) {
    String same = boundary.replaceAll(" #\\d+$", "");
    return !EVERYWHERE || !answeredNext.remove(same) && answeredNext.add(same);
  }

  private static boolean isChange(String boundary) {
    return boundary.matches("after (POST|PUT|DELETE|PATCH|MKCOL|mgrctl \\w+\\.(save|post|drop)).*");
  }

  /** Whomever it is about, and how often it came by. */
  private static String kind(String boundary) {
    return EVERYWHERE ? boundary : boundary.replaceAll("/\\w+_\\d+(-\\d+)?(?=[/ ])| #\\d+$", "");
  }

  private static int most(String boundary) {
    // Each saves another param.
    return EVERYWHERE ? MOST_CHANGES : boundary.contains("mgrctl") ? 6 : 2;
  }

  private Scene scene(Victim program) throws IOException {
    Scene scene = new GivenState(given).scene(program.root(), flavour, command);
    before.accept(scene);
    scene.cloud().forgetRequests();
    // What happened before has ended it.
    return !isConfirmed() || scene.panel().operationOpen(scene.operation())
        ? scene
        : new Scene(
            scene.panel(),
            scene.cloud(),
            scene.item(),
            scene.panel().beginOperation(scene.item(), command));
  }

  private static void watch(Scene scene, Boundaries boundaries) throws IOException {
    scene.cloud().watch(boundaries);
    scene.panel().watch(boundaries);
  }

  /** What ends no operation is asked for again by a person, or on the next day. */
  private boolean isConfirmed() {
    return !command.equals("stat") && !command.equals("sync_item");
  }

  /** As BILLmanager does; what is confirmed is not run again. */
  private void runAgain(Victim program, Scene scene, Boundaries boundaries)
      throws IOException, InterruptedException {
    if (!isConfirmed()) {
      program.runAgain(scene, command, boundaries);
      return;
    }
    for (int run = 1; run <= MOST_RUNS && isRunAgain(scene); run++) {
      scene.panel().trycount(scene.operation(), run);
      program.runAgain(scene, command, boundaries);
    }
  }

  private static boolean isRunAgain(Scene scene) {
    return scene.panel().operationOpen(scene.operation())
        && !scene.panel().manual(scene.operation());
  }

  private static String password(Scene scene) {
    return scene.panel().secretParam(scene.item(), "userpassword");
  }

  @Override
  public String toString() {
    Matcher team = TEAM.matcher(given.get(0));
    return command + " on " + flavour + (team.find() ? " of a team by " + team.group(1) : "");
  }
}
