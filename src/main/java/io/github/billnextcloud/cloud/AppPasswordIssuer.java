package io.github.billnextcloud.cloud;

import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;

/** Has a cloud make app passwords of our account, and take them back. */
public interface AppPasswordIssuer extends AutoCloseable {

  /** A new one, made with the account's password. */
  Secret issue();

  /**
   * From now on it opens nothing. One that opens nothing already is as good.
   *
   * @return false when the cloud does not tell which of its app passwords this is
   */
  boolean revoke(String login, Secret appPassword);

  /** What a person is told of a new one that was saved. */
  default Sentence saved(String name) {
    return Sentence.of("connect.saved", name);
  }

  /** Whether an app password is enough to make the next; then no browser can grant one. */
  default boolean renewsItself() {
    return false;
  }

  /** Signs out, where a session was needed: each that is left stays in the account's list. */
  @Override
  default void close() {}
}
