package io.github.billnextcloud.billmanager.database;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.model.ServiceStatus;
import io.github.billnextcloud.billmanager.model.Tariff;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a service from the panel's tables (contract §4.13). Columns that not every panel has are
 * read with {@code *} and may be missing.
 */
public final class ServiceReader {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceReader.class);
  private static final OptionalLong TRIAL = OptionalLong.of(-100);
  public static final String IMPORTED = "import_service_name";

  private final JdbcSession database;
  private final PanelRsaKey key;
  private final Map<String, Secret> decrypted;

  /** Services with their product types, as all that is made of them here expects. */
  public static final String ITEMS =
      "SELECT i.id, i.account, i.pricelist, i.lastpricelist, i.processingmodule, i.period,"
          + " i.status, i.opendate IS NOT NULL AS opened, i.autosuspend, i.employeesuspend,"
          + " i.abusesuspend,"
          + " t.intname AS product_type FROM item i"
          + " JOIN pricelist p ON p.id = i.pricelist JOIN itemtype t ON t.id = p.itemtype";

  /**
   * @param decrypted processing modules' secrets by what the panel stores: one decryption takes 8
   *     ms with a key of 2048 bits and 50 with one of 4096, and a process that lives on needs the
   *     same ones for each event
   */
  public ServiceReader(JdbcSession database, PanelRsaKey key, Map<String, Secret> decrypted) {
    this.database = database;
    this.key = key;
    this.decrypted = decrypted;
  }

  /** The row of the service itself, with its product type. */
  public Row item(long id) {
    return database.query(ITEMS + " WHERE i.id = ?", id).stream()
        .findFirst()
        .orElseThrow(() -> noService(unknown(id)));
  }

  /** Who mistyped a number sees which there are. */
  private Sentence unknown(long id) {
    Row ours =
        database
            .query(
                "SELECT MIN(i.id) AS first, MAX(i.id) AS last FROM item i"
                    + " JOIN processingmodule m ON m.id = i.processingmodule"
                    + " WHERE m.module = ? AND COALESCE(i.parent, 0) = 0",
                ProcessingModule.EXECUTABLE)
            .get(0);
    return ours.find("first").isPresent()
        ? Sentence.of("panel.no_service_among", id, ours.text("first"), ours.text("last"))
        : Sentence.of("panel.no_service", id);
  }

  public static BillingException noService(Sentence sentence) {
    return new BillingException(BillingErrorKind.NO_SERVICE, sentence);
  }

  public Service service(Row item, ProcessingModule module, ServiceReadScope scope) {
    long id = item.id();
    boolean ordered = scope.includes(ServiceReadScope.ORDER);
    Map<String, String> plain = plainParams(id);
    ServiceParams params = new ServiceParams(plain, secrets(item, plain, module, scope));
    Optional<Tariff> tariff = item.reference("pricelist").map(this::tariff);
    Optional<Tariff> previous =
        ordered ? item.reference("lastpricelist").map(this::tariff) : Optional.empty();
    List<AddOn> addOns = ordered ? addOns(item) : List.of();
    MeasureConversion measures = ordered ? measures() : new MeasureConversion(List.of());
    Customer customer = ordered ? customer(item) : payer(item);
    return new Service(
        id,
        item.text("product_type"),
        tariff,
        previous,
        addOns,
        measures,
        customer,
        params,
        module,
        params
            .find(ServiceParams.USERNAME)
            .map(name -> new TakenLoginLookup(database).living(id, module, name, stable(params)))
            .orElse(OptionalLong.empty()),
        standing(
            item,
            params,
            params
                .find(ServiceParams.URL)
                .filter(url -> new OtherModuleAddresses(database).isOfAnother(module, url))
                .isPresent()));
  }

  private static String stable(ServiceParams params) {
    return params.find(ServiceParams.CLOUD_USER_ID).orElse("");
  }

  /**
   * What was never open, or saved another address, must prove its user by what it saved: there, a
   * secret that cannot be read proves nothing, and stops nothing either.
   */
  private Map<String, Secret> secrets(
      Row item, Map<String, String> plain, ProcessingModule module, ServiceReadScope scope) {
    long id = item.id();
    if (scope.includes(ServiceReadScope.EVERYTHING)) {
      return cryptedParams(id, List.of(ServiceParams.PASSWORD));
    }
    boolean proves =
        !isOpened(item, plain)
            || plain.containsKey(ServiceParams.URL) && !module.isAt(plain.get(ServiceParams.URL));
    return proves ? cryptedParams(id, List.of()) : Map.of();
  }

  /** The panel keeps the arguments of an import as params, and may know no day of opening then. */
  private static boolean isOpened(Row item, Map<String, String> params) {
    return item.number("opened").orElse(0) != 0 || params.containsKey(IMPORTED);
  }

  public static ServiceStatus standing(Row item, ServiceParams params, boolean elsewhere) {
    boolean abused = item.isOn("abusesuspend");
    return new ServiceStatus(
        ItemStatus.of(item.number("status")),
        abused,
        abused || item.isOn("autosuspend") || item.isOn("employeesuspend"),
        isOpened(item, params.plain()),
        elsewhere);
  }

  private Map<String, String> plainParams(long item) {
    return ParamTable.ofServices(database).of(item);
  }

  private Map<String, Secret> cryptedParams(long item, List<String> needed) {
    return decrypt(ParamTable.ofServicesEncrypted(database).of(item), needed, new HashMap<>());
  }

  /** The settings as the panel stores them. */
  public ProcessingModule module(long id) {
    return ProcessingModule.ofTables(
        id,
        ofModules("processingparam").of(id),
        decrypt(ofModules("processingcryptedparam").of(id), ProcessingModule.SECRETS, decrypted));
  }

  private ParamTable ofModules(String name) {
    return new ParamTable(database, name, "processingmodule");
  }

  /** Of secrets that are not needed, those that cannot be decrypted are passed over. */
  private Map<String, Secret> decrypt(
      Map<String, String> stored, List<String> needed, Map<String, Secret> known) {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    for (Map.Entry<String, String> secret : stored.entrySet()) {
      try {
        Secret plain = known.get(secret.getValue());
        if (plain == null) {
          plain = key.decrypt(secret.getKey(), secret.getValue());
          known.put(secret.getValue(), plain);
        }
        secrets.put(secret.getKey(), plain);
      } catch (BillingException unreadable) {
        if (needed.contains(secret.getKey())) {
          throw unreadable;
        }
        LOG.warn("passed over: {}", unreadable.getMessage());
      }
    }
    return secrets;
  }

  public Tariff tariff(long id) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (Row row : new ParamTable(database, "pricelistparam", "pricelist").rows(List.of(id))) {
      params
          .computeIfAbsent(row.text("intname"), missing -> new ArrayList<>())
          .add(row.text("value"));
    }
    return new Tariff(id, params);
  }

  private List<AddOn> addOns(Row item) {
    return addOns(item, database.query(AddOnRow.OF_SERVICES + "(?)" + AddOnRow.ORDER, item.id()));
  }

  /**
   * @param rows those of the service, in {@link AddOnRow#ORDER}
   */
  public static List<AddOn> addOns(Row item, List<Row> rows) {
    boolean trial = item.number("period").equals(TRIAL);
    List<AddOnRow> own = rows.stream().filter(firstOf("p_id")).map(AddOnRow::new).toList();
    List<AddOn> active = effective(own, true, trial);
    List<AddOn> all = new ArrayList<>(active);
    effective(own, false, trial).stream()
        .filter(former -> active.stream().noneMatch(it -> it.sharesNameWith(former)))
        .forEach(all::add);
    return all;
  }

  private static List<AddOn> effective(List<AddOnRow> rows, boolean active, boolean trial) {
    return rows.stream()
        .filter(row -> row.isActive() == active)
        .flatMap(row -> row.effective(trial).stream())
        .toList();
  }

  /**
   * A service may have ordered an add-on, cancelled and ordered it again: the living one counts.
   */
  private static Predicate<Row> firstOf(String column) {
    Set<String> seen = new HashSet<>();
    return row -> seen.add(row.text(column));
  }

  public MeasureConversion measures() {
    List<Row> rows = database.query("SELECT id, intname, relation, lessmeasure FROM measure");
    Map<String, String> names = new LinkedHashMap<>();
    rows.forEach(row -> names.put(row.text("id"), row.text("intname")));
    return new MeasureConversion(
        rows.stream()
            .map(
                row ->
                    new MeasureConversion.Measure(
                        row.text("intname"),
                        row.decimal("relation").orElse(BigDecimal.ZERO),
                        names.getOrDefault(row.text("lessmeasure"), "")))
            .toList());
  }

  /** Whose it is, and nothing else of them. */
  private static Customer payer(Row item) {
    return item.reference("account")
        .map(account -> Customer.of(OptionalLong.of(account), "", "", ""))
        .orElse(Customer.UNKNOWN);
  }

  /** Who has ordered this item. */
  public Customer customer(Row item) {
    return item.reference("account").map(this::customer).orElse(Customer.UNKNOWN);
  }

  private Customer customer(long account) {
    Row user =
        spokesman(database.query("SELECT * FROM user WHERE account = ? ORDER BY id", account));
    Row payer = firstOf(database.query("SELECT * FROM account WHERE id = ?", account));
    return customer(account, user, payer);
  }

  public static Customer customer(long account, Row user, Row payer) {
    return Customer.of(
        OptionalLong.of(account),
        user.text("email"),
        firstText(user.text("realname"), payer.text("name"), user.text("name")),
        firstText(user.text("language"), user.text("lang"), payer.text("lang")));
  }

  /**
   * Of an account's users the one to write to: the first who was not dismissed and has an address,
   * or else the first (contract §4.13).
   */
  public static Row spokesman(List<Row> users) {
    return users.stream()
        .filter(user -> !user.text("enabled").equals("off") && !user.text("email").isBlank())
        .findFirst()
        .orElseGet(() -> firstOf(users));
  }

  private static Row firstOf(List<Row> rows) {
    return rows.isEmpty() ? new Row(Map.of()) : rows.get(0);
  }

  private static String firstText(String... texts) {
    return Stream.of(texts).filter(text -> !text.isBlank()).findFirst().orElse("");
  }
}
