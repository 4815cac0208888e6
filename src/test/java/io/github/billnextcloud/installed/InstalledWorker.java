package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.Scene;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The installed launcher with a resident worker behind it, and a count of what started cold. */
public final class InstalledWorker {

  private static final Map<String, String> BARE = Map.of("LANG", "C", "LC_ALL", "C");

  private final Path root;
  private final Path colds;
  private final Path script;
  private final String patient;
  private Process worker;

  private InstalledWorker(Path root) throws IOException {
    this.root = root;
    this.colds = root.resolve("cold-starts");
    this.script = root.resolve("lib/pmnextcloud/warm.sh");
    this.patient = Files.readString(script);
  }

  /** Installs; nothing is resident yet. */
  public static InstalledWorker into(Path root) throws IOException, InterruptedException {
    InstalledProgram.copyInto(root).withArchive();
    InstalledWorker installed = new InstalledWorker(root);
    Files.createDirectories(root.resolve("var"));
    Path java = root.resolve("lib/pmnextcloud/java");
    String real = java.toRealPath().toString();
    Files.delete(java);
    Files.writeString(
        java,
        """
        #!/bin/sh
        case "$*" in *--resident) ;; *) echo cold >>'%s' ;; esac
        exec '%s' "$@"
        """
            .formatted(installed.colds, real));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setLastModifiedTime(java.resolveSibling("java.time"), Files.getLastModifiedTime(java));
    Path archived = java.resolveSibling("archive/java");
    Files.delete(archived);
    Files.createSymbolicLink(archived, java);
    return installed;
  }

  Path root() {
    return root;
  }

  /** The same program, to be run in a process of its own or by the worker. */
  public InstalledProgram program() {
    return new InstalledProgram(root);
  }

  Path socket() {
    return root.resolve("var/pmnextcloud.sock");
  }

  Process process() {
    return worker;
  }

  /** Starts the worker by hand, and waits for its socket. */
  public InstalledWorker start(String... environment) throws IOException, InterruptedException {
    ProcessBuilder builder = launcher(List.of("--resident")).redirectInput(new File("/dev/null"));
    for (String variable : environment) {
      builder.environment().put(variable.split("=")[0], variable.split("=")[1]);
    }
    int logged = log().length();
    worker = builder.redirectOutput(Redirect.DISCARD).start();
    // The socket is there a moment before the line is.
    while (!log().substring(logged).contains("resident worker: takes requests")) {
      assertThat(worker.isAlive()).as("the worker lives").isTrue();
      Thread.sleep(20);
    }
    return this;
  }

  ProcessBuilder launcher(List<String> args) {
    List<String> command =
        new ArrayList<>(List.of(root.resolve("processing/pmnextcloud").toString()));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().putAll(BARE);
    return builder.redirectError(Redirect.DISCARD);
  }

  /** As BILLmanager asks. */
  Scene.Said ask(String stdin, String... args) throws IOException, InterruptedException {
    return said(stdin, launcher(List.of(args)));
  }

  /** The same, whatever is resident. */
  Scene.Said askCold(String stdin, String... args) throws IOException, InterruptedException {
    ProcessBuilder builder = launcher(List.of(args));
    builder.environment().put("PMNEXTCLOUD_COLD", "yes");
    return said(stdin, builder);
  }

  static Scene.Said said(String stdin, ProcessBuilder builder)
      throws IOException, InterruptedException {
    Process process = builder.start();
    try (OutputStream document = process.getOutputStream()) {
      document.write(stdin.getBytes(StandardCharsets.UTF_8));
    } catch (IOException notWanted) {
      // A command that reads nothing may have ended.
    }
    String stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Scene.Said(process.waitFor(), stdout);
  }

  /** From now on the launcher gives a worker up that is silent for so long, not for 15 seconds. */
  void hurry(int seconds) throws IOException {
    String hasty =
        patient
            .replace("--speed-time 15", "--speed-time " + seconds)
            .replace("-t 15 -T 15", "-t " + seconds + " -T " + seconds)
            .replace("-ge 14", "-ge " + (seconds - 1));
    assertThat(hasty.length()).isEqualTo(patient.length() - 4);
    Files.writeString(script, hasty);
  }

  void hurryNoMore() throws IOException {
    Files.writeString(script, patient);
  }

  /** How many events a process of their own has handled since this was asked the last time. */
  public int coldStarts() throws IOException {
    int count = Files.exists(colds) ? Files.readAllLines(colds).size() : 0;
    Files.deleteIfExists(colds);
    return count;
  }

  String log() throws IOException {
    Path log = root.resolve("var/pmnextcloud.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  public void stop() throws InterruptedException {
    if (worker != null) {
      worker.destroy();
      if (!worker.waitFor(60, TimeUnit.SECONDS)) {
        worker.destroyForcibly().waitFor();
      }
    }
  }
}
