package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.BillingException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of the panel that answers in plain lines, whose form nobody promises.
 *
 * @param text stdout and stderr together
 */
record PanelProgram(int exitCode, String text) {

  private static final int LONGEST = 1 << 20;
  private static final long SECONDS = 20;

  /**
   * @param program below the panel's folder
   * @throws BillingException when it cannot be run, or does not end
   */
  static PanelProgram run(Path root, String program, String... args) {
    List<String> line = new ArrayList<>(List.of(root.resolve(program).toString()));
    line.addAll(List.of(args));
    try {
      Process process =
          new ProcessBuilder(line).directory(root.toFile()).redirectErrorStream(true).start();
      try {
        process.getOutputStream().close();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(slow -> end(process));
        byte[] said = process.getInputStream().readNBytes(LONGEST);
        return new PanelProgram(process.waitFor(), new String(said, StandardCharsets.UTF_8));
      } finally {
        end(process);
      }
    } catch (IOException failure) {
      throw new BillingException(Kind.REFUSED, program + " cannot be run", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BillingException(Kind.REFUSED, "Stopped while " + program + " ran", stopped);
    }
  }

  private static Process end(Process process) {
    return process.destroyForcibly();
  }

  /** False when it says that it does not know what it was asked. */
  boolean isFine() {
    return exitCode == 0 && !text.contains("ERROR") && !text.contains("<error");
  }
}
