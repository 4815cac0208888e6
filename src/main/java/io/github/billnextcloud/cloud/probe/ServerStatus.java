package io.github.billnextcloud.cloud.probe;

import io.github.billnextcloud.cloud.UserIdRule;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a cloud tells everybody about itself.
 *
 * @param product the program, whatever name the provider has given it: "Nextcloud", "OpenCloud"
 * @param version with points: "34.0.1"
 * @param needsUpgrade its files are newer than its database
 * @param clock its time as it answered; empty when it did not say
 */
public record ServerStatus(
    String product,
    String version,
    boolean installed,
    boolean maintenance,
    boolean needsUpgrade,
    Optional<Instant> clock) {

  /** Infinite Scale and OpenCloud, which have no OCS for users. */
  public boolean speaksGraph() {
    return UserIdRule.OF_GRAPH.contains(product);
  }

  /** The number before the first point; empty when there is none. */
  public OptionalInt generation() {
    String first = version.split("\\.", 2)[0];
    return first.matches("\\d{1,4}")
        ? OptionalInt.of(Integer.parseInt(first))
        : OptionalInt.empty();
  }
}
