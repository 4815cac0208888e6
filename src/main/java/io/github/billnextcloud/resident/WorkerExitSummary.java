package io.github.billnextcloud.resident;

import java.util.concurrent.atomic.AtomicLong;

/** What a worker has done, for the last line it logs. */
final class WorkerExitSummary {

  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  void answered() {
    answered.incrementAndGet();
  }

  void refused() {
    refused.incrementAndGet();
  }

  @Override
  public String toString() {
    return answered + " requests answered, " + refused + " left to their launchers";
  }
}
