package io.github.billnextcloud.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The installed program, started as BILLmanager starts it: a process for each event. */
final class Installed {

  private final ManyServices services;
  private final Path root;
  private final Path said;

  Installed(ManyServices services) throws IOException, InterruptedException {
    this.services = services;
    this.root = services.panel().root();
    this.said = root.resolve("said");
    run(List.of("sh", "dist/install.sh", "--prefix", root.toString()), Path.of("."));
    run(List.of(program(), "--command", "features"), root);
  }

  private String program() {
    return root.resolve("processing/pmnextcloud").toString();
  }

  Measured count() throws IOException, InterruptedException {
    Measured measured = event("stat", "--module", Long.toString(services.module()));
    return measured.withFigures(services.figures().size());
  }

  Measured event(String command, String... options) throws IOException, InterruptedException {
    services.cloud().forgetRequests();
    services.panel().forgetCalls();
    List<String> line = new ArrayList<>(List.of(program(), "--command", command));
    line.addAll(List.of(options));
    long begun = System.nanoTime();
    ProcessSize size = run(line, root);
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Measured(
        services.cloud().requestCount(), seconds, size.cpuSeconds(), size.peakKib(), 0);
  }

  private ProcessSize run(List<String> command, Path folder)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Process process =
        builder.redirectErrorStream(true).redirectOutput(Redirect.to(said.toFile())).start();
    process.getOutputStream().close();
    ProcessSize size = ProcessSize.untilItEnds(process);
    if (process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + Files.readString(said));
    }
    return size;
  }

  /** The line with which the program closes the day. */
  String counted() throws IOException {
    try (Stream<String> lines = Files.lines(root.resolve("var/pmnextcloud.log"))) {
      return lines
          .filter(line -> line.contains("counted: "))
          .reduce((earlier, later) -> later)
          .map(line -> line.replaceFirst(".*counted: ", "counted: "))
          .orElse("");
    }
  }
}
