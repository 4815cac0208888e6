package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Tries a request again where that may help within seconds: after a reset, 502, 503, 504, and when
 * the server named a time to wait. Everything else is left to BILLmanager, which runs us again.
 */
final class OcsRetry {

  private final Timeouts patience;
  private final long deadlineOfRun = System.nanoTime() + Timeouts.BUDGET.toNanos();

  OcsRetry(Timeouts patience) {
    this.patience = patience;
  }

  OcsAnswer answer(OcsRequest request, Supplier<OcsAnswer> attempt) {
    try {
      return attempt.get();
    } catch (CloudException failure) {
      if (!request.isRepeatable()) {
        throw failure;
      }
      return Retry.of("ocs", config()).executeSupplier(thatFailed(failure, attempt));
    }
  }

  /** The attempt as it went, and then as it goes: only what failed needs the library. */
  private static Supplier<OcsAnswer> thatFailed(
      CloudException failure, Supplier<OcsAnswer> attempt) {
    AtomicBoolean again = new AtomicBoolean();
    return () -> {
      if (again.getAndSet(true)) {
        return attempt.get();
      }
      throw failure;
    };
  }

  /** A round of thousands of requests has a budget for each of them. */
  private RetryConfig config() {
    long deadline =
        patience == Timeouts.ROUND ? System.nanoTime() + Timeouts.BUDGET.toNanos() : deadlineOfRun;
    return RetryConfig.<OcsAnswer>custom()
        .maxAttempts(patience.attempts)
        .retryOnException(failure -> mayHelp(failure, deadline))
        .intervalBiFunction((attempt, outcome) -> afterPause(outcome))
        .build();
  }

  private static boolean mayHelp(Throwable failure, long deadline) {
    return failure instanceof CloudException refused
        && !Thread.currentThread().isInterrupted()
        && !refused.retryAfter().isZero()
        && System.nanoTime() + refused.retryAfter().toNanos() < deadline;
  }

  /** Waits by itself: the library forgets that a signal has ended it. */
  private static long afterPause(Either<Throwable, OcsAnswer> outcome) {
    try {
      Thread.sleep(pause(outcome).toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static Duration pause(Either<Throwable, OcsAnswer> outcome) {
    return outcome.isLeft() && outcome.getLeft() instanceof CloudException refused
        ? refused.retryAfter()
        : Duration.ZERO;
  }
}
