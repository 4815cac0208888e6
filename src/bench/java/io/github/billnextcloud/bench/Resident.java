package io.github.billnextcloud.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The worker of an installed module that stays, while this benchmark wants it. */
final class Resident implements AutoCloseable {

  /** In which the kernel counts a process's time. */
  private static final double MILLIS_PER_TICK = 10;

  private static final int USER_TIME = 11;

  private final Process worker;

  Resident(InstalledRoot root) throws IOException, InterruptedException {
    Path socket = root.folder().resolve("var/pmnextcloud.sock");
    worker =
        new ProcessBuilder(root.program().toString(), "--resident")
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(worker::destroy, "stop-resident"));
    while (!Files.exists(socket)) {
      if (!worker.isAlive()) {
        throw new IOException("the resident worker did not start");
      }
      Thread.sleep(20);
    }
  }

  /** What it has of the machine's memory now. */
  double residentMib() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + worker.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  /** User and system time since its start. */
  double cpuMillis() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + worker.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long own = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
    long children = Long.parseLong(fields[USER_TIME + 2]) + Long.parseLong(fields[USER_TIME + 3]);
    return (own + children) * MILLIS_PER_TICK;
  }

  @Override
  public void close() throws IOException {
    worker.destroy();
    try {
      if (!worker.waitFor(10, TimeUnit.SECONDS)) {
        worker.destroyForcibly();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
