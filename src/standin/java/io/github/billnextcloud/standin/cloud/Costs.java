package io.github.billnextcloud.standin.cloud;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** How long a server takes for its work; the whole of it on so many cores. */
public final class Costs {
  private static final int MANY = 1000;

  /** Nothing costs anything. */
  static final Costs NONE = of(0, 0, 0, 0);

  private final long check;
  private final long keyPair;
  private final long token;
  private final long request;
  private final Semaphore cores;

  private Costs(long check, long keyPair, long token, long request, int cores) {
    this.check = check;
    this.keyPair = keyPair;
    this.token = token;
    this.request = request;
    this.cores = new Semaphore(cores, true);
  }

  /**
   * In milliseconds.
   *
   * @param check of a password
   * @param keyPair for a session token, beside the check
   * @param token to look up an app password
   * @param request everything else
   */
  public static Costs of(long check, long keyPair, long token, long request) {
    return new Costs(check, keyPair, token, request, MANY);
  }

  /** As recorded on two cores: the password's default hash, PHP with its cache. */
  public static Costs recorded(Flavour flavour) {
    return switch (flavour) {
      case NEXTCLOUD_28, NEXTCLOUD_29 -> new Costs(190, 600, 15, 20, 2);
      case NEXTCLOUD_34 -> new Costs(190, 600, 15, 17, 2);
      case OWNCLOUD_10 -> new Costs(45, 0, 1, 12, 2);
      case INFINITE_SCALE_5, INFINITE_SCALE -> new Costs(200, 0, 0, 30, 2);
      case OPENCLOUD -> new Costs(60, 0, 0, 7, 2);
    };
  }

  Costs withCheck(Duration duration) {
    return of(duration.toMillis(), keyPair, token, request);
  }

  /** Takes as long as the work does. */
  void charge(Work work) {
    long millis =
        work.passwordChecks() * check
            + work.keyPairs() * keyPair
            + work.tokensRead() * token
            + request;
    if (millis > 0) {
      cores.acquireUninterruptibly();
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        cores.release();
      }
    }
  }
}
