package io.github.billnextcloud.cloud.probe;

import java.time.Duration;

/**
 * What a cloud holds against the address from which we ask.
 *
 * @param known false when the server does not tell
 * @param delay by how much it slows sign-ins from here
 * @param excepted true when the guard lets this address alone
 */
public record BruteForceStatus(boolean known, Duration delay, boolean excepted) {

  /** Of a server that does not tell. */
  public static final BruteForceStatus UNKNOWN = new BruteForceStatus(false, Duration.ZERO, false);
}
