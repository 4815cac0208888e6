package io.github.billnextcloud.cloud;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a user has done with the cloud, as far as the server tells.
 *
 * @param bytes stored files; empty when the server does not say, which is not the same as none
 * @param lastLogin empty when there was none, or none is known
 * @param neverSignedIn known to be; false of one of whom the server does not tell
 */
public record UserUsage(OptionalLong bytes, Optional<Instant> lastLogin, boolean neverSignedIn) {

  public static final UserUsage UNKNOWN = new UserUsage(OptionalLong.empty(), Optional.empty());

  /** Where an absent login may have been one of which the server keeps nothing. */
  public UserUsage(OptionalLong bytes, Optional<Instant> lastLogin) {
    this(bytes, lastLogin, false);
  }
}
