package io.github.billnextcloud.operator.capacity;

import java.util.OptionalLong;

/**
 * What became of operations; what the log does not tell is not there.
 *
 * @param failed as far as the log and what {@code metrics} has kept of it reach
 * @param throttled of these, which the cloud turned away
 * @param waits how often it was asked again after a while
 * @param pending that have not ended
 * @param byHand of these, that a person has to begin again
 */
record OperationOutcomeCounts(
    OptionalLong failed, OptionalLong throttled, OptionalLong waits, long pending, long byHand) {

  static final OperationOutcomeCounts NONE =
      new OperationOutcomeCounts(OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(0), 0, 0);

  OperationOutcomeCounts plus(OperationOutcomeCounts other) {
    return new OperationOutcomeCounts(
        sum(failed, other.failed),
        sum(throttled, other.throttled),
        sum(waits, other.waits),
        pending + other.pending,
        byHand + other.byHand);
  }

  private static OptionalLong sum(OptionalLong one, OptionalLong other) {
    return one.isPresent() && other.isPresent()
        ? OptionalLong.of(one.getAsLong() + other.getAsLong())
        : OptionalLong.empty();
  }
}
