package io.github.billnextcloud.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident worker of an installed program: started, looked at, stopped. */
final class Residence implements AutoCloseable {

  private final Process worker;

  Residence(Path root) throws IOException, InterruptedException {
    Path socket = root.resolve("var/pmnextcloud.sock");
    worker =
        new ProcessBuilder(root.resolve("processing/pmnextcloud").toString(), "--resident")
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    while (!Files.exists(socket)) {
      if (!worker.isAlive()) {
        throw new IOException("the resident worker did not start");
      }
      Thread.sleep(20);
    }
  }

  /** What it takes of the machine's memory at this moment, in KiB. */
  long residentKib() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + worker.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    worker.destroy();
    try {
      worker.waitFor();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
