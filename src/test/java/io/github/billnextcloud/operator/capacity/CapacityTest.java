package io.github.billnextcloud.operator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.operator.WithSmallTariff;
import io.github.billnextcloud.settings.LauncherProperties;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole command: figures that were counted by hand. */
class CapacityTest extends WithSmallTariff {

  private static final long GIB = 1L << 30;
  private static final long MIB = 1L << 20;
  private static final LocalDate LAST = LocalDate.now().minusDays(1);

  @BeforeEach
  void leaveRoom() {
    cloud.freeSpace(10 * GIB + 100 * MIB);
  }

  private void stored(long item, LocalDate day, String param, double value, String unit) {
    Map<String, Object> row = new HashMap<>();
    row.putAll(Map.of("item", item, "statdate", day.toString(), "param", param, "value", value));
    row.put(
        "measure", panel.query("SELECT id FROM measure WHERE intname = ?", unit).get(0).get("id"));
    panel.insert("itemstat", row);
  }

  private Account account(String id, long used) {
    Account account = cloud.addAccount(id);
    account.setUsed(used);
    return account;
  }

  private ProgramRun run(String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "capacity";
    System.arraycopy(options, 0, args, 1, options.length);
    return ProgramRun.here(root, args);
  }

  private static Map<String, Object> object(Object value) {
    Map<String, Object> fields = new HashMap<>();
    ((Map<?, ?>) value).forEach((name, field) -> fields.put((String) name, field));
    return fields;
  }

  private static Map<String, Object> only(ProgramRun told) throws Exception {
    List<?> clouds = (List<?>) JSON.std.mapFrom(told.stdout()).get("clouds");
    assertThat(clouds).hasSize(1);
    return object(clouds.get(0));
  }

  /** One GiB that stays, one that grows by a quarter a day, 600 MiB in another unit. */
  private List<Long> history() {
    long still = service(tariff, 2);
    long growing = service(tariff("large", 20), 2);
    long inMib = service(tariff, 3);
    service(tariff, 4);
    for (int day = 0; day < 20; day++) {
      LocalDate date = LAST.minusDays(19 - day);
      stored(still, date, "disk", 1, "gib");
      stored(growing, date, "DISK", 0.25 * day, "gib");
      stored(inMib, date, "disk", 600, "mib");
      stored(inMib, date, "traffic", 9_999, "gib");
    }
    return List.of(still, growing, inMib);
  }

