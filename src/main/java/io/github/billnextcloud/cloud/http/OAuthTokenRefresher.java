package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.cloud.CloudException;

/** Gets the tokens that follow those that are spent, and keeps them before they are used. */
@FunctionalInterface
public interface OAuthTokenRefresher {

  /**
   * The same when they have only just been got.
   *
   * @throws CloudException of kind {@code UNAUTHORIZED} when a person has to grant it anew
   */
  OAuthTokenPair renew(OAuthTokenPair spent);
}
