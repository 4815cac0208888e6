package io.github.billnextcloud.app;

import io.github.billnextcloud.cli.Answer;
import io.github.billnextcloud.cli.HelpAnswer;
import io.github.billnextcloud.cli.TextAnswer;
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
    Answer answer, int exitCode, Optional<CommandFailure> failure, boolean isDoubtful) {

  static final int DONE = 0;
  static final int FAILED = 1;

  static EventOutcome of(Answer answer) {
    return of(answer, answer.exitCode());
  }

  static EventOutcome of(HelpAnswer reply) {
    return of(new TextAnswer(reply.text()), reply.exitCode());
  }

  static EventOutcome of(Answer answer, int exitCode) {
    return new EventOutcome(answer, exitCode, Optional.empty(), false);
  }

  /** With the document that BILLmanager reads. */
  static EventOutcome failed(CommandFailure failure, String command, Language language) {
    return failed(failure, failure.document(command, language), FAILED);
  }

  static EventOutcome failed(CommandFailure failure, Answer answer, int exitCode) {
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
    return answer instanceof TextAnswer
        && (failure.isPresent() || exitCode == HelpAnswer.NOT_UNDERSTOOD);
  }
}
