package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.ProcessingModule;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.Statistics;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.Kind;
import io.github.billnextcloud.cloud.ocs.Patience;
import io.github.billnextcloud.provisioning.Clouds;
import io.github.billnextcloud.provisioning.Provisioner;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The day's round of a processing module (contract §6): counts what its services store, and ends
 * what was kept until today.
 */
final class Stat implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(Stat.class);

  /** What the cloud says to one service it says to the next: nothing is asked a hundred times. */
  private static final Set<Kind> OF_ALL =
      Set.of(
          Kind.THROTTLED,
          Kind.UNREACHABLE,
          Kind.BUSY,
          Kind.UNAUTHORIZED,
          Kind.FORBIDDEN,
          Kind.CERTIFICATE,
          Kind.WRONG_ADDRESS);

  @Override
  @SuppressWarnings("try") // The lock is only held.
  public Answer run(Event event) {
    ProcessingModule module = event.module();
    LocalDate day = LocalDate.now();
    try (ItemLock lock = event.panel().lockModule(module.id());
        Statistics statistics = event.panel().statistics(module)) {
      try {
        count(event, statistics, module, day);
      } finally {
        // What is due does not wait for a day on which counting succeeds.
        statistics.due(day).forEach(item -> end(event, item, day));
        finish(event, module, statistics.unfinished());
      }
    }
    new ServerConfig(event.panel()).refreshIfPossible(module);
    return XmlOut.ok();
  }

  private static void count(
      Event event, Statistics statistics, ProcessingModule module, LocalDate day) {
    Count count = new Count(statistics, module, day);
    count.of(Clouds.of(module, Patience.ROUND), event.progress());
    statistics.confirm(day);
  }

  /** Nextcloud counts edits: where it says no, the rest waits for tomorrow. */
  @SuppressWarnings("try") // The lock is only held.
  private static void finish(Event event, ProcessingModule module, List<Long> items) {
    Provisioner provisioner = event.provisioner(module);
    for (long item : items) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      MDC.put("item", Long.toString(item));
      try (ItemLock lock = event.panel().lock(item)) {
        PanelBilling billing = new PanelBilling(event.panel(), item);
        Service service = billing.service(Scope.ORDER);
        if (service.standing().isActive()) {
          new Unfinished(billing, service).finishProfile(provisioner);
        }
      } catch (RuntimeException failure) {
        LOG.warn("service {}: still left undone: {}", item, Failure.of(failure));
        if (failure instanceof CloudException no && OF_ALL.contains(no.kind())) {
          return;
        }
      } finally {
        MDC.remove("item");
      }
    }
  }

  /** One that fails is tried again tomorrow. */
  @SuppressWarnings("try") // The lock is only held.
  private static void end(Event event, long item, LocalDate day) {
    MDC.put("item", Long.toString(item));
    try (ItemLock lock = event.panel().lock(item)) {
      PanelBilling billing = new PanelBilling(event.panel(), item);
      Service service = billing.service(Scope.ACCOUNT);
      LocalDate due = Closing.due(service);
      if (service.standing().isDeleted() && due != null && !due.isAfter(day)) {
        LOG.info("service {}: its user was kept until {}", item, due);
        new Closing(service, billing, event.provisioner(service.module())).deleteDue();
      }
    } catch (RuntimeException failure) {
      LOG.error("service {}: its user is not deleted yet: {}", item, failure.getMessage());
    } finally {
      MDC.remove("item");
    }
  }
}
