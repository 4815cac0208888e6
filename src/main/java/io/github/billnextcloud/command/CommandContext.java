package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.DryRunBilling;
import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.StdinDocumentBilling;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.PanelFormEditor;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.settings.LauncherProperties;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** One event: what was asked, of whom to learn more, and the service once it has been read. */
public final class CommandContext {

  private static final String APPLY = "--apply";

  private final Invocation invocation;
  private final InputStream stdin;
  private final LocalPanel panel;
  private @Nullable Billing billing;
  private final TerminalProgress progress;
  private @Nullable Service service;
  private @Nullable Provisioner provisioner;
  private @Nullable DeletedLogins deletedLogins;
  private @Nullable Consumer<Sentence> told;
  private Optional<Language> languageOfForm = Optional.empty();
  private @Nullable Language language;
  private boolean panelTells;
  private boolean begun;

  /**
   * @throws InvalidInputException when the item is no number
   */
  public CommandContext(
      Invocation invocation, InputStream stdin, LocalPanel panel, TerminalProgress progress) {
    this.invocation = invocation;
    this.stdin = stdin;
    this.panel = panel;
    this.progress = progress;
    this.billing = invocation.item().map(item -> new PanelBilling(panel, item)).orElse(null);
  }

  public Invocation invocation() {
    return invocation;
  }

  public InputStream stdin() {
    return stdin;
  }

  /** The document on stdin. */
  public XmlElement document() {
    return heard(XmlElement.parse(documentStream()));
  }

  /** The panel's form on stdin. */
  public PanelFormEditor form() {
    PanelFormEditor form = PanelFormEditor.parse(documentStream());
    heard(form.fields());
    return form;
  }

  /** Nobody types XML: who waits for it at a keyboard waits for ever, and says nothing. */
  private InputStream documentStream() {
    if (invocation.isTyped() && LauncherProperties.isStdinTyped()) {
      throw new InvalidInputException(
          Sentence.of("request.terminal", invocation.commandForError()));
    }
    return stdin;
  }

  private XmlElement heard(XmlElement document) {
    languageOfForm =
        document.first("lang").map(XmlElement::text).filter(it -> !it.isEmpty()).map(Language::of);
    return document;
  }

  /**
   * In which the answer is read: what was asked for, that of the panel's form, of the terminal, or
   * of the provider's staff, who are not asked for in vain where the panel has told nothing yet.
   */
  public Language language() {
    if (language == null) {
      language = invocation.askedLanguage().orElseGet(this::languageOfReader);
    }
    return language;
  }

  private Language languageOfReader() {
    if (languageOfForm.isPresent()) {
      return languageOfForm.get();
    }
    return panelTells && !invocation.isTyped()
        ? panel.staffLanguage().map(Language::of).orElseGet(invocation::language)
        : invocation.language();
  }

  public LocalPanel panel() {
    return panel;
  }

  /**
   * @throws InvalidInputException when a background operation names no service: nobody writes a
   *     document for that
   */
  public Billing billing() {
    if (billing == null) {
      if (invocation.runningOperation().isPresent()) {
        throw new InvalidInputException(Sentence.of("command.operation_without_item"));
      }
      billing = new StdinDocumentBilling(documentStream());
    }
    return billing;
  }

  /** Reads the service: before anything else, and again only when BILLmanager has moved it. */
  public Service service(ServiceReadScope scope) {
    Service read = billing().service(scope);
    service = read;
    panelTells |= invocation.item().isPresent();
    provisioner = null;
    deletedLogins = null;
    read.module().knownId().ifPresent(id -> MDC.put("module", Long.toString(id)));
    return read;
  }

  private Service read() {
    return Objects.requireNonNull(service, "the service is read first");
  }

  /** For telling BILLmanager of a failure: of a tariff change, it is told more. */
  public FailureReporter report() {
    boolean changesTariff = service != null && service.previousTariff().isPresent();
    return new FailureReporter(panel, invocation, changesTariff);
  }

  /** One for the service: a second would make the cloud check our password again. */
  public Provisioner provisioner() {
    if (provisioner == null) {
      provisioner = provisioner(read().module());
    }
    return provisioner;
  }

  /** One for the service: what a second one saves would be without what the first has. */
  public DeletedLogins deletedLogins() {
    if (deletedLogins == null) {
      deletedLogins = new DeletedLogins(billing(), read());
    }
    return deletedLogins;
  }

  public Provisioner provisioner(ProcessingModule module) {
    Cloud cloud = ModuleCloud.of(module, Timeouts.OPERATION, panel);
    boolean makesGroups = module.isOn("make_groups");
    return told == null
        ? new Provisioner(cloud, makesGroups)
        : Provisioner.dry(cloud, makesGroups, told);
  }

  /** From now on nothing is changed: what would be is told. */
  void rehearse(Consumer<Sentence> teller) {
    told = teller;
    billing = new DryRunBilling(billing(), teller);
  }

  /** From now on something of this service may be in the cloud. */
  public void intend() {
    begun = true;
  }

  public boolean hasIntention() {
    return begun;
  }

  /**
   * The processing module that the command is about.
   *
   * @throws BillingException of kind {@code NO_MODULE} when there is none with this number
   */
  public ProcessingModule module() {
    long id =
        invocation
            .module()
            .orElseThrow(() -> new InvalidInputException(Sentence.of("command.needs_module")));
    ProcessingModuleRepository modules = new ProcessingModuleRepository(panel);
    try {
      ProcessingModule module = panel.processingModule(id);
      panelTells = true;
      if (module.setting("base_url").isEmpty()) {
        modules.require(id);
      }
      return module;
    } catch (BillingException refused) {
      if (refused.kind() == BillingException.BillingErrorKind.REFUSED) {
        modules.require(id);
      }
      throw refused;
    }
  }

  public TerminalProgress progress() {
    return progress;
  }

  /** Forms show what was stored; whoever is here anyway stores it again when it was lost. */
  public void restoreConfig() {
    if (invocation.item().isPresent() && told == null) {
      new CloudGroupCache(panel).restore(read().module());
    }
  }

  /** Held while a command works on a service of the panel; who only looks needs none. */
  public ItemLock lock(Set<CommandTrait> traits) {
    return traits.contains(CommandTrait.LOOKS_ONLY)
        ? ItemLock.none()
        : invocation.item().map(panel::lock).orElseGet(ItemLock::none);
  }

  /** True when this would change something while the panel is told to leave all alone (§5.5). */
  public boolean isToDoNothing(Set<CommandTrait> traits) {
    return isChange(traits) && panel.isToDoNothing();
  }

  /** A service on stdin is not the panel's; what may be applied is otherwise only told. */
  private boolean isChange(Set<CommandTrait> traits) {
    if (invocation.isOn(APPLY)) {
      return true;
    }
    boolean ofPanel = invocation.item().isPresent() || invocation.module().isPresent();
    boolean told = invocation.isTyped() && traits.contains(CommandTrait.TOLD_UNLESS_APPLIED);
    return ofPanel && !told && !traits.contains(CommandTrait.LOOKS_ONLY);
  }
}
