package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.database.ServiceNames.PendingOperation;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Sentence;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Which of the panel's running operations have failed, or wait for a person. */
final class OperationFindings {

  /** Of a reason: what comes after it tells what is to be done. */
  private static final int LONGEST = 160;

  private OperationFindings() {}

  static AuditStatus status(PendingOperation operation) {
    return operation.byHand() ? AuditStatus.WAITS : AuditStatus.FAILING;
  }

  /** Of an operation that is of the processing module itself. */
  static AuditRow row(PendingOperation operation) {
    return new AuditRow(
        Optional.empty(),
        "",
        EnumSet.of(status(operation)),
        List.of(words(operation)),
        Optional.empty());
  }

  static Sentence words(PendingOperation operation) {
    String command = operation.command();
    String failure = operation.failureName();
    if (failure.isEmpty()) {
      return Sentence.of("audit.waits", command, operation.id());
    }
    String why =
        operation.reason().map(it -> " (" + PrintableText.shortened(it, LONGEST) + ")").orElse("");
    String waits = operation.mayBeTakenBack() ? "audit.waits_taken_back" : "audit.waits_failed";
    return operation.byHand()
        ? Sentence.of(waits, command, failure, operation.id(), why)
        : Sentence.of("audit.failing", command, failure, why);
  }
}