  @Test
  void figuresAreThoseThatAreCountedByHand() throws Exception {
    List<Long> services = history();
    String url = cloud.url().toString();
    panel.param(services.get(0), "username", "billed", false);
    panel.param(services.get(0), "url", url, false);
    account("billed", 7_000);
    account("stranger", 300);
    account("other", 44);
    long closed = service(tariff, 4);
    panel.param(closed, "username", "kept", false);
    panel.param(closed, "url", url, false);
    account("kept", 77);
    cloud.addGroup("admin");
    account("chief", 5_000).groups().add("admin");
    panel.sql(
        "UPDATE runningoperation SET manual = 'on' WHERE id = ?",
        panel.beginOperation(service(tariff, 1), "open"));
    log("failed: pmnextcloud_cloud_throttled: x", "failed: pmnextcloud_quota_below_use: x");

    ProgramRun told = run("--json");
    assertThat(told).returns(0, ProgramRun::exitCode).returns("", ProgramRun::stderr);
    Map<String, Object> all = only(told);
    long stored = GIB + 600 * MIB + 19 * GIB / 4;
    assertThat(all)
        .containsEntry("sold_bytes", 50 * GIB)
        .containsEntry("stored_bytes", stored)
        .containsEntry("stored_on", LAST.toString())
        .containsEntry("free_bytes", 10 * GIB + 100 * MIB)
        .containsEntry(
            "oversell_ratio", Math.round(50.0 * GIB / (stored + 10 * GIB + 100 * MIB) * 1e4) / 1e4)
        .containsEntry("growth_bytes_per_day", (int) (GIB / 4));
    assertThat(object(all.get("services")))
        .containsEntry("active", 2)
        .containsEntry("suspended", 1)
        .containsEntry("deleted", 2)
        .containsEntry("in_work", 1)
        .containsEntry("ordered", 0);
    List<?> tariffs = (List<?>) all.get("tariffs");
    assertThat(object(tariffs.get(0))).containsEntry("sold_bytes", 30 * GIB);
    assertThat(object(tariffs.get(1))).containsEntry("sold_bytes", 20 * GIB);
    // 10.098 GiB are free, and a quarter is stored every day.
    assertThat(object(all.get("disk_full")))
        .containsEntry("earliest", LAST.plusDays(41).toString())
        .containsEntry("expected", LAST.plusDays(41).toString())
        .containsEntry("latest", LAST.plusDays(41).toString());
    // 50 are sold and 6.336 stored.
    assertThat(object(all.get("sold_full")))
        .containsEntry("expected", LAST.plusDays(175).toString());
    assertThat(object(all.get("unbilled")))
        .containsEntry("accounts", 2)
        .containsEntry("stored_bytes", 344);
    assertThat(object(all.get("closed")))
        .containsEntry("accounts", 1)
        .containsEntry("stored_bytes", 77);
    assertThat(object(all.get("operations")))
        .containsEntry("failed", 2)
        .containsEntry("throttled", 1)
        .containsEntry("waits", 1)
        .containsEntry("pending", 1)
        .containsEntry("by_hand", 1);
    assertThat(object(all.get("history")))
        .hasSize(20)
        .containsEntry(LAST.minusDays(19).toString(), (int) (GIB + 600 * MIB));
    List<?> largest = (List<?>) all.get("largest");
    assertThat(largest.stream().map(it -> object(it).get("service")))
        .map(it -> ((Number) it).longValue())
        .containsExactly(services.get(1), services.get(0), services.get(2));
    List<?> growing = (List<?>) all.get("growing");
    assertThat(growing).hasSize(1);
    assertThat(object(growing.get(0)))
        .containsEntry("customer", "Payer")
        .containsEntry("bytes", 19 * GIB / 4);
  }

  /** What is ordered is not sold yet; what is opened, changed, suspended or closed just now is. */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 10", "3, 10", "4, 0", "5, 10"})
  void soldIsWhatIsPaidFor(int status, long gib) throws Exception {
    service(tariff, status);

    Map<String, Object> all = only(run("--json"));
    assertThat(((Number) all.get("sold_bytes")).longValue()).isEqualTo(gib * GIB);
    assertThat(all).containsEntry("unclear_services", 0).containsEntry("unlimited_services", 0);
  }

  /** What all share; an account of its owner is only one of many. */
  @Test
  void teamHasSoldItsSpace() throws Exception {
    long team =
        panel.addTariff(
            TariffSpec.named("team")
                .servedBy(module)
                .param("team", "space")
                .param("member_quota", "1 GB"));
    panel.addAddOn(team, AddOnSpec.disk("disk").in("gib").included(100));
    service(team, 2);

    assertThat(only(run("--json"))).containsEntry("sold_bytes", 100 * GIB);
  }

  /** Somebody whom the cloud could not show on a single day is not new. */
  @Test
  void serviceWhenItWasNotCountedOnTheFirstDayHasNotGrownFromNothing() throws Exception {
    long skipped = service(tariff, 2);
    long other = service(tariff, 2);
    for (int ago = 40; ago >= 0; ago--) {
      stored(other, LAST.minusDays(ago), "disk", 1, "gib");
      if (ago != 30) {
        stored(skipped, LAST.minusDays(ago), "disk", ago > 30 ? 5 : 6, "gib");
      }
    }

    List<?> growing = (List<?>) only(run("--json")).get("growing");
    assertThat(growing).hasSize(1);
    assertThat(object(growing.get(0)))
        .containsEntry("service", (int) skipped)
        .containsEntry("bytes", (int) GIB);
  }

