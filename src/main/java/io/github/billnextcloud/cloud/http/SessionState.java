package io.github.billnextcloud.cloud.http;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of our session with a cloud.
 *
 * @param cookies worth as much as the password, for as long as the session lives
 * @param requests answered in it
 * @param confirmed when the server last saw the password in it
 * @param used when it was last used, or would have been
 */
record SessionState(
    SessionCookies cookies,
    int requests,
    Instant confirmed,
    Instant used,
    Confirmation confirmation) {

  /** What the server has taught about showing it the password within a session. */
  enum Confirmation {
    UNKNOWN,
    /** It lets the app password write only in a confirmed session. */
    DEMANDED,
    /** It has no such route. */
    MISSING
  }

  /** The server makes it a lasting one at the second request. */
  private static final int SIGNED_IN = 2;

  static SessionState none() {
    return new SessionState(
        SessionCookies.EMPTY, 0, Instant.EPOCH, Instant.EPOCH, Confirmation.UNKNOWN);
  }

  boolean isBegun() {
    return cookies.areOfSession();
  }

  /** Before that, ownCloud ends it when it changes something. */
  boolean isSignedIn() {
    return isBegun() && requests >= SIGNED_IN;
  }

  Duration idle(Instant now) {
    return Duration.between(used, now).abs();
  }

  /** After an answer in it, which has shown the password to the server until it is signed in. */
  SessionState answered(SessionCookies now, Instant when, boolean byPassword) {
    boolean shown = byPassword && requests < SIGNED_IN;
    return new SessionState(now, requests + 1, shown ? when : confirmed, when, confirmation);
  }

  SessionState confirmedAt(Instant when) {
    return new SessionState(cookies, Math.max(requests, SIGNED_IN), when, when, confirmation);
  }

  /** Another one is begun by the next request. */
  SessionState ended() {
    return new SessionState(SessionCookies.EMPTY, 0, Instant.EPOCH, used, confirmation);
  }

  SessionState usedAt(Instant when) {
    return new SessionState(cookies, requests, confirmed, when, confirmation);
  }

  SessionState demandingConfirmation() {
    return new SessionState(cookies, requests, Instant.EPOCH, used, Confirmation.DEMANDED);
  }

  SessionState withoutConfirmation() {
    return new SessionState(cookies, requests, confirmed, used, Confirmation.MISSING);
  }
}
