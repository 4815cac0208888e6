package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.RunningOperation;
import io.github.billnextcloud.billmanager.mgrctl.FileDescriptorExhaustion;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.text.LocalizableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells BILLmanager of a failed operation, so that the right one acts: itself by running us again,
 * or a person, by a task (contract §5.3). What cannot be told does not keep the rest from being
 * told.
 */
public final class FailureReporter {

  private static final Logger LOG = LoggerFactory.getLogger(FailureReporter.class);

  private final LocalPanel panel;
  private final Invocation asked;
  private final boolean changesTariff;

  /** Of something that failed before its service was known. */
  public FailureReporter(LocalPanel panel, Invocation asked) {
    this(panel, asked, false);
  }

  FailureReporter(LocalPanel panel, Invocation asked, boolean changesTariff) {
    this.panel = panel;
    this.asked = asked;
    this.changesTariff = changesTariff;
  }

  /**
   * True in a process that lives on, when a fresh one might see it otherwise: what only the former
   * believes must not end an operation.
   */
  public boolean isDoubtful(CommandFailure failure, Throwable thrown) {
    return panel.isStaying()
        && (failure.isOfPanel()
            || FileDescriptorExhaustion.areUsedUp(thrown)
            || asked
                .runningOperation()
                .filter(id -> isFinal(new RunningOperation(panel, id), failure))
                .isPresent());
  }

  /**
   * Without a running operation a person waits at the answer, and nothing more is to be told; nor
   * after a signal, when the operation stays as it is and there is no time.
   */
  public void send(CommandFailure failure, XmlBuilder document) {
    if (failure.isStop()) {
      return;
    }
    attempt(
        () ->
            asked
                .runningOperation()
                .map(id -> new RunningOperation(panel, id))
                .ifPresent(operation -> send(operation, failure, document)));
  }

  private void send(RunningOperation operation, CommandFailure failure, XmlBuilder document) {
    attempt(() -> operation.recordError(document));
    if (!isFinal(operation, failure)) {
      return;
    }
    if (asked.command().filter("setparam"::equals).isPresent() && changesTariff) {
      asked.item().ifPresent(item -> attempt(() -> operation.rollbackTariff(item, asked.userId())));
    }
    attempt(operation::setManual);
    // A task is about a service; an operation of a whole module has none (contract §5.3).
    asked
        .item()
        .ifPresent(item -> attempt(() -> operation.openTask(asked.commandForError(), item)));
  }

  private static boolean isFinal(RunningOperation operation, CommandFailure failure) {
    try {
      return failure.isFinalAfter(operation::tryCount);
    } catch (LocalizableException unknown) {
      LOG.warn("how often this was tried is not known: {}", unknown.getMessage());
      return false;
    }
  }

  private static void attempt(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException untold) {
      LOG.warn("could not tell BILLmanager: {}", untold.getMessage());
    }
  }
}
