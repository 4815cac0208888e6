package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.ProcessingModuleRepository.OurModule;
import io.github.billnextcloud.operator.capacity.StorageTrend.Exhaustion;
import io.github.billnextcloud.operator.metrics.SoldSpace;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * All clouds together. A cloud that several processing modules share has one disk, and its accounts
 * once; what one of them does not tell is not known of all.
 */
record TotalCapacity(
    SoldSpace sold,
    NavigableMap<LocalDate, Long> history,
    OptionalLong free,
    OptionalLong overQuota,
    Optional<UnbilledAccounts> unbilled,
    OperationOutcomeCounts operations)
    implements CapacityFigures {

  /**
   * What fills up before all else.
   *
   * @param disk whether it is the disk, and not what was sold
   */
  record FirstExhaustion(OurModule module, boolean disk, Exhaustion when) {

    private FirstExhaustion(CloudCapacity cloud, boolean disk, Exhaustion when) {
      this(cloud.module(), disk, when);
    }
  }

  /** Empty where nothing does within ten years, as far as is known. */
  static Optional<FirstExhaustion> first(List<CloudCapacity> clouds) {
    return clouds.stream()
        .flatMap(
            it ->
                Stream.concat(
                    it.diskFull().stream().map(day -> new FirstExhaustion(it, true, day)),
                    it.soldOut().stream().map(day -> new FirstExhaustion(it, false, day))))
        .filter(it -> it.when().expected().isPresent())
        .min(Comparator.comparing(it -> it.when().expected().orElseThrow()));
  }

  static TotalCapacity of(List<CloudCapacity> clouds) {
    Map<String, CloudCapacity> distinct = new LinkedHashMap<>();
    clouds.forEach(cloud -> distinct.putIfAbsent(cloud.address(), cloud));
    return new TotalCapacity(
        clouds.stream()
            .map(CloudCapacity::sold)
            .reduce(new SoldSpace(Map.of(), 0, 0, 0, Map.of()), SoldSpace::plus),
        UsageHistory.sum(clouds.stream().map(CloudCapacity::history).toList()),
        free(distinct.values()),
        over(clouds),
        unbilled(distinct.values()),
        clouds.stream()
            .map(CloudCapacity::operations)
            .reduce(OperationOutcomeCounts.NONE, OperationOutcomeCounts::plus));
  }

  private static OptionalLong over(List<CloudCapacity> clouds) {
    List<CloudCapacity> counted = clouds.stream().filter(it -> it.overQuota().isPresent()).toList();
    return counted.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(counted.stream().mapToLong(it -> it.over().services()).sum());
  }

  private static OptionalLong free(Collection<CloudCapacity> clouds) {
    return clouds.stream().allMatch(it -> it.free().isPresent())
        ? OptionalLong.of(clouds.stream().mapToLong(it -> it.free().orElse(0)).sum())
        : OptionalLong.empty();
  }

  private static Optional<UnbilledAccounts> unbilled(Collection<CloudCapacity> clouds) {
    List<UnbilledAccounts> told = clouds.stream().flatMap(it -> it.unbilled().stream()).toList();
    return told.size() == clouds.size()
        ? Optional.of(told.stream().reduce(UnbilledAccounts.NONE, UnbilledAccounts::plus))
        : Optional.empty();
  }
}
