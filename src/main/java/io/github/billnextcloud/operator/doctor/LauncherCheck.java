package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.cli.BilingualText;
import io.github.billnextcloud.command.Features;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Starts the launcher as BILLmanager starts it, with the question that it asks first. */
record LauncherCheck(Path root) {

  /** As bare as the environment of a panel's process may be. */
  private static final Map<String, String> BARE = Map.of("LC_ALL", "C", "PATH", "/usr/bin:/bin");

  CheckFinding look() throws IOException, InterruptedException {
    Path launcher = root.resolve("processing/pmnextcloud");
    if (!Files.isRegularFile(launcher)) {
      return CheckFinding.failed(
          text("%s is not there", "файла %s нет", name(launcher)), SharedRemedies.INSTALL_AGAIN);
    }
    if (!Files.isExecutable(launcher)) {
      return CheckFinding.failed(
          text("%s is not executable", "%s нельзя выполнить", name(launcher)),
          text("Run: chmod 755 %s", "Выполните: chmod 755 %s", launcher));
    }
    long begun = System.nanoTime();
    String answer = started(launcher);
    long millis = (System.nanoTime() - begun) / 1_000_000;
    return answer.equals(Features.ANSWER)
        ? CheckFinding.fine(
            text("%s answers in %s ms", "%s отвечает за %s мс", shown(launcher), millis))
        : CheckFinding.failed(
            text(
                "%s answers not as this version does: %s",
                "%s отвечает не так, как эта версия: %s", shown(launcher), beginning(answer)),
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

  private BilingualText shown(Path launcher) throws IOException {
    return Files.isSymbolicLink(launcher)
        ? text("%s, a link to %s,", "%s, ссылка на %s,", name(launcher), launcher.toRealPath())
        : text("%s", "%s", name(launcher));
  }

  private Path name(Path launcher) {
    return RelativePath.root(root, launcher);
  }

  private static String beginning(String answer) {
    String text = answer.isBlank() ? "–" : answer.strip();
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
