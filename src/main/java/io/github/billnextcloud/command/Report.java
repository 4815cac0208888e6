package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.RunningOperation;
import io.github.billnextcloud.billmanager.XmlOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells BILLmanager of a failed operation, so that the right one acts: itself by running us again,
 * or a person, by a task (contract §5.3). What cannot be told does not keep the rest from being
 * told.
 */
public final class Report {

  private static final Logger LOG = LoggerFactory.getLogger(Report.class);

  private final Event event;
  private final Failure failure;

  public Report(Event event, Failure failure) {
    this.event = event;
    this.failure = failure;
  }

  /** Without a running operation a person waits at the answer, and nothing more is to be told. */
  public void send(XmlOut document) {
    Invocation asked = event.invocation();
    asked
        .runningOperation()
        .map(id -> new RunningOperation(event.panel(), id))
        .ifPresent(operation -> send(operation, document, asked));
  }

  private void send(RunningOperation operation, XmlOut document, Invocation asked) {
    attempt(() -> operation.recordError(document));
    if (!isFinal(operation)) {
      return;
    }
    long item = asked.item().orElse(0L);
    if (asked.command().equals("setparam") && event.changesTariff()) {
      attempt(() -> operation.rollbackTariff(item, asked.userId().orElse("")));
    }
    attempt(operation::setManual);
    attempt(() -> operation.openTask(asked.command(), item));
  }

  private boolean isFinal(RunningOperation operation) {
    try {
      return failure.isFinalAfter(operation::tryCount);
    } catch (RuntimeException unknown) {
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
