package io.github.billnextcloud.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs programs by {@code stopwatch.c}, a process so small that it is not in what it measures. */
final class Stopwatch implements AutoCloseable {

  private final Path program;
  private final Path jobs;
  private final Map<String, String> environment;
  private final Process process;
  private final BufferedReader told;

  /**
   * @param folder for its program
   * @param environment of all that is measured, beside this process's own
   */
  Stopwatch(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
    this.environment = environment;
    this.jobs = folder.resolve("jobs");
    this.program = CProgram.compile("stopwatch", folder.resolve("stopwatch"), Map.of());
    this.process = builder(1).start();
    this.told = process.inputReader(StandardCharsets.UTF_8);
  }

  private ProcessBuilder builder(int atOnce) {
    ProcessBuilder builder = new ProcessBuilder(program.toString(), Integer.toString(atOnce));
    // Options meant for other JVMs would be in what is measured.
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
        .forEach(builder.environment()::remove);
    builder.environment().putAll(Map.of("LANG", "C", "LC_ALL", "C", "PYTHONUTF8", "1"));
    builder.environment().putAll(environment);
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  Run run(Job job) throws IOException {
    Writer writer = process.outputWriter(StandardCharsets.UTF_8);
    writer.write(job.line());
    writer.flush();
    String line = told.readLine();
    if (line == null) {
      throw new IOException("the stopwatch has stopped");
    }
    return Run.of(line.substring(line.indexOf(' ') + 1));
  }

  /** What each took, in the order of the jobs; so many run at a time. */
  List<Run> runAll(List<Job> all, int atOnce) throws IOException, InterruptedException {
    StringBuilder lines = new StringBuilder();
    all.forEach(job -> lines.append(job.line()));
    Files.writeString(jobs, lines);
    Process batch = builder(atOnce).redirectInput(jobs.toFile()).start();
    Run[] runs = new Run[all.size()];
    try (BufferedReader reader = batch.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int space = line.indexOf(' ');
        runs[Integer.parseInt(line.substring(0, space))] = Run.of(line.substring(space + 1));
      }
    }
    if (batch.waitFor() != 0 || Arrays.asList(runs).contains(null)) {
      throw new IOException("the stopwatch has lost a job");
    }
    return new ArrayList<>(Arrays.asList(runs));
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
  }
}
