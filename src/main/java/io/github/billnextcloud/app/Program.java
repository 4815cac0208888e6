package io.github.billnextcloud.app;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.ProgressReporter;
import io.github.billnextcloud.logging.LogbackSetup;
import java.io.InputStream;
import java.nio.file.Path;
import org.slf4j.Logger;

/** Who answers: BILLmanager and people are told failures in different ways. */
public final class Program {

  private static final Logger LOG = LogbackSetup.logger(Program.class);

  private Program() {}

  /** Here, because a panel must not be before the log is set up. */
  public static EventOutcome run(
      InputStream stdin, Path root, ProgressReporter progress, String... args) {
    return run(stdin, new LocalPanel(root), progress, args);
  }

  static EventOutcome run(
      InputStream stdin, LocalPanel panel, ProgressReporter progress, String... args) {
    EventRunner runner = new EventRunner(stdin, panel, progress);
    return Invocation.isTyped(args) ? new TerminalRunner(runner).run(args) : runner.run(args);
  }

  /** What is answered by one who has no time to end what it does. */
  public static EventOutcome stopped(String... args) {
    LOG.warn("stopped in the midst of something that cannot be interrupted");
    Invocation asked = Invocation.parse(args);
    EventOutcome outcome =
        EventOutcome.failed(CommandFailure.stopped(), asked.command(), asked.language());
    return asked.isTyped() ? TerminalRunner.inWords(outcome, asked, asked.language()) : outcome;
  }
}
