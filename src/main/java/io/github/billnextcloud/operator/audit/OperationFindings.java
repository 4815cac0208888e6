package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.database.ServiceNames.PendingOperation;
import io.github.billnextcloud.text.Sentence;

/** Which of the panel's running operations have failed, or wait for a person. */
final class OperationFindings {

  private OperationFindings() {}

  static boolean isFinding(PendingOperation operation) {
    return operation.byHand() || operation.failure().isPresent();
  }

  static AuditStatus status(PendingOperation operation) {
    return operation.byHand() ? AuditStatus.WAITS : AuditStatus.FAILING;
  }

  static Sentence words(PendingOperation operation) {
    String command = operation.command();
    String failure = operation.failure().orElse("").replaceFirst("^pmnextcloud_", "");
    if (!operation.byHand()) {
      return Sentence.of("audit.failing", command, failure);
    }
    return failure.isEmpty()
        ? Sentence.of("audit.waits", command, operation.id())
        : Sentence.of("audit.waits_failed", command, failure, operation.id());
  }
}
