package io.github.billnextcloud.operator.metrics;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ServiceBatches;
import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.ProvisioningException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one processing module has sold: read by pages, so that a hundred thousand services fit.
 *
 * @param services how many, by where they are in their life
 * @param bytes what those that are paid for may store in all
 * @param unlimited how many of these have no limit
 * @param unclear of how many of these nobody can tell
 */
record SoldSpace(Map<ItemStatus, Long> services, long bytes, long unlimited, long unclear) {

  static SoldSpace of(LocalPanel panel, ProcessingModule module) {
    Tally tally = new Tally();
    try (ServiceBatches all = new ServiceBatches(panel, module)) {
      all.each(tally::take);
    }
    return new SoldSpace(tally.services, tally.bytes, tally.unlimited, tally.unclear);
  }

  private static final class Tally {

    private final Map<ItemStatus, Long> services = new EnumMap<>(ItemStatus.class);
    private long bytes;
    private long unlimited;
    private long unclear;

    void take(Service service) {
      service.standing().status().ifPresent(status -> services.merge(status, 1L, Long::sum));
      if (service.standing().isActive() || service.standing().isSuspended()) {
        quota(service).ifPresentOrElse(this::add, () -> unclear++);
      }
    }

    private void add(Quota quota) {
      quota.bytes().ifPresentOrElse(sold -> bytes += sold, () -> unlimited++);
    }

    private static Optional<Quota> quota(Service service) {
      try {
        return Optional.of(Policy.wanted(service, Policy.owner(service)).quota());
      } catch (ProvisioningException | InvalidInputException unclear) {
        return Optional.empty();
      }
    }
  }
}
