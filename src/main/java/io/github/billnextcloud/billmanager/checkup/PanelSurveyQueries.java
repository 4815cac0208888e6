package io.github.billnextcloud.billmanager.checkup;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.database.PanelRsaKey;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlRequest;
import io.github.billnextcloud.billmanager.mgrctl.PanelProgramRun;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What nobody could see of a real panel so far (contract §16), as it tells it. Every question
 * stands alone, and changes nothing. What is answered has to be masked before anybody sees it.
 */
public record PanelSurveyQueries(LocalPanel panel) {

  /** Those that we call, but for the product types' own. */
  public static final List<String> FUNCTIONS =
      List.of(
          "paramlist",
          "processing.edit",
          "processing.setconfig",
          "processing.import.service",
          "service.saveparam",
          "service.dropparam",
          "service.getnextmodule",
          "service.postreopen",
          "service.postsuspend",
          "service.postresume",
          "service.postclose",
          "service.postsetparam",
          "service.postprolong",
          "service.postchangepassword",
          "service.poststat",
          "service.changepricelist.rollback",
          "runningoperation.edit",
          "runningoperation.setmanual",
          "task.gettype",
          "task.edit",
          "vds.open",
          "itemtype.edit",
          "itemtype.param.edit",
          "itemtype.detail.edit",
          "processing.add.settings",
          "pricelist.add.step2",
          "pricelist.detail.edit",
          "pricelist.edit");

  /** Those that we read or write, and one that may tell more of them. */
  public static final List<String> TABLES =
      Stream.concat(
              PanelDiagnostics.TABLES.stream(), Stream.of("itemtypeparam", "itemtyperule", "task"))
          .toList();

  /** Product types that tariffs of our modules have. */
  public List<String> productTypes() {
    return column(
        "SELECT DISTINCT t.intname AS answer FROM processingmodule m"
            + " JOIN processingmodule2pricelist l ON l.processingmodule = m.id"
            + " JOIN pricelist p ON p.id = l.pricelist JOIN itemtype t ON t.id = p.itemtype"
            + " WHERE m.module = ? AND COALESCE(p.parent, 0) = 0 ORDER BY t.intname",
        ProcessingModule.EXECUTABLE);
  }

  /** What the panel knows of a function; empty when it does not know it. */
  public String function(String name) {
    PanelProgramRun told =
        PanelProgramRun.run(panel.root(), "sbin/mgrctl", "-m", "billmgr", "-i", name);
    return told.isFine() ? told.text() : "";
  }

  /** The panel's own version. */
  public String version() {
    return PanelProgramRun.run(panel.root(), "bin/core", "billmgr", "-V").text();
  }

  public String table(String name) {
    return rows("SHOW CREATE TABLE " + name).get(0).text("create table");
  }

  /** Of {@code itemstat} those columns that must be given and that we do not know. */
  public List<String> demandedOfStatistics() {
    Set<String> known = Set.of("item", "statdate", "param", "value", "measure");
    return rows("SHOW COLUMNS FROM itemstat").stream()
        .filter(row -> row.text("null").equals("NO") && row.find("default").isEmpty())
        .filter(row -> !row.text("extra").contains("auto_increment"))
        .map(row -> row.text("field"))
        .filter(field -> !known.contains(field))
        .toList();
  }

  public boolean isStrict() {
    return column("SELECT @@GLOBAL.sql_mode AS answer").get(0).contains("STRICT");
  }

  /** Links of tariffs that have an order of their own. */
  public long sortedLinks() {
    return rows("SELECT * FROM processingmodule2pricelist").stream()
        .filter(row -> row.find("orderpriority").isPresent())
        .count();
  }

  public List<List<String>> measures() {
    return lines("SELECT id, intname, relation, lessmeasure FROM measure ORDER BY id");
  }

  /** True when every unit of an amount of space leads to bytes. */
  public boolean leadsToBytes(String unit) {
    try (JdbcSession database = panel.database()) {
      return panel.reader(database).measures().toBytes(BigDecimal.ONE, unit).isPresent();
    }
  }

  public List<List<String>> itemTypes() {
    return lines("SELECT id, intname, parent FROM itemtype ORDER BY id");
  }

  /** Names of an add-on type that counts, its rule's and its unit's. */
  public List<List<String>> rules() {
    return lines(
        "SELECT t.intname AS type, r.intname, r.billtype, r.addontype, m.intname AS unit"
            + " FROM itemtyperule r JOIN itemtype t ON t.id = r.itemtype"
            + " LEFT JOIN measure m ON m.id = r.measure ORDER BY r.id");
  }

