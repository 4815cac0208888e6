package io.github.billnextcloud.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The small programs of the benchmark that must cost nothing, compiled where it runs. */
final class CProgram {

  static final Path SOURCES = Path.of("src/bench/peers").toAbsolutePath();

  private CProgram() {}

  /**
   * Compiles a source and returns where it was put.
   *
   * @param defines macro names and values
   */
  static Path compile(String name, Path target, Map<String, Integer> defines)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("cc", "-O2", "-o", target.toString()));
    defines.forEach((macro, value) -> line.add("-D" + macro + "=" + value));
    line.add(SOURCES.resolve(name + ".c").toString());
    Command.run(Path.of("."), Map.of(), line);
    return target;
  }
}
