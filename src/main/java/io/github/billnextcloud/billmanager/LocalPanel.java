package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.database.ConnectionSource;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.PanelRsaKey;
import io.github.billnextcloud.billmanager.database.ServiceReader;
import io.github.billnextcloud.billmanager.database.TakenLoginLookup;
import io.github.billnextcloud.billmanager.mgrctl.Mgrctl;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlRequest;
import io.github.billnextcloud.billmanager.mgrctl.PanelConfig;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** The panel on this machine: its control utility, its database, its files. */
public final class LocalPanel implements AutoCloseable {

  private static final long PAUSE_MILLIS = 1_000;

  /** With this file the panel's own modules leave all services alone (contract §5.5). */
  private static final String DO_NOTHING = "etc/billmgr.DoNothing";

  /** Beyond the numbers of services: the bytes that stand for modules in the file of locks. */
  private static final long MODULES = 1L << 40;

  private static final long GRANTS = 1L << 41;

  private final Path root;
  private final Mgrctl mgrctl;
  private final ConnectionSource access;
  private final Map<String, Secret> decrypted;
  private Duration patience = ProcessingModule.USUAL_PATIENCE;

  /** For one event. */
  public LocalPanel(Path root) {
    this(root, 0);
  }

  private LocalPanel(Path root, int connections) {
    this.root = root;
    this.mgrctl = new Mgrctl(root);
    this.access = new ConnectionSource(mgrctl, root, connections);
    this.decrypted = new ConcurrentHashMap<>();
  }

  private LocalPanel(LocalPanel other) {
    this.root = other.root;
    this.mgrctl = other.mgrctl;
    this.access = other.access;
    this.decrypted = other.decrypted;
  }

  /**
   * For a process that lives on.
   *
   * @param connections to the database that may stay open between events
   */
  public static LocalPanel staying(Path root, int connections) {
    return new LocalPanel(root, connections);
  }

  /** True when what is known of the panel may be older than the event. */
  public boolean isStaying() {
    return access.isStaying();
  }

  /** For one event, with this panel's settings, idle connections and decrypted secrets. */
  public LocalPanel forOneEvent() {
    return new LocalPanel(this);
  }

  /** Lets go of idle connections; those at work end when their event has ended. */
  @Override
  public void close() {
    access.close();
  }

  /** The panel's folder. */
  public Path root() {
    return root;
  }

  /** Waits until nobody else works on this service. */
  public ItemLock lock(long item) {
    return ItemLock.take(root, item);
  }

  /** True while the panel is to leave services as they are: a demo or a copy of it. */
  public boolean isToDoNothing() {
    return Files.exists(root.resolve(DO_NOTHING));
  }

  /** The settings of a processing module, secrets included. */
  public ProcessingModule processingModule(long id) {
    try (JdbcSession database = database()) {
      return processingModule(database, id);
    }
  }

  /**
   * From the tables; the panel's own form is asked for what they do not tell. It is dear: before it
   * is shown, the panel has it tuned by a second of us (contract §4.2).
   */
  private ProcessingModule processingModule(JdbcSession database, long id) {
    ProcessingModule module = told(database, id);
    patience = module.patienceWithPanel();
    return module;
  }

  private ProcessingModule told(JdbcSession database, long id) {
    try {
      ProcessingModule stored = reader(database).module(id);
      return stored.isComplete() ? stored : shown(id).completedAtItsAddressBy(stored);
    } catch (BillingException unreadable) {
      if (unreadable.kind() != BillingErrorKind.UNREADABLE_SECRET) {
        throw unreadable;
      }
      ProcessingModule shown = shown(id);
      if (!shown.isComplete()) {
        throw unreadable;
      }
      return shown;
    }
  }

  private ProcessingModule shown(long id) {
    return ProcessingModule.ofForm(
        OptionalLong.of(id), call(MgrctlRequest.of("processing.edit").with("elid", id)));
  }

