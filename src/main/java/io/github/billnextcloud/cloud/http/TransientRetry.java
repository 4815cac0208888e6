package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.cloud.CloudException;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Tries a request again where that may help within seconds: after a reset, 502, 503, 504, and when
 * the server named a time to wait. Everything else is left to BILLmanager, which runs us again.
 */
public final class TransientRetry {

  private final Timeouts patience;
  private final long deadlineOfRun = System.nanoTime() + Timeouts.BUDGET.toNanos();

  public TransientRetry(Timeouts patience) {
    this.patience = patience;
  }

  /**
   * @param repeatable whether the same may be sent again without a look at what it has done
   */
  public <R, T> T answer(boolean repeatable, R request, Function<R, T> attempt) {
    try {
      return attempt.apply(request);
    } catch (CloudException failure) {
      if (!repeatable) {
        throw failure;
      }
      return Retry.of("cloud", this.<T>config())
          .executeSupplier(thatFailed(failure, () -> attempt.apply(request)));
    }
  }

  /** The attempt as it went, and then as it goes: only what failed needs the library. */
  private static <T> Supplier<T> thatFailed(CloudException failure, Supplier<T> attempt) {
    AtomicBoolean again = new AtomicBoolean();
    return () -> {
      if (again.getAndSet(true)) {
        return attempt.get();
      }
      throw failure;
    };
  }

  /** A round of thousands of requests has a budget for each of them. */
  private <T> RetryConfig config() {
    long deadline =
        patience == Timeouts.ROUND ? System.nanoTime() + Timeouts.BUDGET.toNanos() : deadlineOfRun;
    return RetryConfig.<T>custom()
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
  private static long afterPause(Either<Throwable, ?> outcome) {
    long millis = pause(outcome).toMillis();
    LoggerFactory.getLogger(TransientRetry.class)
        .info("waits {} ms before the cloud is asked again", millis);
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static Duration pause(Either<Throwable, ?> outcome) {
    return outcome.isLeft() && outcome.getLeft() instanceof CloudException refused
        ? refused.retryAfter()
        : Duration.ZERO;
  }
}
