package io.github.billnextcloud.app;

import io.github.billnextcloud.cli.CommandOutput;
import io.github.billnextcloud.cli.HelpResponder;
import io.github.billnextcloud.cli.TextOutput;
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
    CommandOutput answer, int exitCode, Optional<CommandFailure> failure, boolean isDoubtful) {

  static final int DONE = 0;
  static final int FAILED = 1;

  static EventOutcome of(CommandOutput answer) {
    return of(answer, answer.exitCode());
  }

  static EventOutcome of(CommandOutput answer, int exitCode) {
    return new EventOutcome(answer, exitCode, Optional.empty(), false);
  }

  /** With the document that BILLmanager reads. */
  static EventOutcome failed(CommandFailure failure, String command, Language language) {
    return failed(failure, failure.document(command, language), FAILED);
  }

  static EventOutcome failed(CommandFailure failure, CommandOutput answer, int exitCode) {
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
    return answer instanceof TextOutput
        && (failure.isPresent() || exitCode == HelpResponder.USAGE_ERROR);
  }
}
