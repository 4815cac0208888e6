package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.DocumentBilling;
import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.cloud.ocs.Patience;
import io.github.billnextcloud.provisioning.Clouds;
import io.github.billnextcloud.provisioning.Provisioner;
import java.io.InputStream;
import java.nio.file.Path;

/** One event: what was asked, of whom to learn more, and the service once it has been read. */
public final class Event {

  private final Invocation invocation;
  private final InputStream stdin;
  private final Path root;
  private final Panel panel;
  private final Billing billing;
  private Service service;

  public Event(Invocation invocation, InputStream stdin, Path root) {
    this.invocation = invocation;
    this.stdin = stdin;
    this.root = root;
    this.panel = new Panel(root);
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

  Service service() {
    service = billing.service();
    return service;
  }

  /** With the saved secrets, for the few commands that need them. */
  public Service serviceWithSecrets() {
    service = billing.serviceWithSecrets();
    return service;
  }

  /** True when this is about a service of the panel that is in the middle of a tariff change. */
  boolean changesTariff() {
    return service != null && !service.previousTariff().isNone();
  }

  Provisioner provisioner() {
    return new Provisioner(Clouds.of(service.module(), Patience.OPERATION));
  }

  /** Held while a command works on a service of the panel; a document on stdin needs none. */
  public ItemLock lock() {
    return invocation.item().map(item -> ItemLock.take(root, item)).orElseGet(ItemLock::none);
  }

  /** True while the panel is told to leave its services alone (contract §5.5). */
  public boolean isToDoNothing() {
    return invocation.item().isPresent() && panel.isToDoNothing();
  }
}
