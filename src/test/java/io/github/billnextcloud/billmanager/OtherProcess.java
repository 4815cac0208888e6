package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.model.BillingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Another process that wants a service's lock, and tells whether it got it. */
final class OtherProcess {

  private OtherProcess() {}

  public static void main(String[] args) {
    try (ItemLock lock = ItemLock.take(Path.of(args[0]), Long.parseLong(args[1]), Duration.ZERO)) {
      System.out.print(lock == null ? "" : "taken");
    } catch (BillingException refused) {
      System.out.print(refused.kind());
    }
  }

  static String takes(Path root, long item) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                root.toString(),
                Long.toString(item))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
