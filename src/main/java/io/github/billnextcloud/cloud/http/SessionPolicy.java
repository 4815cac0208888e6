package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.cloud.http.CloudCredentials.CredentialKind;
import io.github.billnextcloud.cloud.http.SessionState.Confirmation;
import java.time.Duration;
import java.time.Instant;

/**
 * What goes along with a request so that it is let in, at the least cost for the server. Pure; held
 * against what real servers cost and refuse ({@code docs/design/performance.md}).
 *
 * <p>A password is checked in 0.2 to 0.4 s, each time. A session saves that, but the second request
 * of a new one costs Nextcloud 0.6 to 1.4 s (a pair of keys) and a row in its database: it pays
 * from the fifth request on. An app password costs next to nothing and needs no session, but for
 * recent Nextcloud, which lets it write only in a session that the password has confirmed. A token
 * that OAuth has granted costs ownCloud as little; with it users are read and changed without a
 * row, and side by side, which one session is not.
 */
record SessionPolicy(CredentialKind credential, Pace pace) {

  /** How many requests are ahead, as far as one can know. */
  enum Pace {
    /** Two or three. */
    SINGLE,
    /** As few, and as few again very soon: the event before was a short while ago. */
    SERIES,
    /** Many: of all accounts, or of a team's. */
    ROUND
  }

  /** Events that come closer than this to each other are a series. */
  static final Duration SERIES_GAP = Duration.ofMinutes(10);

  /** The server lets a session write for 30 minutes after the password was seen, used or not. */
  private static final Duration CONFIRMED = Duration.ofMinutes(25);

  /** After 24 minutes PHP may have cleaned up what the server remembers of that. */
  private static final Duration REMEMBERED = Duration.ofMinutes(20);

  /** Nextcloud keeps an idle session for 24 hours; to find it gone costs more than to have none. */
  private static final Duration KEPT = Duration.ofHours(12);

  /**
   * What to do for a request.
   *
   * @param cookies whether the session's are sent, and those of the answer kept
   * @param confirmsFirst whether the password has to be shown to the session before
   */
  record Decision(boolean cookies, boolean confirmsFirst) {

    static final Decision PLAIN = new Decision(false, false);
    static final Decision IN_SESSION = new Decision(true, false);
    static final Decision CONFIRM = new Decision(true, true);

    /** True when others have to wait: each would have the server begin a session of its own. */
    boolean isAlone(SessionState session) {
      return cookies && !session.isSignedIn();
    }
  }

  /** What may let a request in that was not. */
  enum Remedy {
    NONE,
    /** Without the session, or in a new one. */
    NO_SESSION,
    /** In a session to which the password was shown. */
    CONFIRMATION,
    /** By the tokens that follow those that OAuth has granted. */
    RENEWAL,
    /** By the password, since what stood for it is taken no more. */
    PASSWORD
  }

  /**
   * What to do after a request that was not let in.
   *
   * @param inSession whether cookies went along
   * @param untried whether the password was shown to the session, and this is the first change
   *     since
   * @param renewable whether the token may have ended, and another be got for it
   */
  Remedy remedy(
      AccessRefusal refusal,
      boolean inSession,
      boolean change,
      SessionState session,
      boolean untried,
      boolean renewable) {
    if (refusal == AccessRefusal.SIGNED_OUT && renewable) {
      // A session would have been mended by the token.
      return Remedy.RENEWAL;
    }
    boolean byBoth = credential == CredentialKind.APP_PASSWORD_AND_PASSWORD;
    if (refusal == AccessRefusal.UNCONFIRMED && credential != CredentialKind.PASSWORD) {
      // What only looks is never confirmed: no server of ours asks for that.
      boolean mayHelp =
          byBoth && change && session.confirmation() != Confirmation.MISSING && !untried;
      return mayHelp ? Remedy.CONFIRMATION : Remedy.NONE;
    }
    if (inSession) {
      return Remedy.NO_SESSION;
    }
    boolean hasPassword = byBoth || credential == CredentialKind.OAUTH_TOKEN_AND_PASSWORD;
    return refusal == AccessRefusal.SIGNED_OUT && hasPassword ? Remedy.PASSWORD : Remedy.NONE;
  }

  /** Whether a session that an earlier run has left is of use. */
  static boolean takesKept(CredentialKind credential) {
    return credential == CredentialKind.PASSWORD
        || credential == CredentialKind.APP_PASSWORD_AND_PASSWORD;
  }

  /** Whether a later run has something of it; one of an app password merely has to confirm. */
  boolean isWorthKeeping(SessionState session) {
    return credential == CredentialKind.PASSWORD || session.confirmation() == Confirmation.DEMANDED;
  }

  /** An answer to the password itself is the confirmation of the session. */
  boolean confirmsByAnswer() {
    return credential == CredentialKind.PASSWORD;
  }

  Decision decide(SessionState session, boolean change, Instant now) {
    return switch (credential) {
      case PASSWORD -> change ? ofChange(session, now) : ofRead(session);
      case TOKEN -> change || pace != Pace.ROUND ? Decision.PLAIN : Decision.IN_SESSION;
      case OAUTH_TOKEN, OAUTH_TOKEN_AND_PASSWORD, APP_PASSWORD -> Decision.PLAIN;
      case APP_PASSWORD_AND_PASSWORD -> ofAppPassword(session, change, now);
    };
  }

  /** True when the server has most likely forgotten it. */
  static boolean isGone(SessionState session, Instant now) {
    return session.isBegun() && session.idle(now).compareTo(KEPT) >= 0;
  }

  private Decision ofRead(SessionState session) {
    return session.isBegun() || pace != Pace.SINGLE ? Decision.IN_SESSION : Decision.PLAIN;
  }

  /**
   * Without a session the password itself is the confirmation. With one that is too old, it is
   * shown to the session where more is ahead and the server knows how.
   */
  private Decision ofChange(SessionState session, Instant now) {
    if (!session.isSignedIn()) {
      return Decision.PLAIN;
    }
    if (isConfirmed(session, now)) {
      return Decision.IN_SESSION;
    }
    boolean worth = pace != Pace.SINGLE && session.confirmation() != Confirmation.MISSING;
    return worth ? Decision.CONFIRM : Decision.PLAIN;
  }

  /** Until the server has asked for a confirmation, it is one that asks for none. */
  private static Decision ofAppPassword(SessionState session, boolean change, Instant now) {
    if (session.confirmation() != Confirmation.DEMANDED) {
      return Decision.PLAIN;
    }
    if (change && !isConfirmed(session, now)) {
      return Decision.CONFIRM;
    }
    return session.isBegun() ? Decision.IN_SESSION : Decision.PLAIN;
  }

  /** True when a session that cannot write any more is better begun anew: each leaves a row. */
  boolean isToBeginAnew(SessionState session, boolean change, Instant now) {
    return change
        && credential == CredentialKind.PASSWORD
        && pace == Pace.ROUND
        && session.confirmation() == Confirmation.MISSING
        && session.isSignedIn()
        && !isConfirmed(session, now);
  }

  private static boolean isConfirmed(SessionState session, Instant now) {
    return session.isBegun()
        && Duration.between(session.confirmed(), now).compareTo(CONFIRMED) < 0
        && session.idle(now).compareTo(REMEMBERED) < 0
        && !session.confirmed().isAfter(now);
  }
}
