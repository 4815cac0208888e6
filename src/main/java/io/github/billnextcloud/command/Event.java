package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.BadRequest;
import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.DocumentBilling;
import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.cloud.ocs.Patience;
import io.github.billnextcloud.provisioning.Clouds;
import io.github.billnextcloud.provisioning.Provisioner;
import java.io.InputStream;
import java.util.Set;

/** One event: what was asked, of whom to learn more, and the service once it has been read. */
public final class Event {

  private static final Set<String> DO_NOTHING =
      Set.of("open", "resume", "suspend", "close", "prolong");

  private final Invocation invocation;
  private final InputStream stdin;
  private final Panel panel;
  private final Billing billing;
  private Service service;

  /**
   * @throws BadRequest when the item is no number, or a background operation names none: nobody
   *     writes a document for that
   */
  public Event(Invocation invocation, InputStream stdin, Panel panel) {
    this.invocation = invocation;
    this.stdin = stdin;
    this.panel = panel;
    if (invocation.runningOperation().isPresent() && invocation.item().isEmpty()) {
      throw new BadRequest("The running operation is of no --item", null);
    }
    this.billing =
        invocation
            .item()
            .<Billing>map(item -> new PanelBilling(panel, item))
            .orElseGet(() -> new DocumentBilling(stdin));
  }

  public Invocation invocation() {
    return invocation;
  }

  InputStream stdin() {
    return stdin;
  }

  Panel panel() {
    return panel;
  }

  Billing billing() {
    return billing;
  }

  /** Reads the service: once, before anything else. */
  public Service service(Scope scope) {
    service = billing.service(scope);
    return service;
  }

  /** For telling BILLmanager of a failure: of a tariff change, it is told more. */
  public Report report() {
    boolean changesTariff = service != null && !service.previousTariff().isNone();
    return new Report(panel, invocation, changesTariff);
  }

  Provisioner provisioner() {
    return new Provisioner(Clouds.of(service.module(), Patience.OPERATION));
  }

  /** Held while a command works on a service of the panel; a document on stdin needs none. */
  public ItemLock lock() {
    return invocation.item().map(panel::lock).orElseGet(ItemLock::none);
  }

  /** True while the panel is told to leave its services alone; §5.5 names the commands. */
  public boolean isToDoNothing() {
    return DO_NOTHING.contains(invocation.command())
        && invocation.item().isPresent()
        && panel.isToDoNothing();
  }
}