  /**
   * The settings as a form on stdin holds them (contract §4.1). A form of a module that exists may
   * leave a secret empty that was not typed anew: the stored one stands for it, at its own address
   * and by its own way only. Whoever may type an address, a proxy or an authority must not be sent
   * the password.
   *
   * @throws BillingException of kind {@code INCOMPLETE} when another of these was typed and no
   *     secret
   */
  public ProcessingModule typedModule(XmlElement document) {
    XmlElement form =
        document.first("processingmodule").filter(XmlElement::hasFields).orElse(document);
    String id = form.text("id");
    ProcessingModule typed = ProcessingModule.ofForm(OptionalLong.empty(), form);
    boolean shown = typed.hasSecrets();
    boolean granted = !typed.setting(ProcessingModule.OAUTH_CLIENT).isEmpty();
    if (shown && !granted || !id.matches("[1-9]\\d{0,17}")) {
      return typed;
    }
    if (shown) {
      return granted(typed, Long.parseLong(id));
    }
    ProcessingModule stored = processingModule(Long.parseLong(id));
    String address = typed.setting("base_url");
    if (!address.isEmpty() && !stored.isAt(address) || typed.takesAnotherWayThan(stored)) {
      throw new BillingException(BillingErrorKind.INCOMPLETE, Sentence.of("panel.another_address"));
    }
    return typed.completedBy(stored);
  }

  /** With what OAuth has granted the stored one; what cannot be decrypted has granted nothing. */
  private ProcessingModule granted(ProcessingModule typed, long id) {
    try {
      return typed.grantedAs(processingModule(id));
    } catch (BillingException unreadable) {
      if (unreadable.kind() != BillingErrorKind.UNREADABLE_SECRET) {
        throw unreadable;
      }
      return typed;
    }
  }

  public Service service(long item, ServiceReadScope scope) {
    try (JdbcSession database = database()) {
      ServiceReader reader = reader(database);
      JdbcSession.Row row = reader.item(item);
      long module =
          row.reference("processingmodule")
              .orElseThrow(
                  () -> ServiceReader.noService(Sentence.of("panel.service_without_module", item)));
      return reader.service(row, processingModule(database, module), scope);
    }
  }

  /**
   * @throws BillingException of kind {@code NO_SERVICE} when the panel has none of this number
   */
  void requireService(long item) {
    try (JdbcSession database = database()) {
      reader(database).item(item);
    }
  }

  /**
   * A secret that the panel handed on encrypted.
   *
   * @param name of what it is, for the failure's sentence
   */
  public Secret decrypt(String name, String encrypted) {
    return key().decrypt(name, encrypted);
  }

  OptionalLong everOwner(long item, ProcessingModule module, String username) {
    try (JdbcSession database = database()) {
      return new TakenLoginLookup(database).ever(item, module, username);
    }
  }

  OptionalLong presentOwner(long item, ProcessingModule module, String username) {
    try (JdbcSession database = database()) {
      return new TakenLoginLookup(database).unlessClosed(item, module, username);
    }
  }

  /**
   * The language of the provider's staff: of the first who has one, since no event tells who will
   * read of it (contract §2.2).
   */
  public Optional<String> staffLanguage() {
    try (JdbcSession database = database()) {
      return database.query("SELECT * FROM user WHERE level >= 29 ORDER BY id").stream()
          .filter(user -> !user.text("enabled").equals("off"))
          .map(user -> user.text("language"))
          .filter(language -> !language.isBlank())
          .findFirst();
    } catch (BillingException unknown) {
      return Optional.empty();
    }
  }

  /** Waits until nobody else works on this module as a whole. */
  public ItemLock lockModule(long module) {
    return ItemLock.take(root, MODULES + module);
  }

  /**
   * Waits until nobody else changes what OAuth has granted this module. It is no matter of the
   * module as a whole: who counts for hours needs new tokens, too, and so does everybody else.
   */
  public ItemLock lockGrant(long module) {
    return ItemLock.take(root, GRANTS + module);
  }

  public PanelRsaKey key() {
    return new PanelRsaKey(config().key());
  }

  public ServiceReader reader(JdbcSession database) {
    return new ServiceReader(database, key(), decrypted);
  }

  public PanelConfig config() {
    return access.config();
  }

  /** Has the panel tell its settings, whatever its files say. */
  public void askForConfig() {
    access.askPanel();
  }

  public JdbcSession database() {
    return access.open();
  }

  public XmlElement call(MgrctlRequest call) {
    return mgrctl.run(call);
  }

  /** A call that must not be lost: repeated until a panel that restarts is back (§5.5). */
  public void insist(MgrctlRequest call) {
    insist(call, patience);
  }

  public void insist(MgrctlRequest call, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      try {
        mgrctl.run(call);
        return;
      } catch (BillingException failure) {
        if (failure.kind() != BillingErrorKind.RESTARTING || System.nanoTime() > deadline) {
          throw failure;
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      throw BillingException.stopped("the panel restarts");
    }
  }
}
