package io.github.billnextcloud.bench;

import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelOptions;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A panel that has sold many services, and the cloud with their users and some others. */
final class ManyServices implements AutoCloseable {

  static final String DISK = "disk";

  private static final long QUOTA = 10L << 30;

  /** Service by service, for which the table has a key. */
  private static final String OF_THE_DAY =
      " FROM item i JOIN itemstat s ON s.item = i.id WHERE i.processingmodule = ? AND s.statdate ="
          + " ?";

  /** Below the first threshold at which customers are told. */
  private static final double FULLEST = 0.79;

  private final Path root = Files.createTempDirectory("mgr5-");
  private final Random random = new Random(20261123);
  private final PanelStandIn panel;
  private final CloudStandIn cloud;
  private final long module;
  private final long customer;
  private final long tariff;
  private final List<Long> items;

  ManyServices(Flavour flavour, int services) throws IOException {
    panel = PanelStandIn.start(root, PanelOptions.defaults().withRealKey());
    cloud = CloudStandIn.start(flavour);
    cloud.takePasswords(true);
    module =
        panel.addModule(
            Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
    customer = panel.addAccount("Petrov", "ivan@example.org", "Иван Петров", "ru");
    tariff = tariff("personal", QUOTA >> 30);
    sell(services);
    items =
        panel.query("SELECT id FROM item WHERE processingmodule = ? ORDER BY id", module).stream()
            .map(row -> Long.valueOf(row.get("id")))
            .toList();
    items.forEach(item -> user(login(item)));
    if (flavour == Flavour.INFINITE_SCALE) {
      items.forEach(this::identify);
    }
    for (int other = 0; other < services / 10; other++) {
      user("other_" + other);
    }
  }

  private long tariff(String name, long gigabytes) {
    cloud.addGroup(name);
    long made = panel.addTariff(TariffSpec.named(name).servedBy(module).param("usergroup", name));
    panel.addAddOn(made, AddOnSpec.disk(DISK).in("gib").included(gigabytes));
    return made;
  }

  private void sell(int services) {
    panel.sql(
        "INSERT INTO item (name, account, pricelist, processingmodule, period, status, createdate,"
            + " opendate, expiredate, cost) SELECT 'personal', ?, ?, ?, 1, 2, NOW(), NOW(),"
            + " DATE_ADD(CURDATE(), INTERVAL 1 MONTH), 10 FROM seq_1_to_"
            + services,
        customer,
        tariff,
        module);
    String params =
        "INSERT INTO itemparam (item, intname, value)"
            + " SELECT id, ?, CONCAT(?, IF(?, id, '')) FROM item WHERE processingmodule = ?";
    panel.sql(params, "username", "user_", true, module);
    panel.sql(params, "url", cloud.url().toString(), false, module);
  }

  /** Each has signed in once, and is known by the cloud's own id. */
  private void identify(long item) {
    Account account = cloud.account(login(item)).orElseThrow();
    cloud.signInOnce(account);
    panel.param(item, "cloud_user_id", account.stableId(), false);
  }

  private void user(String login) {
    Account account = cloud.addAccount(login);
    account.setQuota("10 GB");
    account.setEmail(login + "@example.org");
    account.groups().add("personal");
    account.setUsed((long) (random.nextDouble() * FULLEST * QUOTA));
  }

  /** One more, not opened yet. */
  long order() {
    return panel.order(customer, tariff, module);
  }

  /** The customer has taken a bigger tariff. */
  void enlarge(long item) {
    panel.changeTariff(item, tariff("business", 100));
  }

  /** As many days of figures as a panel has that did this yesterday, too. */
  void remember(int days) {
    if (days > 0) {
      panel.sql(
          "INSERT INTO itemstat (item, statdate, param, value, measure)"
              + " SELECT i.id, DATE_SUB(?, INTERVAL s.seq DAY), ?, ROUND(RAND() * 8, 4), ?"
              + " FROM item i JOIN seq_1_to_"
              + days
              + " s WHERE i.processingmodule = ? ORDER BY i.id, s.seq DESC",
          today(),
          DISK,
          measure(),
          module);
    }
  }

  static String login(long item) {
    return "user_" + item;
  }

  static String today() {
    return LocalDate.now().toString();
  }

  String measure() {
    return panel.query("SELECT id FROM measure WHERE intname = 'gib'").get(0).get("id");
  }

  PanelStandIn panel() {
    return panel;
  }

  CloudStandIn cloud() {
    return cloud;
  }

  long module() {
    return module;
  }

  List<Long> items() {
    return items;
  }

  /** So many customers pass the first threshold. */
  void fill(int customers) {
    items.stream()
        .limit(customers)
        .forEach(item -> cloud.account(login(item)).orElseThrow().setUsed(QUOTA / 100 * 85));
  }

  /** What the panel has of this day: service → name, value and unit. */
  TreeMap<Long, String> figures() {
    TreeMap<Long, String> figures = new TreeMap<>();
    panel
        .query("SELECT s.item, s.param, s.value, s.measure" + OF_THE_DAY, module, today())
        .forEach(
            row ->
                figures.merge(
                    Long.valueOf(row.get("item")),
                    row.get("param") + " " + row.get("value") + " " + row.get("measure"),
                    (one, other) -> one + ", " + other));
    return figures;
  }

  /** Since the requests were last forgotten. */
  long passwordChecks() {
    return cloud.passwordChecks();
  }

  void forgetDay() {
    panel.sql("DELETE s" + OF_THE_DAY, module, today());
  }

  @Override
  public void close() throws IOException {
    cloud.close();
    panel.close();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
