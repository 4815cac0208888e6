package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.operator.capacity.StorageTrend.Exhaustion;
import io.github.billnextcloud.operator.metrics.SoldSpace;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What is told of one cloud, and of all together. */
interface CapacityFigures {

  SoldSpace sold();

  /** What was stored, by days. */
  NavigableMap<LocalDate, Long> history();

  /** On the disk; empty where it is not told. */
  OptionalLong free();

  Optional<UnbilledAccounts> unbilled();

  OperationOutcomeCounts operations();

  /** How many services store more than was sold to them; empty where none was counted. */
  OptionalLong overQuota();

  /** What was stored when it was counted last. */
  default OptionalLong stored() {
    return history().isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(history().lastEntry().getValue());
  }

  /** What customers' files may fill in all: what they do, and what is free. */
  default OptionalLong disk() {
    return free().isPresent() && stored().isPresent()
        ? OptionalLong.of(free().getAsLong() + stored().getAsLong())
        : OptionalLong.empty();
  }

  /** How many times the disk is sold. */
  default OptionalDouble oversell() {
    return disk().orElse(0) > 0
        ? OptionalDouble.of((double) sold().bytes() / disk().getAsLong())
        : OptionalDouble.empty();
  }

  default Optional<StorageTrend> trend() {
    return StorageTrend.of(history());
  }

  default Optional<Exhaustion> diskFull() {
    return trend().filter(it -> disk().isPresent()).map(it -> it.reaching(disk().getAsLong()));
  }

  /** When customers store all that they have bought; where one has no limit, that is never. */
  default Optional<Exhaustion> soldOut() {
    return trend()
        .filter(it -> sold().bytes() > 0 && sold().unlimited() == 0)
        .map(it -> it.reaching(sold().bytes()));
  }
}