  /** Such as the day's count, which is of no service. */
  @Test
  void operationOfTheModuleItselfWaitsToo() throws Exception {
    long operation = panel.beginOperation(service(tariff, 2), "stat");
    panel.sql("UPDATE runningoperation SET item = NULL, manual = 'on' WHERE id = ?", operation);
    Files.createDirectories(root.resolve("var"));
    Files.writeString(
        root.resolve("var/pmnextcloud.log"),
        """
        2026-11-26T10:00:00.000Z [1] INFO op=%1$d module=%2$d asked: stat
        2026-11-26T10:00:01.000Z [1] ERROR op=%1$d module=%2$d failed: pmnextcloud_cloud_busy: x
        """
            .formatted(operation, module));

    assertThat(at(80, "--lang", "en").stdout())
        .contains(
            "  Operations that wait for you 1\n    stat: cloud_busy\n"
                + "    pmnextcloud audit --module %d\n".formatted(module));
    assertThat(object(only(run("--json")).get("operations")))
        .containsEntry("pending", 1)
        .containsEntry("by_hand", 1);
  }

  /** Who looks because something has just failed wants to see that. */
  @Test
  void failureOfThisMomentIsCounted() throws Exception {
    Files.createDirectories(root.resolve("var"));
    Files.writeString(
        root.resolve("var/pmnextcloud.log"),
        "%s [1] ERROR module=%d failed: pmnextcloud_cloud_busy: x\n"
            .formatted(Instant.now().truncatedTo(ChronoUnit.MILLIS), module));

    assertThat(object(only(run("--json")).get("operations"))).containsEntry("failed", 1);
  }

  @Test
  void logWhenItCannotBeReadLeavesTheRestTold() throws Exception {
    history();
    Files.createDirectories(root.resolve("var/pmnextcloud.log"));
    panel.sql(
        "UPDATE runningoperation SET manual = 'on' WHERE id = ?",
        panel.beginOperation(service(tariff, 1), "open"));

    ProgramRun told = run("--json");
    assertThat(told).returns(0, ProgramRun::exitCode);
    assertThat(only(told)).containsKey("disk_full");
    assertThat(object(only(told).get("operations")))
        .containsEntry("by_hand", 1)
        .doesNotContainKeys("failed", "throttled", "waits");
    assertThat(at(80, "--lang", "en").stdout())
        .containsPattern("Failed operations +not told")
        .containsPattern("Operations that wait for you +1\n");
    assertThat(run("--html", root.resolve("x.html").toString())).returns(0, ProgramRun::exitCode);
  }