  /** Amounts that tariffs of our modules sell: name, type, kinds, unit, and how many have it. */
  public List<List<String>> addOns() {
    return lines(
        "SELECT p.intname, t.intname AS type, p.addontype, p.billtype, m.intname AS unit,"
            + " COUNT(*) AS tariffs FROM pricelist p JOIN itemtype t ON t.id = p.itemtype"
            + " LEFT JOIN measure m ON m.id = p.measure WHERE p.parent IN"
            + " (SELECT l.pricelist FROM processingmodule2pricelist l JOIN processingmodule o"
            + " ON o.id = l.processingmodule WHERE o.module = ?)"
            + " GROUP BY p.intname, t.intname, p.addontype, p.billtype, m.intname",
        ProcessingModule.EXECUTABLE);
  }

  /** What must be typed when a service of this type is opened. */
  public List<String> demandedToOpen(String productType) {
    return column(
        "SELECT q.intname AS answer FROM itemtypeparam q JOIN itemtype t ON t.id = q.itemtype"
            + " WHERE t.intname = ? AND q.openvisible = 'on' AND q.required = 'on'",
        productType);
  }

  /** Tasks whose status nobody has set. */
  public long tasksWithoutStatus() {
    return rows("SELECT COUNT(*) AS answer FROM task WHERE status IS NULL")
        .get(0)
        .number("answer")
        .orElseThrow();
  }

  /** How the panel's form shows each secret of our first module: shown, masked, empty, absent. */
  public List<String> secretsInForm() {
    List<String> shown = new ArrayList<>();
    for (ProcessingModuleRepository.OurModule module :
        new ProcessingModuleRepository(panel).all().stream().limit(1).toList()) {
      XmlElement form = panel.call(MgrctlRequest.of("processing.edit").with("elid", module.id()));
      for (String name : ProcessingModule.SECRETS) {
        String how =
            form.first(name)
                .map(XmlElement::rawText)
                .map(PanelSurveyQueries::howShown)
                .orElse("absent");
        shown.add(name + " " + how);
      }
    }
    return shown;
  }

  private static String howShown(String text) {
    if (text.isBlank()) {
      return "empty";
    }
    return text.matches("\\*+") ? "masked" : "shown";
  }

  /** Whether {@code -e} hands a value over: asked with the name of a setting. */
  public boolean takesEnvironment() {
    XmlElement answer =
        panel.call(MgrctlRequest.of("paramlist").withSecret("elid", new Secret("CryptKey")));
    return answer.all("elem").size() == 1;
  }

  /** First line and length of the key, and how many blocks its file has. */
  public List<String> key() {
    try {
      List<String> pem = Files.readAllLines(panel.config().key(), StandardCharsets.ISO_8859_1);
      List<String> told =
          new ArrayList<>(
              pem.stream().filter(line -> line.matches("-----BEGIN [A-Z ]{1,40}-----")).toList());
      told.add(new PanelRsaKey(panel.config().key()).bits() + " bits");
      return told;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Names of the panel's own settings, never their values. */
  public List<String> settings() {
    Set<String> names = new TreeSet<>();
    for (XmlElement element : panel.call(MgrctlRequest.of("paramlist")).all("elem")) {
      names.addAll(
          element.first("name").isPresent()
              ? List.of(element.text("name"))
              : element.texts().keySet());
    }
    return List.copyOf(names);
  }

  /** Why there is no answer, in words of ours alone: the database quotes what it refuses. */
  public static String reason(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    if (thrown.getCause() instanceof SQLException refused) {
      return name + ", SQL state " + refused.getSQLState() + ", error " + refused.getErrorCode();
    }
    return thrown instanceof BillingException billing ? name + ", " + billing.kind() : name;
  }

  private List<List<String>> lines(String sql, Object... values) {
    return rows(sql, values).stream()
        .map(
            row ->
                row.columns().entrySet().stream()
                    .map(it -> it.getKey() + "=" + it.getValue())
                    .toList())
        .toList();
  }

  private List<String> column(String sql, Object... values) {
    return rows(sql, values).stream().map(row -> row.text("answer")).toList();
  }

  private List<Row> rows(String sql, Object... values) {
    try (JdbcSession database = panel.database()) {
      return database.query(sql, values);
    }
  }
}
