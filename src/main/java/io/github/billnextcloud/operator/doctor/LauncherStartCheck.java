package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.operator.PanelRelativePath;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Starts the launcher as BILLmanager starts it, with the question that it asks first. */
record LauncherStartCheck(Path root) {

  /** As bare as the environment of a panel's process may be. */
  private static final Map<String, String> BARE = Map.of("LC_ALL", "C", "PATH", "/usr/bin:/bin");

  CheckFinding look() throws IOException, InterruptedException {
    Path launcher = root.resolve("processing/pmnextcloud");
    if (!Files.isRegularFile(launcher)) {
      return CheckFinding.failed(
          Sentence.of("doctor.file_missing", name(launcher)), SharedRemedies.INSTALL_AGAIN);
    }
    if (!Files.isExecutable(launcher)) {
      return CheckFinding.failed(
          Sentence.of("doctor.not_executable", name(launcher)),
          Sentence.of("doctor.run_chmod_755", launcher));
    }
    long begun = System.nanoTime();
    String answer = started(launcher);
    long millis = (System.nanoTime() - begun) / 1_000_000;
    return answer.equals(Features.ANSWER)
        ? CheckFinding.fine(Sentence.of("doctor.answers_ms", shown(launcher), millis))
        : CheckFinding.failed(
            Sentence.of("doctor.answers_not_version_does", shown(launcher), beginning(answer)),
            SharedRemedies.INSTALL_AGAIN);
  }

  private String started(Path launcher) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(launcher.toString(), "--command", "features")
            .directory(root.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(BARE);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      byte[] said = process.getInputStream().readNBytes(1 << 16);
      process.waitFor();
      return new String(said, StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }

  private Sentence shown(Path launcher) throws IOException {
    return Files.isSymbolicLink(launcher)
        ? Sentence.of("doctor.launcher_link", name(launcher), launcher.toRealPath())
        : Sentence.joined(name(launcher));
  }

  private Path name(Path launcher) {
    return PanelRelativePath.root(root, launcher);
  }

  private static String beginning(String answer) {
    String text = answer.isBlank() ? "–" : answer.strip();
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
