package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository.OurModule;
import io.github.billnextcloud.billmanager.database.ServiceNames.PendingOperation;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.operator.capacity.CareCase.CareKind;
import io.github.billnextcloud.operator.metrics.RunCounters;
import io.github.billnextcloud.operator.metrics.SoldSpace;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.ProvisioningException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * All figures of one processing module and its cloud. What the cloud does not tell is not there.
 *
 * @param module of which
 * @param address of its cloud
 * @param free on the disk
 * @param begun operations that have not ended
 * @param today by the clock of the panel's server
 * @param named of how many a case to look after tells each
 * @param failure why the cloud could not be asked
 */
record CloudCapacity(
    OurModule module,
    String address,
    SoldSpace sold,
    UsageHistory usage,
    OptionalLong free,
    OverQuotaServices over,
    Optional<UnbilledAccounts> unbilled,
    List<PendingOperation> begun,
    OperationOutcomeCounts operations,
    LocalDate today,
    int named,
    Optional<CommandFailure> failure)
    implements CapacityFigures {

  static CloudCapacity of(
      LocalPanel panel,
      OurModule which,
      Optional<RunCounters> runs,
      List<PendingOperation> begun,
      LocalDate today,
      int named,
      TerminalProgress progress) {
    ProcessingModule module = panel.processingModule(which.id());
    OptionalLong free = OptionalLong.empty();
    Optional<UnbilledAccounts> unbilled = Optional.empty();
    Optional<CommandFailure> failure = Optional.empty();
    try {
      Cloud cloud = ModuleCloud.of(module, Timeouts.ROUND, panel);
      free = cloud.freeSpace();
      unbilled = Optional.of(UnbilledAccounts.of(panel, module, cloud, named, progress));
    } catch (CloudException | ProvisioningException | InvalidInputException silent) {
      failure = Optional.of(CommandFailure.of(silent));
    } finally {
      progress.end();
    }
    UsageHistory usage =
        UsageHistory.of(
            panel,
            module,
            today,
            runs.flatMap(it -> it.counted(which.id())).map(CloudCapacity::day));
    SoldSpace sold;
    OverQuotaServices over;
    try (UsageHistory.LastDay day = usage.lastDay(panel, module)) {
      OverQuotaServices.LimitComparator limits = new OverQuotaServices.LimitComparator(day, named);
      sold = SoldSpace.of(panel, module, limits);
      over = limits.told();
    }
    return new CloudCapacity(
        which,
        CloudFactory.address(module),
        sold,
        usage,
        free,
        over,
        unbilled,
        begun,
        operations(begun, which.id(), runs),
        today,
        named,
        failure);
  }

  /** As the count itself tells its day. */
  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneId.systemDefault());
  }

  private static OperationOutcomeCounts operations(
      List<PendingOperation> all, long module, Optional<RunCounters> runs) {
    return new OperationOutcomeCounts(
        count(runs, it -> it.failures(module)),
        count(runs, it -> it.throttles(module)),
        count(runs, it -> it.waits(module)),
        all.size(),
        all.stream().filter(PendingOperation::byHand).count());
  }

  private static OptionalLong count(Optional<RunCounters> runs, ToLongFunction<RunCounters> what) {
    return runs.stream().mapToLong(what).findFirst();
  }

  /** In the order of what is worst. */
  List<CareCase> care() {
    long id = module.id();
    UnbilledAccounts accounts = unbilled.orElse(UnbilledAccounts.NONE);
    return Stream.of(
            failure.stream().map(it -> CareCase.silent(id)),
            uncounted().stream().map(it -> CareCase.uncounted(id, it)),
            Stream.of(
                CareCase.operations(CareKind.WAITS, id, begun, named),
                CareCase.operations(CareKind.FAILING, id, begun, named),
                CareCase.over(id, over),
                CareCase.soon(id, over),
                CareCase.unbilled(id, accounts),
                CareCase.closed(id, accounts),
                CareCase.unclear(id, sold.unclear())))
        .flatMap(it -> it)
        .filter(it -> it.count() > 0)
        .toList();
  }

  /** The last day that was counted, when yesterday should have been: BILLmanager counts daily. */
  private Optional<LocalDate> uncounted() {
    return Optional.ofNullable(history().isEmpty() ? null : history().lastKey())
        .filter(it -> it.isBefore(today.minusDays(1)));
  }

  @Override
  public OptionalLong overQuota() {
    return history().isEmpty() ? OptionalLong.empty() : OptionalLong.of(over.services());
  }

  @Override
  public NavigableMap<LocalDate, Long> history() {
    return usage.days();
  }
}
