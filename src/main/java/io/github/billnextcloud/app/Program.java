package io.github.billnextcloud.app;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.logging.LogbackSetup;
import java.io.InputStream;
import java.nio.file.Path;
import org.slf4j.Logger;

/** Who answers: BILLmanager and people are told failures in different ways. */
public final class Program {

  private static final Logger LOG = LogbackSetup.logger(Program.class);

  private Program() {}

  /** Here, because a panel must not be before the log is set up. */
  public static LocalPanel panel(Path root) {
    return new LocalPanel(root);
  }

  public static EventOutcome run(
      InputStream stdin, LocalPanel panel, TerminalProgress progress, Invocation asked) {
    EventRunner runner = new EventRunner(stdin, panel, progress);
    return asked.isTyped() ? new TerminalRunner(runner).run(asked) : runner.run(asked);
  }

  /** What is answered by one who has no time to end what it does. */
  public static EventOutcome stopped(Invocation asked) {
    LOG.warn("stopped in the midst of something that cannot be interrupted");
    EventOutcome outcome =
        EventOutcome.failed(CommandFailure.stopped(), asked.commandForError(), asked.language());
    return asked.isTyped() ? TerminalRunner.inWords(outcome, asked) : outcome;
  }
}
