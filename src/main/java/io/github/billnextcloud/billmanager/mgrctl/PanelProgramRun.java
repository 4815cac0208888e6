package io.github.billnextcloud.billmanager.mgrctl;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of the panel that answers in plain lines, whose form nobody promises.
 *
 * @param text stdout and stderr together
 */
public record PanelProgramRun(int exitCode, String text) {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  /**
   * @param program below the panel's folder
   * @throws BillingException when it cannot be run, or does not end
   */
  public static PanelProgramRun run(Path root, String program, String... args) {
    return run(root, LONGEST, program, args);
  }

  public static PanelProgramRun run(Path root, Duration longest, String program, String... args) {
    List<String> line = new ArrayList<>(List.of(root.resolve(program).toString()));
    line.addAll(List.of(args));
    try {
      Process process =
          new ProcessBuilder(line).directory(root.toFile()).redirectErrorStream(true).start();
      try {
        process.getOutputStream().close();
        OutputReader output = new OutputReader(process.getInputStream());
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new BillingException(
              BillingErrorKind.NO_ANSWER, Sentence.of("panel.program_endless", program));
        }
        return new PanelProgramRun(process.exitValue(), output.text());
      } finally {
        Mgrctl.end(process);
      }
    } catch (IOException failure) {
      throw new BillingException(
          BillingErrorKind.NO_ANSWER, Sentence.of("panel.program_not_run", program), failure);
    } catch (InterruptedException stopped) {
      throw BillingException.stopped(program + " ran");
    }
  }

  /** False when it says that it does not know what it was asked. */
  public boolean isFine() {
    return exitCode == 0 && !text.contains("ERROR") && !text.contains("<error");
  }
}
