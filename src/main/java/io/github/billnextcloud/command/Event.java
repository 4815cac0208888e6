package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.BadRequest;
import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.DocumentBilling;
import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.ProcessingModule;
import io.github.billnextcloud.billmanager.RehearsedBilling;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.ocs.Patience;
import io.github.billnextcloud.provisioning.Clouds;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.Rehearsal;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.MDC;

/** One event: what was asked, of whom to learn more, and the service once it has been read. */
public final class Event {

  private static final Set<String> DO_NOTHING =
      Set.of("open", "reopen", "resume", "suspend", "close", "prolong", "stat", "sync_item");

  private static final Set<String> MERELY_LOOK = Set.of("check_param", "transition_controlpanel");

  private final Invocation invocation;
  private final InputStream stdin;
  private final Panel panel;
  private Billing billing;
  private final Progress progress;
  private Service service;
  private Provisioner provisioner;
  private Consumer<String> told;
  private boolean begun;

  /**
   * @throws BadRequest when the item is no number, or a background operation names none: nobody
   *     writes a document for that
   */
  public Event(Invocation invocation, InputStream stdin, Panel panel, Progress progress) {
    this.invocation = invocation;
    this.stdin = stdin;
    this.panel = panel;
    this.progress = progress;
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

  public InputStream stdin() {
    return stdin;
  }

  public Panel panel() {
    return panel;
  }

  Billing billing() {
    return billing;
  }

  /** Reads the service: before anything else, and again only when BILLmanager has moved it. */
  public Service service(Scope scope) {
    service = billing.service(scope);
    provisioner = null;
    if (service.module().id() != 0) {
      MDC.put("module", Long.toString(service.module().id()));
    }
    return service;
  }

  /** For telling BILLmanager of a failure: of a tariff change, it is told more. */
  public Report report() {
    boolean changesTariff = service != null && !service.previousTariff().isNone();
    return new Report(panel, invocation, changesTariff);
  }

  /** One for the service: a second would make the cloud check our password again. */
  public Provisioner provisioner() {
    if (provisioner == null) {
      provisioner = provisioner(service.module());
    }
    return provisioner;
  }

  Provisioner provisioner(ProcessingModule module) {
    Cloud cloud = Clouds.of(module, Patience.OPERATION);
    return new Provisioner(
        told == null ? cloud : new Rehearsal(cloud, told), module.isOn("make_groups"));
  }

  /** From now on nothing is changed: what would be is told. */
  void rehearse(Consumer<String> teller) {
    told = teller;
    billing = new RehearsedBilling(billing, teller);
  }

  /** From now on something of this service may be in the cloud. */
  void intend() {
    begun = true;
  }

  boolean hasIntention() {
    return begun;
  }

  /** The processing module that the command is about. */
  public ProcessingModule module() {
    return panel.processingModule(
        invocation.module().orElseThrow(() -> new BadRequest("The command needs --module", null)));
  }

  public Progress progress() {
    return progress;
  }

  /** Forms show what was stored; whoever is here anyway stores it again when it was lost. */
  void restoreConfig() {
    if (invocation.item().isPresent() && told == null) {
      new ServerConfig(panel).restore(service.module());
    }
  }

  /** Held while a command works on a service of the panel; who only looks needs none. */
  public ItemLock lock() {
    if (MERELY_LOOK.contains(invocation.command())) {
      return ItemLock.none();
    }
    return invocation.item().map(panel::lock).orElseGet(ItemLock::none);
  }

  /** True while the panel is told to leave its services alone; §5.5 names the commands. */
  public boolean isToDoNothing() {
    boolean ofPanel = invocation.item().isPresent() || invocation.module().isPresent();
    return DO_NOTHING.contains(invocation.command()) && ofPanel && panel.isToDoNothing();
  }
}
