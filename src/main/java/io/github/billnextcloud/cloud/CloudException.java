package io.github.billnextcloud.cloud;

import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.time.Duration;

/** What was asked of the cloud did not come true. The kind says who has to act. */
public class CloudException extends LocalizableException {

  private static final long serialVersionUID = 1L;

  /** Why, in the eyes of the one who must act. */
  public enum CloudErrorKind {
    /** No answer, a broken one, or an error inside the server: passes by itself. */
    UNREACHABLE,
    /** The server asks to come later: maintenance. */
    BUSY,
    /** We have asked too much of the server; it says no until some time has passed. */
    THROTTLED,
    /** Something answered that is no OCS API: a login page, a proxy, half an answer. */
    NOT_UNDERSTOOD,
    /** The answer to a write was good, yet the server does not show what was written. */
    NOT_KEPT,
    /** Login, password or token are wrong, or two-factor is demanded of the API account. */
    UNAUTHORIZED,
    /** The API account is known but may not do this: no administrator, or an app password. */
    FORBIDDEN,
    /** The server's certificate cannot be trusted. */
    CERTIFICATE,
    /** The address leads elsewhere: a redirect, no API, an untrusted domain. */
    WRONG_ADDRESS,
    USER_EXISTS,
    USER_MISSING,
    GROUP_MISSING,
    /** The new user was not taken: for its name, or for what only the server's log tells. */
    NAME_REFUSED,
    /** New users must have an e-mail address. */
    EMAIL_DEMANDED,
    /** We do not make anybody an administrator. */
    GROUP_FORBIDDEN,
    PASSWORD_REFUSED,
    QUOTA_REFUSED,
    /** There is nothing yet that could be limited: the user has to sign in first. */
    QUOTA_PENDING,
    /** Any other considered "no" of the server. */
    REFUSED
  }

  private final CloudErrorKind kind;
  private final transient Duration retryAfter;

  /** A failure with the sentence that tells what was tried and what came of it. */
  public CloudException(CloudErrorKind kind, Sentence sentence) {
    this(kind, sentence, Duration.ZERO);
  }

  /**
   * @param retryAfter how long the server asks to wait; zero when it does not say
   */
  public CloudException(CloudErrorKind kind, Sentence sentence, Duration retryAfter) {
    super(sentence);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** As above, because of another. */
  public CloudException(
      CloudErrorKind kind, Sentence sentence, Duration retryAfter, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public CloudErrorKind kind() {
    return kind;
  }

  /** How long the server asked to wait; zero when it did not say. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
