package io.github.billnextcloud.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Programs that prepare the benchmark; nothing of theirs is measured. */
final class Command {

  private Command() {}

  /** What it prints on both streams; not to succeed is a failure. */
  static String run(Path folder, Map<String, String> environment, List<String> line)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", line) + ": " + said);
    }
    return said;
  }

  static String run(String... line) throws IOException, InterruptedException {
    return run(Path.of("."), Map.of(), List.of(line));
  }
}
