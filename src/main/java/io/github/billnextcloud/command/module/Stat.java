package io.github.billnextcloud.command.module;

import io.github.billnextcloud.billmanager.DailyUsageStore;
import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.CloudGroupCache;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.command.lifecycle.AccountClosing;
import io.github.billnextcloud.command.lifecycle.DeferredWork;
import io.github.billnextcloud.command.team.TeamWork;
import io.github.billnextcloud.provisioning.Provisioner;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The day's round of a processing module (contract §6): counts what its services store, and ends
 * what was kept until today.
 */
public final class Stat implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(Stat.class);

  /** What the cloud says to one service it says to the next: nothing is asked a hundred times. */
  private static final Set<CloudErrorKind> OF_ALL =
      Set.of(
          CloudErrorKind.THROTTLED,
          CloudErrorKind.UNREACHABLE,
          CloudErrorKind.BUSY,
          CloudErrorKind.UNAUTHORIZED,
          CloudErrorKind.FORBIDDEN,
          CloudErrorKind.CERTIFICATE,
          CloudErrorKind.WRONG_ADDRESS);

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.NEEDS_OWN_PROCESS);
  }

  @Override
  @SuppressWarnings("try") // The lock is only held.
  public CommandResult run(CommandContext event) {
    ProcessingModule module = event.module();
    LocalDate day = LocalDate.now();
    try (ItemLock lock = event.panel().lockModule(module.id());
        DailyUsageStore statistics = new DailyUsageStore(event.panel(), module)) {
      try {
        closeUnused(event, module, count(event, statistics, module, day), day);
      } finally {
        // What is due does not wait for a day on which counting succeeds.
        statistics.due(day).forEach(item -> end(event, item, day));
        finish(event, module, statistics.unfinished());
        bringTeams(event, module, statistics.params(ServiceParams.TEAM).keySet());
      }
    }
    new CloudGroupCache(event.panel()).refreshIfPossible(module);
    return XmlBuilder.ok();
  }

  /** Services that nobody uses any more. */
  private static List<Long> count(
      CommandContext event, DailyUsageStore statistics, ProcessingModule module, LocalDate day) {
    UsageCounter count = new UsageCounter(statistics, module, day);
    count.of(ModuleCloud.of(module, Timeouts.ROUND, event.panel()), event.progress());
    statistics.confirm(day);
    return count.unused();
  }

  private static void closeUnused(
      CommandContext event, ProcessingModule module, List<Long> items, LocalDate day) {
    if (items.isEmpty()) {
      return;
    }
    Provisioner provisioner = event.provisioner(module);
    eachActive(
        event,
        items,
        ServiceReadScope.ACCOUNT,
        (billing, service) -> new AccountClosing(service, billing, provisioner).closeUnused(day));
  }

  /** Nextcloud counts edits: where it says no, the rest waits for tomorrow. */
  private static void finish(CommandContext event, ProcessingModule module, List<Long> items) {
    Provisioner provisioner = event.provisioner(module);
    each(
        event,
        items,
        ServiceReadScope.ORDER,
        service -> service.standing().isActive() || DeferredWork.awaitsArrival(service),
        (billing, service) -> new DeferredWork(billing, service).finishProfile(provisioner));
  }

  /** Whoever has changed a team in the cloud, its seats and quotas are the tariff's. */
  private static void bringTeams(
      CommandContext event, ProcessingModule module, Collection<Long> items) {
    Provisioner provisioner = event.provisioner(module);
    eachActive(
        event,
        items,
        ServiceReadScope.EVERYTHING,
        (billing, service) -> TeamWork.daily(billing, service, provisioner));
  }

  private static void eachActive(
      CommandContext event,
      Collection<Long> items,
      ServiceReadScope scope,
      BiConsumer<PanelBilling, Service> work) {
    each(event, items, scope, service -> service.standing().isActive(), work);
  }

  @SuppressWarnings("try") // The lock is only held.
  private static void each(
      CommandContext event,
      Collection<Long> items,
      ServiceReadScope scope,
      Predicate<Service> isMeant,
      BiConsumer<PanelBilling, Service> work) {
    for (long item : items) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      MDC.put("item", Long.toString(item));
      try (ItemLock lock = event.panel().lock(item)) {
        PanelBilling billing = new PanelBilling(event.panel(), item);
        Service service = billing.service(scope);
        if (isMeant.test(service)) {
          work.accept(billing, service);
        }
      } catch (RuntimeException failure) {
        LOG.warn("service {}: still left undone: {}", item, CommandFailure.of(failure));
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
  private static void end(CommandContext event, long item, LocalDate day) {
    MDC.put("item", Long.toString(item));
    try (ItemLock lock = event.panel().lock(item)) {
      PanelBilling billing = new PanelBilling(event.panel(), item);
      Service service = billing.service(ServiceReadScope.ACCOUNT);
      Optional<LocalDate> due = AccountClosing.due(service);
      if (service.standing().isDeleted() && due.filter(it -> !it.isAfter(day)).isPresent()) {
        LOG.info("service {}: its user was kept until {}", item, due.get());
        new AccountClosing(service, billing, event.provisioner(service.module())).deleteDue();
      }
    } catch (RuntimeException failure) {
      LOG.error("service {}: its user is not deleted yet: {}", item, failure.getMessage());
    } finally {
      MDC.remove("item");
    }
  }
}
