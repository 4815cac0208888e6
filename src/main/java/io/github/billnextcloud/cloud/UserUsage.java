package io.github.billnextcloud.cloud;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a user has done with the cloud, as far as the server tells.
 *
 * @param bytes stored files; empty when the server does not say, which is not the same as none
 * @param lastLogin empty when there was none, or none is known
 */
public record UserUsage(OptionalLong bytes, Optional<Instant> lastLogin) {

  public static final UserUsage UNKNOWN = new UserUsage(OptionalLong.empty(), Optional.empty());
}
