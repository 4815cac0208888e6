package io.github.billnextcloud.app;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.OperatorCommandParser;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.Features;
import java.nio.file.Path;
import java.util.List;

/**
 * What a person typed: questions about the program and typing mistakes are answered at once,
 * everything else by the very commands that BILLmanager calls. Only a failure is told otherwise.
 */
record TerminalRunner(EventRunner runner) {

  EventOutcome run(Invocation typed) {
    OperatorCommandParser.TypedRequest request =
        new OperatorCommandParser(typed.language()).read(version(runner.panel()), typed);
    if (request.reply().isPresent()) {
      return EventOutcome.of(request.reply().get());
    }
    Invocation asked = typed.with(request.options());
    return asked.command().filter(Features.NAME::equals).isPresent()
        ? EventOutcome.of(new TextResult(Features.ANSWER))
        : inWords(runner.run(asked), asked);
  }

  /** A failure in a person's words. */
  static EventOutcome inWords(EventOutcome outcome, Invocation asked) {
    return outcome.failure().map(it -> inWords(it, asked)).orElse(outcome);
  }

  private static EventOutcome inWords(CommandFailure failure, Invocation asked) {
    return EventOutcome.failed(
        failure,
        new TextResult(new FailureMessage(asked.language()).of(failure, asked)),
        failure.isOfAsking() ? OperatorCommandParser.USAGE_ERROR : EventOutcome.FAILED);
  }

  private static String version(LocalPanel panel) {
    String version = TerminalRunner.class.getPackage().getImplementationVersion();
    Path root = panel.root().toAbsolutePath().normalize();
    return String.join(
            "\n",
            List.of(
                "pmnextcloud " + (version == null ? "(not packaged)" : version),
                "Java " + Runtime.version() + ", " + System.getProperty("java.home"),
                "BILLmanager " + root))
        + "\n";
  }
}
