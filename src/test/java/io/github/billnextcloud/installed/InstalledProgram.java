package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.conversation.Scene;
import io.github.billnextcloud.crash.Boundaries;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What {@code dist/install.sh} puts into a panel's folder, started as BILLmanager starts it.
 *
 * @param root the panel's folder
 */
public record InstalledProgram(Path root) {

  private static final long LONGEST_SECONDS = 60;

  public static InstalledProgram into(Path root) throws IOException, InterruptedException {
    ProgramRun installed =
        ProgramRun.run(Path.of("."), Map.of(), "dist/install.sh", "--prefix", root.toString());
    assertThat(installed.exitCode()).as(installed.stderr()).isZero();
    return new InstalledProgram(root);
  }

  /** Runs the scene's operation to its end or to its death. */
  public void run(Scene scene, String command, Boundaries boundaries)
      throws IOException, InterruptedException {
    String item = Long.toString(scene.item());
    String operation = Long.toString(scene.operation());
    List<String> line =
        List.of(
            root.resolve("processing/pmnextcloud").toString(),
            "--command",
            command,
            "--item",
            item,
            "--runningoperation",
            operation);
    ProcessBuilder builder = new ProcessBuilder(line).directory(root.toFile());
    builder.environment().putAll(Map.of("LANG", "C", "LC_ALL", "C"));
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    Process process = boundaries.start(builder);
    process.getOutputStream().close();
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException(command + " did not end");
    }
  }
}
