package io.github.billnextcloud.crash;

import io.github.billnextcloud.Main;
import io.github.billnextcloud.conversation.Scene;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program in this JVM: from the boundary on at which it is killed nothing of it reaches panel
 * or cloud, and nothing reaches it, which is all that a death is to those two. The interruption
 * only spares it the waiting.
 *
 * @param roots where each scene has a panel's folder of its own
 */
record SilencedProgram(Path roots) implements Victim {

  @Override
  public Path root() throws IOException {
    return Files.createTempDirectory(roots, "panel");
  }

  @Override
  public void run(Scene scene, String command, Boundaries boundaries) {
    boundaries.threaten(Thread.currentThread()::interrupt);
    run(scene, command);
    // One that was meant for it comes after its end, at the worst, and before this.
    boundaries.threaten(() -> {});
    Thread.interrupted();
  }

  /**
   * Undisturbed, and not as the scene's operation.
   *
   * @return what it answers
   */
  static String run(Scene scene, String command) {
    String[] of =
        command.equals("stat")
            ? new String[] {"--module", Long.toString(scene.module())}
            : new String[] {"--item", Long.toString(scene.item())};
    ByteArrayInputStream nothing = new ByteArrayInputStream(new byte[0]);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    Main.run(nothing, answer, scene.panel().root(), "--command", command, of[0], of[1]);
    return answer.toString(StandardCharsets.UTF_8);
  }
}
