package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.conversation.Scene;
import io.github.billnextcloud.crash.Boundaries;
import io.github.billnextcloud.crash.Victim;
import io.github.billnextcloud.standin.Caretaker;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What {@code dist/install.sh} puts into a panel's folder, started as BILLmanager starts it.
 *
 * @param root the panel's folder
 */
public record InstalledProgram(Path root) implements Victim {

  private static final long LONGEST_SECONDS = 300;

  private static Path copied;
  private static Path archived;

  /** Without the archive of class data, as a copy of what is installed once for all such tests. */
  public static InstalledProgram copyInto(Path root) throws IOException, InterruptedException {
    run("cp", "-a", copied() + "/.", root.toString());
    return new InstalledProgram(root);
  }

  /**
   * With the archive, which is made once for all such tests, too. Java takes it for the very file
   * that it was made from, wherever it lies: so the jar becomes a link to that.
   */
  public InstalledProgram withArchive() throws IOException, InterruptedException {
    Path from = archived().resolve("lib/pmnextcloud");
    run(
        "cp",
        "-alf",
        from.resolve("archive").toString(),
        from.resolve("pmnextcloud.jar").toString(),
        root.resolve("lib/pmnextcloud").toString());
    return this;
  }

  private static synchronized Path archived() throws IOException, InterruptedException {
    if (archived == null) {
      archived = copyInto(folder()).root();
      run(archived.resolve("lib/pmnextcloud/make-archive").toString());
    }
    return archived;
  }

  private static Path folder() throws IOException {
    Path folder = Files.createTempDirectory("installed");
    Caretaker.watch(folder);
    return folder;
  }

  private static synchronized Path copied() throws IOException, InterruptedException {
    if (copied == null) {
      copied = folder();
      run("dist/install.sh", "--without-archive", "--prefix", copied.toString());
    }
    return copied;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    ProgramRun ended = ProgramRun.run(Path.of("."), Map.of(), command);
    assertThat(ended.exitCode()).as(ended.stderr()).isZero();
  }

  /** In a process of its own. */
  @Override
  public void run(Scene scene, String command, Boundaries boundaries)
      throws IOException, InterruptedException {
    run(scene, command, boundaries, Map.of("PMNEXTCLOUD_COLD", "yes"));
  }

  /** By the resident worker, where there is one. */
  @Override
  public void runAgain(Scene scene, String command, Boundaries boundaries)
      throws IOException, InterruptedException {
    run(scene, command, boundaries, Map.of());
  }

  private void run(
      Scene scene, String command, Boundaries boundaries, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.addAll(List.of(root.resolve("processing/pmnextcloud").toString(), "--command", command));
    line.addAll(
        command.equals("stat")
            ? List.of("--module", Long.toString(scene.module()))
            : List.of(
                "--item",
                Long.toString(scene.item()),
                "--runningoperation",
                Long.toString(scene.operation())));
    ProcessBuilder builder = new ProcessBuilder(line).directory(root.toFile());
    builder.environment().putAll(Map.of("LANG", "C", "LC_ALL", "C"));
    builder.environment().putAll(environment);
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    Process process = boundaries.start(builder);
    process.getOutputStream().close();
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException(command + " did not end");
    }
  }
}
