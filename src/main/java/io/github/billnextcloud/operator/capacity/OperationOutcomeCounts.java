package io.github.billnextcloud.operator.capacity;

/**
 * What became of operations.
 *
 * @param failed as far as the log and what {@code metrics} has kept of it reach
 * @param throttled of these, which the cloud turned away
 * @param waits how often it was asked again after a while
 * @param pending that have not ended
 * @param byHand of these, that a person has to begin again
 */
record OperationOutcomeCounts(long failed, long throttled, long waits, long pending, long byHand) {

  OperationOutcomeCounts plus(OperationOutcomeCounts other) {
    return new OperationOutcomeCounts(
        failed + other.failed,
        throttled + other.throttled,
        waits + other.waits,
        pending + other.pending,
        byHand + other.byHand);
  }
}
