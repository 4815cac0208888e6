package io.github.billnextcloud.operator.metrics;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ServicePageReader;
import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.SoldQuotaCalculator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one processing module has sold: read by pages, so that a hundred thousand services fit.
 *
 * @param services how many, by where they are in their life
 * @param bytes what those that are paid for may store in all
 * @param unlimited how many of these have no limit
 * @param unclear of how many of these nobody can tell
 * @param tariffs the same by the tariffs' numbers; those have none below them
 */
public record SoldSpace(
    Map<ItemStatus, Long> services,
    long bytes,
    long unlimited,
    long unclear,
    Map<Long, SoldSpace> tariffs) {

  public static SoldSpace of(LocalPanel panel, ProcessingModule module) {
    return of(panel, module, (service, quota) -> {});
  }

  /** The same, and tells of each service that is paid for and has a limit how many bytes it is. */
  public static SoldSpace of(LocalPanel panel, ProcessingModule module, LimitReader limits) {
    Tally tally = new Tally(limits);
    try (ServicePageReader all = new ServicePageReader(panel, module)) {
      all.each(tally::take);
    }
    return tally.told();
  }

  /** Of clouds together; one tariff may be served by several. */
  public SoldSpace plus(SoldSpace other) {
    Map<ItemStatus, Long> sum = new EnumMap<>(ItemStatus.class);
    sum.putAll(services);
    other.services.forEach((status, count) -> sum.merge(status, count, Long::sum));
    Map<Long, SoldSpace> both = new TreeMap<>(tariffs);
    other.tariffs.forEach((tariff, sold) -> both.merge(tariff, sold, SoldSpace::plus));
    return new SoldSpace(
        sum, bytes + other.bytes, unlimited + other.unlimited, unclear + other.unclear, both);
  }

  /** What looks at the limits of services as they pass by. */
  public interface LimitReader {
    void take(long service, long bytes);
  }

  private static final class Tally {

    private final LimitReader limits;
    private final Map<ItemStatus, Long> services = new EnumMap<>(ItemStatus.class);
    private final Map<Long, Tally> tariffs = new TreeMap<>();
    private long bytes;
    private long unlimited;
    private long unclear;

    Tally(LimitReader limits) {
      this.limits = limits;
    }

    void take(Service service) {
      Optional<Quota> quota = quota(service);
      quota
          .flatMap(it -> it.bytes().stream().boxed().findFirst())
          .ifPresent(bytes -> limits.take(service.id(), bytes));
      count(service, quota);
      service
          .tariff()
          .ifPresent(
              it ->
                  tariffs
                      .computeIfAbsent(it.id(), first -> new Tally(limits))
                      .count(service, quota));
    }

    private SoldSpace told() {
      Map<Long, SoldSpace> each = new TreeMap<>();
      tariffs.forEach((tariff, tally) -> each.put(tariff, tally.told()));
      return new SoldSpace(services, bytes, unlimited, unclear, each);
    }

    private void count(Service service, Optional<Quota> quota) {
      service.standing().status().ifPresent(status -> services.merge(status, 1L, Long::sum));
      if (service.standing().isPaidFor()) {
        quota.ifPresentOrElse(this::add, () -> unclear++);
      }
    }

    private void add(Quota quota) {
      quota.bytes().ifPresentOrElse(sold -> bytes += sold, () -> unlimited++);
    }

    /** Of a team it is what all share, as it is with what is counted every day. */
    private static Optional<Quota> quota(Service service) {
      if (!service.standing().isPaidFor()) {
        return Optional.empty();
      }
      try {
        return Optional.of(SoldQuotaCalculator.quota(service));
      } catch (ProvisioningException | InvalidInputException unclear) {
        return Optional.empty();
      }
    }
  }
}
