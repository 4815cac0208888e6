package io.github.billnextcloud.resident;

import java.time.Duration;

/**
 * What a worker allows itself.
 *
 * @param atOnce requests that run at the same time
 * @param patience how long a request waits for its turn before its launcher runs it by itself
 * @param idle without any request for so long, the worker ends
 */
public record WorkerLimits(int atOnce, Duration patience, Duration idle) {

  private static final int WAITING = 3;

  /** Requests that run or wait; more are turned away at once. */
  int most() {
    return atOnce + WAITING * atOnce;
  }
}
