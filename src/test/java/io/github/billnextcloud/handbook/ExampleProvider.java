package io.github.billnextcloud.handbook;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.operator.capacity.Capacity;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A provider with some customers: the program itself has made their accounts, and the panel has
 * counted them for more than a year. One has not paid, one stores more than he has bought, one
 * order waits for a person, and some accounts are nobody's.
 */
final class ExampleProvider implements AutoCloseable {

  /** By the calendar of the example: what the program tells of it does not change with the days. */
  static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private static final long GIB = 1L << 30;
  private static final int COUNTED_DAYS = 420;
  private static final long SIGNED_IN = 1_795_600_000;

  private final CloudStandIn cloud = CloudStandIn.start(Flavour.NEXTCLOUD_34);
  private final Path root;
  private final PanelStandIn panel;
  private final long module;
  private final long personal;
  private final long business;

  ExampleProvider(Path root) throws IOException {
    this.root = root;
    panel = PanelStandIn.start(root);
    cloud.takePasswords(true);
    cloud.enableTeamFolders();
    cloud.freeSpace(900 * GIB);
    module =
        panel.addModule(
            Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
    panel.sql("UPDATE processingmodule SET name = 'Frankfurt' WHERE id = ?", module);
    personal = tariff("Personal 10 GB", "personal", 10);
    business = tariff("Business 200 GB", "business", 200);
    long team =
        panel.addTariff(TariffSpec.named("Team 500 GB").servedBy(module).param("team", "auto"));
    panel.addAddOn(team, AddOnSpec.disk("disk").in("gib").included(500));
    panel.addAddOn(team, AddOnSpec.disk("seats").ofType("seats").included(5));
    live(team);
  }

  private void live(long team) throws IOException {
    sold("Anna Berg", "anna@example.org", personal, 2, 6.4);
    sold("Boris Orlov", "boris@example.org", personal, 8, 10.9);
    sold("Clara Weiss", "clara@example.org", business, 20, 164);
    sold("Denis Panin", "denis@example.org", business, 90, 121);
    long unpaid = sold("Emil Fischer", "emil@example.org", personal, 1, 3.2);
    event(unpaid, "suspend");
    long all = order("Fox & Partners", "office@fox.example.org", team);
    panel.param(all, ServiceParams.MEMBERS, "Gina Holt <gina@fox.example.org>", false);
    event(all, "open");
    cloud.teamFolders().get(0).setUsed(310 * GIB);
    counted(all, 60, 310);
    long waiting = order("Hugo Klein", "hugo@example.org", personal);
    panel.sql(
        "UPDATE runningoperation SET manual = 'on', trycount = 10 WHERE id = ?",
        panel.beginOperation(waiting, "open"));
    unbilled("oldtest", 40);
    unbilled("intern", 12);
    cloud.accounts().forEach(it -> it.setLastLogin(SIGNED_IN));
    log();
  }

  private long tariff(String name, String group, long gib) {
    cloud.addGroup(group);
    long tariff =
        panel.addTariff(TariffSpec.named(name).servedBy(module).param("usergroup", group));
    panel.addAddOn(tariff, AddOnSpec.disk("disk").in("gib").included(gib));
    return tariff;
  }

  private long order(String name, String email, long tariff) {
    return panel.order(panel.addAccount(name, email, name, "en"), tariff, module);
  }

  private long sold(String name, String email, long tariff, double first, double last) {
    long item = order(name, email, tariff);
    event(item, "open");
    account(item).setUsed(Math.round(last * GIB));
    counted(item, first, last);
    return item;
  }

  private Account account(long item) {
    return cloud.account("user_" + item).orElseThrow();
  }

  private void event(long item, String command) {
    long operation = panel.beginOperation(item, command);
    said("--command", command, "--item", item + "", "--runningoperation", operation + "");
  }

  /** Not quite a line, as nothing is that people do. */
  private void counted(long item, double first, double last) {
    String gib = panel.query("SELECT id FROM measure WHERE intname = 'gib'").get(0).get("id");
    for (int day = 0; day < COUNTED_DAYS; day++) {
      double part = day / (COUNTED_DAYS - 1.0);
      double wave = 1 + 0.03 * Math.sin(day / 9.0 + item) * (1 - part);
      panel.insert(
          "itemstat",
          Map.of(
              "item",
              item,
              "statdate",
              TODAY.minusDays(COUNTED_DAYS - day).toString(),
              "param",
              "disk",
              "value",
              (first + (last - first) * part * part) * wave,
              "measure",
              gib));
    }
  }

  private void unbilled(String login, long gib) {
    cloud.addAccount(login).setUsed(gib * GIB);
  }

  /** The last days, as the log has them. */
  private void log() throws IOException {
    Path log = Files.createDirectories(root.resolve("var")).resolve("pmnextcloud.log");
    Files.writeString(
        log,
        """
        2026-11-25T01:10:00.000Z [1] INFO asked: stat
        2026-11-25T01:10:02.000Z [1] INFO module=1 counted: 6 services, 660888092673 bytes, 7 figures written, 0 not charged by space, 0 unknown, 0 without a user, 1 over their quota
        2026-11-25T01:10:02.100Z [1] INFO module=1 answered: exit code 0 after 2100 ms
        2026-11-25T09:20:00.000Z [2] INFO asked: setparam
        2026-11-25T09:20:01.000Z [2] ERROR item=2 module=1 failed: pmnextcloud_quota_below_use: 10.9 GB are stored
        2026-11-25T09:20:01.100Z [2] INFO item=2 module=1 answered: exit code 1 after 1100 ms
        2026-11-25T16:45:00.000Z [3] INFO asked: suspend
        2026-11-25T16:45:00.700Z [3] INFO item=5 module=1 answered: exit code 0 after 700 ms
        """);
  }

  /** What the program says, with the example's address and versions instead of this machine's. */
  String said(String... args) {
    return everywhere(
        args[0].equals("capacity") ? capacity(args) : ProgramRun.here(root, args).stdout());
  }

  private String capacity(String... args) {
    CommandContext asked =
        new CommandContext(
            Invocation.parse(args),
            InputStream.nullInputStream(),
            new LocalPanel(root),
            TerminalProgress.none());
    return new Capacity(() -> TODAY.atStartOfDay(ZoneId.systemDefault()).toInstant())
        .run(asked)
        .text();
  }

  private String everywhere(String text) {
    return text.replace(cloud.url().toString(), "https://cloud.example.org")
        .replaceAll("java=\"[^\"]*\",version=\"[^\"]*\"", "java=\"17.0.15\",version=\"0.1.0\"")
        .replaceAll("\"last_login\":\"[^\"]*\"", "\"last_login\":\"2026-11-25T09:46:40Z\"")
        .replaceAll("\"time\":\"[^\"]*\"", "\"time\":\"" + TODAY + "T08:00:00Z\"");
  }

  /** Pages for browsers, by the names of their files. */
  Map<String, String> pages() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    for (String language : List.of("en", "ru")) {
      Path file = root.resolve("page.html");
      said("capacity", "--html", file.toString(), "--lang", language);
      pages.put("capacity." + language, everywhere(Files.readString(file)));
      said("audit", "--module", "1", "--html", file.toString(), "--lang", language);
      pages.put("audit." + language, everywhere(Files.readString(file)));
    }
    return pages;
  }

  @Override
  public void close() throws IOException {
    panel.close();
    cloud.close();
  }
}
