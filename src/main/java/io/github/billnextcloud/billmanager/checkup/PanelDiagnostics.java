package io.github.billnextcloud.billmanager.checkup;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.database.PanelRsaKey;
import io.github.billnextcloud.billmanager.database.ServiceReader;
import io.github.billnextcloud.billmanager.database.TakenLoginLookup;
import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.AddOn.Type;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.RecordedAccount;
import io.github.billnextcloud.billmanager.model.Tariff;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked of a panel of which nothing is taken for granted. Every question stands alone,
 * changes nothing, and is answered or thrown at as a {@link BillingException}.
 */
public record PanelDiagnostics(LocalPanel panel) {

  /** Without one of these some command fails (contract §4.13, §6). */
  static final List<String> TABLES =
      List.of(
          "account",
          "enumerationitem",
          "item",
          "itemcryptedparam",
          "itemparam",
          "itemstat",
          "itemtype",
          "measure",
          "pricelist",
          "pricelistparam",
          "processingcryptedparam",
          "processingmodule",
          "processingmodule2pricelist",
          "processingparam",
          "runningoperation",
          "user");

  private static final BigDecimal NO_LIMIT = BigDecimal.valueOf(Long.MAX_VALUE);

  private static final String STATISTICS = "itemstat";

  /** Asks mgrctl for the panel's own settings, with which all else begins. */
  public void askMgrctl() {
    panel.askForConfig();
  }

  /** The database's own name for its version. */
  public String databaseVersion() {
    return ask("SELECT VERSION() AS answer").get(0).text("answer");
  }

  public List<String> missingTables() {
    TreeSet<String> missing = new TreeSet<>(TABLES);
    ask("SHOW TABLES")
        .forEach(row -> row.columns().values().forEach(table -> missing.remove(plain(table))));
    return List.copyOf(missing);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * True when a grant of the database's user lets statistics be replaced; false also when such a
   * grant is given in a way that is not read here, as by a role.
   */
  public boolean mayWriteStatistics() {
    String schema = ask("SELECT DATABASE() AS answer").get(0).text("answer");
    return ask("SHOW GRANTS").stream()
        .flatMap(row -> row.columns().values().stream())
        .anyMatch(grant -> ShowGrantsLine.parse(grant).covers(schema, STATISTICS));
  }

  public Instant databaseClock() {
    return Instant.ofEpochSecond(
        ask("SELECT UNIX_TIMESTAMP() AS answer").get(0).number("answer").orElseThrow());
  }

  /** The panel's private key. */
  public Path key() {
    return panel.config().key();
  }

  /** How long it is; thrown when it is no key. */
  public int keyBits() {
    return new PanelRsaKey(key()).bits();
  }

  /** What is stored of a module's secrets, by name. */
  public record StoredSecrets(List<String> encrypted, List<String> plain) {}

  /**
   * Decrypts what the panel has stored of a module's secrets, and forgets it.
   *
   * @throws BillingException of kind {@code UNREADABLE_SECRET} when one cannot be decrypted
   */
  public StoredSecrets storedSecrets(long module) {
    PanelRsaKey key = new PanelRsaKey(key());
    List<String> encrypted = new ArrayList<>();
    for (Row row : stored("processingcryptedparam", module)) {
      key.decrypt(row.text("intname"), row.text("value"));
      encrypted.add(row.text("intname"));
    }
    List<String> plain =
        stored("processingparam", module).stream().map(row -> row.text("intname")).toList();
    return new StoredSecrets(encrypted, plain);
  }

  private List<Row> stored(String table, long module) {
    return ask("SELECT intname, value FROM " + table + " WHERE processingmodule = ?", module)
        .stream()
        .filter(row -> ProcessingModule.SECRETS.contains(row.text("intname")))
        .filter(row -> !row.text("value").isBlank())
        .toList();
  }

  /**
   * A tariff that a module serves, with the settings of its form.
   *
   * @param orders the add-ons that its services may have; none where that cannot be told
   * @param sold its add-ons, each with the most that may be had of it, and of a list with each item
   */
  public record ServedTariff(
      String name,
      String productType,
      Tariff terms,
      List<AddOn> sold,
      List<List<AddOn>> orders,
      MeasureConversion measures) {}

  public List<ServedTariff> tariffs(long module) {
    try (JdbcSession database = panel.database()) {
      ServiceReader reader = panel.reader(database);
      MeasureConversion measures = reader.measures();
      return database
          .query(
              "SELECT p.id, p.name, p.intname, t.intname AS product_type"
                  + " FROM processingmodule2pricelist l JOIN pricelist p ON p.id = l.pricelist"
                  + " JOIN itemtype t ON t.id = p.itemtype WHERE l.processingmodule = ?"
                  + " AND COALESCE(p.parent, 0) = 0 ORDER BY p.id",
              module)
          .stream()
          .map(
              row ->
                  new ServedTariff(
                      row.text("intname").isBlank() ? row.text("name") : row.text("intname"),
                      row.text("product_type"),
                      reader.tariff(row.id()),
                      sold(database, row.id()),
                      PossibleOrders.of(database, row.id()),
                      measures))
          .toList();
    }
  }

  /** The logins that a module's only service has in its cloud; none where there are several. */
  public Set<String> accountsOfOnlyService(ProcessingModule module) {
    if (new ProcessingModuleRepository(panel).countServices(module.id()) > 1) {
      return Set.of();
    }
    try (JdbcSession database = panel.database()) {
      return new TakenLoginLookup(database)
          .accounts(module, TakenLoginLookup.LIVING, false, false).stream()
              .map(RecordedAccount::name)
              .collect(Collectors.toSet());
    }
  }

  /** By the columns of contract §4.14. */
  private static List<AddOn> sold(JdbcSession database, long tariff) {
    return database
        .query(
            "SELECT p.intname, t.intname AS type_intname, p.addontype, p.addonlimit, p.addonmax,"
                + " m.intname AS measure, e.intname AS item FROM pricelist p"
                + " LEFT JOIN itemtype t ON t.id = p.itemtype"
                + " LEFT JOIN measure m ON m.id = p.measure"
                + " LEFT JOIN enumerationitem e ON e.enumeration = p.enumeration"
                + " WHERE p.parent = ? AND p.active = 'on' AND COALESCE(p.billtype, 0) NOT IN"
                + " (4, 10) ORDER BY p.id, e.id",
            tariff)
        .stream()
        .map(PanelDiagnostics::largest)
        .toList();
  }

  private static AddOn largest(Row row) {
    String name = row.text("intname").isBlank() ? row.text("type_intname") : row.text("intname");
    if (row.text("addontype").equals("3")) {
      return new AddOn(name, Type.ENUMERATION, row.text("item"), row.text("measure"));
    }
    String most =
        Stream.of("addonlimit", "addonmax")
            .flatMap(column -> row.decimal(column).stream())
            // No limit is written as -1.
            .max(Comparator.comparing(it -> it.signum() < 0 ? NO_LIMIT : it))
            .map(BigDecimal::toPlainString)
            .orElse("");
    return new AddOn(name, Type.INTEGER, most, row.text("measure"));
  }

  /** Whether services of this product type have a field for it. */
  public boolean hasParam(String productType, String param) {
    return !ask(
            "SELECT q.id FROM itemtypeparam q JOIN itemtype t ON t.id = q.itemtype"
                + " WHERE t.intname = ? AND COALESCE(t.parent, 0) = 0 AND q.intname = ?",
            productType,
            param)
        .isEmpty();
  }

  private List<Row> ask(String sql, Object... values) {
    try (JdbcSession database = panel.database()) {
      return database.query(sql, values);
    }
  }
}
