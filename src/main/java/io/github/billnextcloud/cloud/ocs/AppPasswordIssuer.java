package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.secret.Secret;

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

  /** Signs out, where a session was needed: each that is left stays in the account's list. */
  @Override
  default void close() {}
}
