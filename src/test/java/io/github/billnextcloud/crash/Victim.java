package io.github.billnextcloud.crash;

import io.github.billnextcloud.conversation.Scene;
import java.io.IOException;
import java.nio.file.Path;

/** The program, in a shape in which it can be killed at a boundary. */
public interface Victim {

  /** The panel's folder in which it runs next. */
  Path root() throws IOException;

  /** Runs the scene's operation to its end or to its death. */
  void run(Scene scene, String command, Boundaries boundaries)
      throws IOException, InterruptedException;

  /** What BILLmanager does after a death; nobody is killed then. */
  default void runAgain(Scene scene, String command, Boundaries boundaries)
      throws IOException, InterruptedException {
    run(scene, command, boundaries);
  }
}
