package io.github.billnextcloud.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How much a process took: looked up while it lives, so that its last moments are missed.
 *
 * @param peakKib the kernel's high-water mark of resident memory
 */
record ProcessSize(double cpuSeconds, long peakKib) {

  private static final long EVERY_MILLIS = 20;

  static ProcessSize untilItEnds(Process process) throws InterruptedException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    Duration cpu = Duration.ZERO;
    long peak = 0;
    do {
      peak = Math.max(peak, peak(status));
      cpu = process.info().totalCpuDuration().orElse(cpu);
    } while (!process.waitFor(EVERY_MILLIS, TimeUnit.MILLISECONDS));
    return new ProcessSize(cpu.toNanos() / 1e9, peak);
  }

  private static long peak(Path status) {
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }
}