  private void log(String... failures) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (String failure : failures) {
      lines.append("2026-11-26T10:00:00.000Z [1] ERROR module=%d %s\n".formatted(module, failure));
    }
    lines.append("2026-11-26T10:00:00.000Z [1] WARN module=%d ".formatted(module));
    lines.append("waits 900 ms before the cloud is asked again\n");
    Files.createDirectories(root.resolve("var"));
    Files.writeString(root.resolve("var/pmnextcloud.log"), lines);
  }

  @Test
  void cloudWhenItIsSilentHasTheRestToldAndFails() throws Exception {
    history();
    cloud.close();

    ProgramRun told = run("--json", "--module", Long.toString(module));
    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(only(told))
        .containsEntry("error", "pmnextcloud_cloud_unreachable")
        .containsEntry("sold_bytes", 40 * GIB)
        .containsKey("sold_full")
        .doesNotContainKeys("free_bytes", "unbilled", "disk_full", "oversell_ratio");
    assertThat(run().stdout())
        .contains("\n! ", "40 GB", "\n    pmnextcloud doctor --module " + module);
  }

  @Test
  void historyWhenItIsShortSaysSo() {
    stored(service(tariff, 2), LAST, "disk", 1, "gib");

    assertThat(run("--lang", "en").stdout().replaceAll("\\s+", " "))
        .contains(
            "Too little history: a forecast needs 15 counted days of the last 90, there are 1.");
  }

  /** With large clouds a count takes hours, and half of it would look as if half were deleted. */
  @Test
  void dayWhenItIsBeingCountedIsNotTold() throws Exception {
    List<Long> services = history();
    stored(services.get(2), LAST.plusDays(1), "disk", 600, "mib");
    assertThat(only(run("--json"))).containsEntry("stored_on", LAST.plusDays(1).toString());

    Files.createDirectories(root.resolve("var"));
    Instant whole = LAST.atTime(12, 0).atZone(ZoneId.systemDefault()).toInstant();
    Files.writeString(
        root.resolve("var/pmnextcloud.log"),
        "%s [1] INFO module=%d counted: 3 services, 7 bytes, 3 figures written, 0 not charged\n"
            .formatted(whole.toString().replace("Z", ".000Z"), module));
    assertThat(only(run("--json")))
        .containsEntry("stored_on", LAST.toString())
        .containsEntry("stored_bytes", GIB + 600 * MIB + 19 * GIB / 4)
        .containsKey("disk_full");
  }

  /** Nobody is counted twice where two processing modules have one cloud. */
  @Test
  void cloudWhenTwoModulesShareItHasOneDisk() throws Exception {
    history();
    long second = module();
    account("stranger", 300);

    Map<String, Object> told = JSON.std.mapFrom(run("--json").stdout());
    assertThat((List<?>) told.get("clouds")).hasSize(2);
    assertThat(object(told.get("total")))
        .containsEntry("free_bytes", 10 * GIB + 100 * MIB)
        .containsEntry("sold_bytes", 40 * GIB);
    assertThat(object(object(told.get("total")).get("unbilled"))).containsEntry("accounts", 1);
    assertThat(object(told.get("first_full")))
        .containsEntry("module", (int) module)
        .containsEntry("what", "disk")
        .containsEntry("expected", LAST.plusDays(41).toString());
    assertThat(at(120, "--lang", "en").stdout())
        .startsWith("First to fill up: the disk of processing module " + module + ", ")
        .contains("on " + LAST.plusDays(41), "All clouds (2)\n");
    assertThat(run("--json", "--module", Long.toString(second)).stdout())
        .contains("\"sold_bytes\":0");
  }

  private ProgramRun at(int columns, String... options) {
    System.setProperty(LauncherProperties.COLUMNS, Integer.toString(columns));
    try {
      return run(options);
    } finally {
      System.clearProperty(LauncherProperties.COLUMNS);
    }
  }

  @ParameterizedTest
  @CsvSource({"en, 40", "ru, 40", "en, 80", "ru, 120"})
  void pageFitsTheTerminal(String language, int columns) {
    history();
    panel.sql("UPDATE account SET name = 'A customer of a name longer than any terminal is wide'");

    ProgramRun told = at(columns, "--lang", language);
    assertThat(told).returns(0, ProgramRun::exitCode);
    assertThat(told.stdout().lines())
        .filteredOn(line -> !line.startsWith("http"))
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(columns))
        .anyMatch(line -> line.contains("▃▃▃▄") && line.endsWith("▇██"))
        .anyMatch(line -> line.contains("small") && line.contains("██████████"))
        .anyMatch(line -> line.length() > Math.min(columns, 100) - 8);
    assertThat(told.stdout())
        .contains(LAST.plusDays(41).toString())
        .doesNotContain("audit --module");
    account("stranger", 300);
    assertThat(at(columns, "--lang", language).stdout()).contains("audit --module " + module);
  }

  @Test
  void tableHasOneFigureALineAndNoFormula() {
    history();
    panel.sql("UPDATE account SET name = '=1+1'");

    assertThat(run("--csv").stdout().lines())
        .startsWith("\"module\",\"figure\",\"value\"")
        .contains(
            "\"%d\",\"services.active\",\"2\"".formatted(module),
            "\"%d\",\"sold_bytes\",\"%d\"".formatted(module, 40 * GIB),
            "\"%d\",\"largest.1.customer\",\"'=1+1\"".formatted(module),
            "\"\",\"sold_bytes\",\"%d\"".formatted(40 * GIB));
  }

  /** A minus begins a formula, but a number is none. */
  @Test
  void tableWhenLessIsStoredHasANumber() {
    long shrinking = service(tariff, 2);
    for (int ago = 20; ago >= 0; ago--) {
      stored(shrinking, LAST.minusDays(ago), "disk", 1 + ago, "gib");
    }

    assertThat(run("--csv").stdout().lines())
        .contains("\"%d\",\"growth_bytes_per_day\",\"%d\"".formatted(module, -GIB));
  }

  /** It needs no network, and no name is markup. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void htmlIsOnePageForNobodyElse(String language) throws Exception {
    history();
    panel.sql("UPDATE account SET name = '<img src=x>'");
    Path file = root.resolve("capacity.html");

    assertThat(run("--html", file.toString(), "--lang", language)).returns(0, ProgramRun::exitCode);
    assertThat(file)
        .content()
        .startsWith("<!doctype html>\n<html lang=\"" + language + "\">")
        .contains(
            "class=\"stored\"", "class=\"disk\"", "&lt;img src=x&gt;", LAST.plusDays(41) + "</dd>")
        .contains(language.equals("en") ? "Sold by tariff" : "Продано по тарифам")
        .doesNotContain("{{", "<img", "<script", "src=\"", "href");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  /** By the byte of a day: what was stored before is not asked, nor what is closed. */
  @Test
  void servicesWhenTheyStoreMoreThanIsSoldAreNamed() throws Exception {
    long full = service(tariff, 2);
    long over = service(tariff, 2);
    long suspended = service(tariff("large", 20), 3);
    long closed = service(tariff, 4);
    service(tariff, 2);
    stored(full, LAST.minusDays(1), "disk", 11, "gib");
    stored(full, LAST, "disk", 10, "gib");
    stored(over, LAST, "disk", 10.5, "gib");
    stored(suspended, LAST, "disk", 23, "gib");
    stored(closed, LAST, "disk", 99, "gib");

    Map<String, Object> all = only(run("--json"));
    assertThat(all).containsEntry("over_quota_services", 2);
    List<?> most = (List<?>) all.get("over_quota");
    assertThat(most).hasSize(2);
    assertThat(object(most.get(0)))
        .containsEntry("service", (int) suspended)
        .containsEntry("bytes", 3 * GIB);
    assertThat(object(most.get(1)))
        .containsEntry("service", (int) over)
        .containsEntry("bytes", (int) (GIB / 2));
    assertThat(run("--lang", "en").stdout())
        .containsPattern("Services over their\\s+quota\\s+2\n")
        .contains(
            "    %d Payer: 3 GB more than sold  pmnextcloud show --item %d\n"
                .formatted(suspended, suspended));
  }

  /** Whom it is about, what is the matter, and what to type next. */
  @Test
  void whatIsToBeLookedAfterIsNamedWithItsCommand() throws Exception {
    assertThat(run("--lang", "en").stdout()).contains("Look after\n  Nothing waits for anybody.\n");
    for (int gib = 1; gib <= 12; gib++) {
      account("nobody's-" + gib, gib * GIB);
    }
    long kept = service(tariff, 4);
    panel.param(kept, "username", "kept", false);
    panel.param(kept, "url", cloud.url().toString(), false);
    account("kept", 77);
    long waiting = service(tariff, 1);
    long again = service(tariff, 2);
    service(panel.addTariff(TariffSpec.named("no disk").servedBy(module)), 2);
    panel.sql(
        "UPDATE runningoperation SET manual = 'on' WHERE id = ?",
        panel.beginOperation(waiting, "open"));
    panel.sql(
        "UPDATE runningoperation SET errorxml = ? WHERE id = ?",
        "<doc><error type=\"pmnextcloud_cloud_busy\"/></doc>",
        panel.beginOperation(again, "setparam"));

    List<?> care = (List<?>) only(run("--json")).get("look_after");
    String audit = "pmnextcloud audit --module " + module;
    assertThat(care)
        .extracting(
            it -> object(it).get("case"),
            it -> object(it).get("count"),
            it -> object(it).get("command"))
        .containsExactly(
            tuple("waits", 1, audit),
            tuple("failing", 1, audit),
            tuple("unbilled", 12, audit),
            tuple("closed", 1, audit),
            tuple("unclear", 1, audit));
    assertThat((List<?>) object(care.get(2)).get("named"))
        .hasSize(12)
        .extracting(it -> object(it).get("login"), it -> object(it).get("bytes"))
        .startsWith(tuple("nobody's-12", 12 * GIB), tuple("nobody's-11", 11 * GIB))
        .endsWith(tuple("nobody's-1", (int) GIB));
    assertThat(at(120, "--lang", "en").stdout())
        .contains(
            "%d Payer: open  pmnextcloud show --item %d\n".formatted(waiting, waiting),
            "%d Payer: setparam: cloud_busy  pmnextcloud show --item %d\n".formatted(again, again),
            "  Accounts not billed   12, 78 GB\n    nobody's-12: 12 GB\n    nobody's-11: 11 GB\n",
            "    nobody's-10: 10 GB\n    and 9 more  " + audit + "\n",
            "    kept: 77 B\n    " + audit + "\n",
            "  Services, limit unclear 1\n    " + audit + "\n");
    assertThat(at(40, "--lang", "ru").stdout())
        .contains("    и ещё 9\n      " + audit + "\n", "\n      pmnextcloud show --item " + again);
    Path page = root.resolve("page.html");
    run("--html", page.toString(), "--lang", "en");
    assertThat(page)
        .content()
        .contains(
            "<h4>Accounts not billed: 12, 78 GB</h4>",
            "<li>and 2 more <code>" + audit + "</code></li>",
            "<code>pmnextcloud show --item " + waiting + "</code>");
  }

  /** Opening one costs more than what is asked in it. */
  @Test
  void databaseWhenServicesAreManyHasNoSessionForEachPage() {
    stored(service(tariff, 2), LAST, "disk", 11, "gib");
    long few = sessions();
    panel.sql(
        "INSERT INTO item (account, pricelist, processingmodule, status)"
            + " SELECT i.account, i.pricelist, i.processingmodule, i.status FROM item i"
            + " JOIN (SELECT ORDINAL_POSITION FROM information_schema.COLUMNS LIMIT 1200) n"
            + " WHERE i.status = 2");
    assertThat(panel.query("SELECT id FROM item WHERE status = 2")).hasSizeGreaterThan(1_000);

    assertThat(sessions()).isEqualTo(few);
  }

  private long sessions() {
    long before = opened();
    run("--json");
    return opened() - before;
  }

  private long opened() {
    return Long.parseLong(
        panel
            .query(
                "SELECT VARIABLE_VALUE AS opened FROM information_schema.GLOBAL_STATUS"
                    + " WHERE VARIABLE_NAME = 'CONNECTIONS'")
            .get(0)
            .get("opened"));
  }

  /**
   * The page says "and so many more", and where they are told: there they all are, or how many not.
   */
  @Test
  void programsAreToldOfAllThatAreToBeLookedAfter() throws Exception {
    stored(service(tariff, 2), LAST, "disk", 11, "gib");
    int all = 5_003;
    while (active() < all) {
      panel.sql(
          "INSERT INTO item (account, pricelist, processingmodule, status)"
              + " SELECT account, pricelist, processingmodule, status FROM item LIMIT ?",
          all - active());
    }
    panel.sql(
        "INSERT INTO itemstat (item, statdate, param, value, measure)"
            + " SELECT i.id, s.statdate, s.param, s.value, s.measure FROM item i"
            + " JOIN itemstat s WHERE i.id <> s.item");

    List<?> care = (List<?>) only(run("--json")).get("look_after");
    assertThat(object(care.get(0)))
        .containsEntry("case", "over_quota")
        .containsEntry("count", all)
        .containsEntry("left_off", 3);
    List<?> named = (List<?>) object(care.get(0)).get("named");
    assertThat(named)
        .hasSize(5_000)
        .allSatisfy(
            it ->
                assertThat(object(it))
                    .containsEntry("customer", "Payer")
                    .containsEntry("tariff", "small"));
    assertThat(run("--csv").stdout().lines())
        .contains("\"%d\",\"look_after.1.left_off\",\"3\"".formatted(module))
        .anyMatch(line -> line.contains("\"look_after.1.named.5000.service\""));
    Path page = root.resolve("many.html");
    assertThat(run("--json", "--html", page.toString())).returns(0, ProgramRun::exitCode);
    assertThat(page).content().containsOnlyOnce("<li>and 4993 more ");
  }

  private int active() {
    return Integer.parseInt(panel.query("SELECT COUNT(*) AS n FROM item").get(0).get("n"));
  }

  /** By its own growth, or since there is little left of what was sold. */
  @Test
  void servicesWhenTheyWillBeFullSoonAreNamed() throws Exception {
    double[][] all = {{9.5, 9.5}, {6, 8}, {1, 4.9}, {7, 7.5}, {9, 11}, {9, 10}, {9.8, 9.2}};
    List<Long> services = new ArrayList<>();
    for (double[] stored : all) {
      long item = service(tariff, 2);
      stored(item, LAST.minusDays(30), "disk", stored[0], "gib");
      stored(item, LAST, "disk", stored[1], "gib");
      services.add(item);
    }

    List<?> care = (List<?>) only(run("--json", "--lang", "en")).get("look_after");
    assertThat(care)
        .extracting(it -> object(it).get("case"))
        .containsExactly("over_quota", "soon_full");
    Map<String, Object> soon = object(care.get(1));
    assertThat(soon).containsEntry("count", 4);
    assertThat((List<?>) soon.get("named"))
        .extracting(
            it -> ((Number) object(it).get("service")).longValue(), it -> object(it).get("what"))
        .containsExactly(
            tuple(services.get(5), "10 GB of 10 GB, full on " + LAST),
            tuple(services.get(1), "8 GB of 10 GB, full on " + LAST.plusDays(30)),
            tuple(services.get(0), "9.5 GB of 10 GB"),
            tuple(services.get(6), "9.2 GB of 10 GB"));
  }

  /** A disk is full of what is stored there, whoever pays for it. */
  @Test
  void diskIsUsedByWhatNobodyPaysFor() {
    cloud.freeSpace(4 * GIB);
    stored(service(tariff, 2), LAST, "disk", 2, "gib");
    assertThat(run("--lang", "en").stdout())
        .startsWith("1 GB is 1024³ bytes (GiB), as in the panel.\n")
        .containsPattern("Disk used +█+░+ +33 %");
    account("stranger", 2 * GIB);
    assertThat(run("--lang", "en").stdout()).containsPattern("Disk used +█+░+ +50 %");
  }

  /** Nothing that is told differs from what each day would have told. */
  @Test
  void historyWhenItIsLongIsThatOfEachDay() throws Exception {
    long item = service(tariff, 2);
    long half = service(tariff, 2);
    NavigableMap<LocalDate, Long> each = new TreeMap<>();
    for (int day = 0; day < 400; day++) {
      LocalDate date = LAST.minusDays(399 - day);
      if (day % 31 != 5) {
        stored(item, date, "disk", day, "gib");
        stored(half, date, "disk", 512, "mib");
        each.put(date, day * GIB + 512 * MIB);
      }
    }
    UsageHistory told =
        UsageHistory.of(
            new LocalPanel(root),
            new LocalPanel(root).processingModule(module),
            LocalDate.now(),
            Optional.empty());

    assertThat(each).containsAllEntriesOf(told.days()).hasSizeGreaterThan(380);
    assertThat(told.days().size()).isLessThan(160);
    assertThat(told.days().firstKey()).isEqualTo(each.firstKey());
    assertThat(UsageHistory.months(told.days())).isEqualTo(UsageHistory.months(each));
    assertThat(StorageTrend.window(told.days())).isEqualTo(StorageTrend.window(each));
    LocalDate limit = LAST.plusDays(100);
    long reached = (399 + 100) * GIB + 512 * MIB;
    assertThat(StorageTrend.of(told.days()).orElseThrow().reaching(reached))
        .isEqualTo(StorageTrend.of(each).orElseThrow().reaching(reached))
        .extracting(it -> it.expected().orElseThrow())
        .isEqualTo(limit);
    assertThat(Sparkline.of(told.days(), 78)).hasSize(78).doesNotContain(" ");
    NavigableMap<LocalDate, Long> broken = new TreeMap<>(told.days());
    broken.subMap(LAST.minusDays(300), LAST.minusDays(260)).clear();
    assertThat(Sparkline.of(broken, 78)).containsPattern("[▁-█] {3,8}[▁-█]");
    List<LocalDate> days = List.copyOf(told.days().keySet());
    for (int at = 1; at < days.size(); at++) {
      assertThat(days.get(at - 1)).isAfterOrEqualTo(days.get(at).minusDays(13));
    }
  }

  /** Of which type the column is, nothing that is public tells. */
  @Test
  void historyWhenThePanelKeepsATimeWithTheDayIsThatOfTheDays() throws Exception {
    long item = service(tariff, 2);
    panel.sql("ALTER TABLE itemstat MODIFY statdate DATETIME NOT NULL");
    stored(item, LAST.minusDays(1), "disk", 1, "gib");
    stored(item, LAST, "disk", 2, "gib");

    UsageHistory told =
        UsageHistory.of(
            new LocalPanel(root),
            new LocalPanel(root).processingModule(module),
            LocalDate.now(),
            Optional.empty());

    assertThat(told.days()).containsOnly(entry(LAST.minusDays(1), GIB), entry(LAST, 2 * GIB));
  }

  /** Eleven services, of which ten are told, and none in the memory but these. */
  @Test
  void servicesWhenTheyAreManyAreToldByTen() throws Exception {
    for (int gib = 1; gib <= 11; gib++) {
      stored(service(tariff, 2), LAST, "disk", gib, "gib");
    }
    Map<String, Object> all = only(run("--json"));
    assertThat((List<?>) all.get("largest"))
        .hasSize(10)
        .extracting(it -> object(it).get("bytes"))
        .startsWith(11 * GIB, 10 * GIB)
        .endsWith(2 * GIB);
    assertThat(all).containsEntry("stored_bytes", 66 * GIB);
  }

  @Test
  void cloudWhenNotCountedSinceTheDayBeforeYesterdayHasToBeLookedAfter() {
    long item = service(tariff, 2);
    stored(item, LAST, "disk", 1, "gib");
    assertThat(run("--lang", "en").stdout()).doesNotContain("Not counted");

    panel.sql("UPDATE itemstat SET statdate = ?", LAST.minusDays(1).toString());
    assertThat(run("--lang", "en").stdout())
        .contains(
            "  Not counted any more\n    counted last on "
                + LAST.minusDays(1)
                + "\n    pmnextcloud doctor --module "
                + module
                + "\n");
  }
}
