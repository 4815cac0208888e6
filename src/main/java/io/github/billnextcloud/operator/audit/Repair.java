package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.BadRequest;
import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.ProcessingModule;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.ocs.Patience;
import io.github.billnextcloud.command.Commands;
import io.github.billnextcloud.command.Event;
import io.github.billnextcloud.command.Failure;
import io.github.billnextcloud.command.Unfinished;
import io.github.billnextcloud.provisioning.Clouds;
import io.github.billnextcloud.provisioning.Difference;
import io.github.billnextcloud.provisioning.Leftovers;
import io.github.billnextcloud.provisioning.Provisioner;
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
record Repair(Event event, Set<Difference.Kind> chosen, Duration pause) {

  private static final Logger LOG = LoggerFactory.getLogger(Repair.class);

  /** Nextcloud allows 50 changes in ten minutes. */
  private static final int MOST_PAUSES = 30;

  /** How it went. */
  record Outcome(int mended, int failed, int left) {}

  static Set<Difference.Kind> kinds(String typed) {
    if (typed.equals("all")) {
      return EnumSet.allOf(Difference.Kind.class);
    }
    Set<Difference.Kind> kinds = EnumSet.noneOf(Difference.Kind.class);
    for (String name : typed.split(",")) {
      kinds.add(
          Arrays.stream(Difference.Kind.values())
              .filter(kind -> kind.name().equals(name.strip().toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() -> unknown(name)));
    }
    return kinds;
  }

  private static BadRequest unknown(String name) {
    return new BadRequest(
        "--repair takes state, quota, groups, profile or all, not '" + name + "'", null);
  }

  /** What of these rows a repair would touch. */
  List<Row> of(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.item() != 0)
        .filter(
            row ->
                row.kinds().stream().flatMap(it -> it.repair().stream()).anyMatch(chosen::contains))
        .toList();
  }

  Outcome run(Findings findings) {
    List<Row> due = of(findings.rows());
    ProcessingModule module = findings.module();
    Provisioner provisioner =
        new Provisioner(Clouds.of(module, Patience.ROUND), module.isOn("make_groups"));
    int mended = 0;
    int failed = 0;
    int pauses = 0;
    for (int at = 0; at < due.size() && !Thread.currentThread().isInterrupted(); ) {
      long item = due.get(at).item();
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
        LOG.error("service {}: not repaired: {}", item, Failure.of(failure));
        failed++;
      }
      at++;
      event.progress().at("repaired", at, due.size());
    }
    event.progress().end();
    return new Outcome(mended, failed, due.size() - mended - failed);
  }

  /** A suspended service is what {@code sync_item} makes of it; its way back is saved there. */
  @SuppressWarnings("try") // The lock is only held.
  private void mend(long item, Provisioner provisioner) {
    try (ItemLock lock = event.panel().lock(item)) {
      PanelBilling billing = new PanelBilling(event.panel(), item);
      Service service = billing.service(Scope.ORDER);
      if (service.standing().isActive()) {
        Leftovers left = provisioner.repair(service, chosen);
        if (chosen.contains(Difference.Kind.PROFILE)) {
          new Unfinished(billing, service).keep(left);
        }
      } else if (service.standing().isSuspended()) {
        Invocation asked = Invocation.parse("--command", "sync_item", "--item", "" + item);
        Event ofItem = new Event(asked, event.stdin(), event.panel(), event.progress());
        Commands.find(asked.command()).orElseThrow().run(ofItem);
      }
    }
  }

  private static boolean isThrottled(RuntimeException failure) {
    return failure instanceof CloudException refused
        && refused.kind() == CloudException.Kind.THROTTLED;
  }

  /** False when a signal ended the waiting. */
  private boolean waited(RuntimeException failure, int done, int all) {
    Duration asked = ((CloudException) failure).retryAfter();
    event.progress().at("the cloud asks us to wait; repaired", done, all);
    try {
      Thread.sleep((asked.isZero() ? pause : asked).toMillis());
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
