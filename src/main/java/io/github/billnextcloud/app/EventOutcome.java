package io.github.billnextcloud.app;

import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.OperatorCommandParser;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.text.Language;
import java.util.Optional;

/**
 * What came of one event.
 *
 * @param failure what went wrong
 * @param isDoubtful BILLmanager was not told of it: a process of its own is to run it again
 */
record EventOutcome(
    CommandResult answer, int exitCode, Optional<CommandFailure> failure, boolean isDoubtful) {

  static final int DONE = 0;
  static final int FAILED = 1;

  static EventOutcome of(CommandResult answer) {
    return of(answer, answer.exitCode());
  }

  static EventOutcome of(CommandResult answer, int exitCode) {
    return new EventOutcome(answer, exitCode, Optional.empty(), false);
  }

  /** With the document that BILLmanager reads. */
  static EventOutcome failed(CommandFailure failure, String command, Language language) {
    return failed(failure, failure.document(command, language), FAILED);
  }

  static EventOutcome failed(CommandFailure failure, CommandResult answer, int exitCode) {
    return new EventOutcome(answer, exitCode, Optional.of(failure), false);
  }

  EventOutcome doubtful() {
    return new EventOutcome(answer, exitCode, failure, true);
  }

  /** False after a bug: a process that lives on should not. */
  boolean isSound() {
    return failure.filter(CommandFailure::isBug).isEmpty();
  }

  /** What a person reads on stderr; BILLmanager reads failures, too, on stdout. */
  boolean isComplaint() {
    return answer instanceof TextResult
        && (failure.isPresent() || exitCode == OperatorCommandParser.USAGE_ERROR);
  }
}
