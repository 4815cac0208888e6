package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.command.ServiceParamWriter;
import io.github.billnextcloud.command.lifecycle.DeferredWork;
import io.github.billnextcloud.command.lifecycle.SyncItem;
import io.github.billnextcloud.provisioning.AccountDrift;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.RemainingDifferences;
import io.github.billnextcloud.text.Sentence;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mends what an audit found, of the kinds that were chosen. Each service is locked and read again,
 * so that nothing is done that is not true any more; what was mended matches the next time, so that
 * a repair may be broken off and run again.
 *
 * @param pause for a cloud that has had too many changes and does not say how long to wait
 */
record AuditRepair(CommandContext event, Set<AccountDrift.DriftKind> chosen, Duration pause) {

  private static final Logger LOG = LoggerFactory.getLogger(AuditRepair.class);

  /** Nextcloud allows 50 changes in ten minutes. */
  private static final int MOST_PAUSES = 30;

  /** How it went. */
  record RepairCounts(int mended, int failed, int left) {}

  static Set<AccountDrift.DriftKind> kinds(String typed) {
    if (typed.equals("all")) {
      // Whose account it is, somebody has to say by that word.
      return EnumSet.complementOf(EnumSet.of(AccountDrift.DriftKind.IDENTITY));
    }
    Set<AccountDrift.DriftKind> kinds = EnumSet.noneOf(AccountDrift.DriftKind.class);
    for (String name : typed.split(",")) {
      kinds.add(
          Arrays.stream(AccountDrift.DriftKind.values())
              .filter(kind -> kind.name().equals(name.strip().toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() -> unknown(name)));
    }
    return kinds;
  }

  private static InvalidInputException unknown(String name) {
    return new InvalidInputException(Sentence.of("request.repair", name));
  }

  /** What of these rows a repair would touch: never one of which the cloud has no account. */
  List<AuditRow> of(List<AuditRow> rows) {
    return rows.stream()
        .filter(row -> row.service().isPresent() && row.user().isPresent())
        .filter(
            row ->
                row.kinds().stream().flatMap(it -> it.repair().stream()).anyMatch(chosen::contains))
        .toList();
  }

  RepairCounts run(ModuleAuditResult findings) {
    List<AuditRow> due = of(findings.rows());
    ProcessingModule module = findings.module();
    Provisioner provisioner =
        new Provisioner(
            ModuleCloud.of(module, Timeouts.ROUND, event.panel()), module.isOn("make_groups"));
    int mended = 0;
    int failed = 0;
    int pauses = 0;
    for (int at = 0; at < due.size() && !Thread.currentThread().isInterrupted(); ) {
      long item = due.get(at).service().orElseThrow().id();
      try {
        mend(item, provisioner);
        mended++;
      } catch (RuntimeException failure) {
        if (isThrottled(failure) && pauses++ < MOST_PAUSES && waited(failure, at, due.size())) {
          continue;
        }
        if (isThrottled(failure)) {
          break;
        }
        LOG.error("service {}: not repaired: {}", item, CommandFailure.of(failure));
        failed++;
      }
      at++;
      event.progress().at("progress.repaired", at, due.size());
    }
    event.progress().end();
    return new RepairCounts(mended, failed, due.size() - mended - failed);
  }

  /** A suspended service is what {@code sync_item} makes of it; its way back is saved there. */
  @SuppressWarnings("try") // The lock is only held.
  private void mend(long item, Provisioner provisioner) {
    try (ItemLock lock = event.panel().lock(item)) {
      PanelBilling billing = new PanelBilling(event.panel(), item);
      Service service = billing.service(ServiceReadScope.ORDER);
      if (chosen.contains(AccountDrift.DriftKind.IDENTITY)) {
        CloudUser user = provisioner.require(Policy.owner(service));
        ServiceParamWriter.saveIdentity(billing, service, user);
      }
      if (service.standing().isActive()) {
        RemainingDifferences left = provisioner.repair(service, chosen);
        if (chosen.contains(AccountDrift.DriftKind.PROFILE)) {
          new DeferredWork(billing, service).keep(left);
        }
      } else if (service.standing().isSuspended()
          && !chosen.equals(Set.of(AccountDrift.DriftKind.IDENTITY))) {
        Invocation asked = Invocation.parse("--command", "sync_item", "--item", "" + item);
        CommandContext ofItem =
            new CommandContext(asked, event.stdin(), event.panel(), event.progress());
        new SyncItem().run(ofItem);
      }
    }
  }

  private static boolean isThrottled(RuntimeException failure) {
    return failure instanceof CloudException refused
        && refused.kind() == CloudException.CloudErrorKind.THROTTLED;
  }

  /** False when a signal ended the waiting. */
  private boolean waited(RuntimeException failure, int done, int all) {
    Duration asked = ((CloudException) failure).retryAfter();
    event.progress().at("progress.waiting", done, all);
    try {
      Thread.sleep((asked.isZero() ? pause : asked).toMillis());
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
