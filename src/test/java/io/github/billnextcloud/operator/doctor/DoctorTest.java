package io.github.billnextcloud.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole command, between a panel and a cloud that are well, and then are not. */
class DoctorTest {

  private static final String PASSWORD = CloudStandIn.ADMIN_PASSWORD;

  @TempDir static Path root;

  static PanelStandIn panel;
  static CloudStandIn cloud;
  static InstalledFiles files;
  static long module;

  @BeforeAll
  static void start() throws IOException {
    panel = PanelStandIn.start(root);
    cloud = CloudStandIn.start(Flavour.NEXTCLOUD_34);
    cloud.keepApart();
    files = InstalledFiles.into(root);
    module =
        panel.addModule(
            Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_password", PASSWORD));
    long tariff =
        panel.addTariff(
            TariffSpec.named("cloud_s").servedBy(module).param("usergroup", "own-{account}"));
    panel.addAddOn(tariff, AddOnSpec.disk("disk").in("gib").included(10));
  }

  @AfterAll
  static void stop() throws IOException {
    files.unlink();
    panel.close();
    cloud.close();
  }

  private static CommandResult ask(InstantSource clock, String... options) {
    List<String> args = new ArrayList<>(List.of("doctor"));
    args.addAll(List.of(options));
    CommandContext event =
        new CommandContext(
            Invocation.parse(args.toArray(String[]::new)),
            InputStream.nullInputStream(),
            new LocalPanel(root),
            TerminalProgress.none());
    return new Doctor(clock).run(event);
  }

  private static CommandResult ask(String... options) {
    return ask(InstantSource.system(), options);
  }

  @Test
  void doctorWhenAllIsWellSaysSoAndChangesNothing() throws IOException {
    List<Map<String, String>> before = panel.query("SELECT * FROM processingmodule");
    panel.forgetCalls();
    cloud.forgetRequests();

    CommandResult answer = ask();

    assertThat(answer.text()).doesNotContain("✖", "  ! ", PASSWORD).contains("✔ Sign-in");
    assertThat(answer.exitCode()).isZero();
    assertThat(panel.calls()).extracting(call -> call.func()).containsExactly("paramlist", "-i");
    assertThat(cloud.writes()).hasSize(1);
    assertThat(panel.query("SELECT * FROM processingmodule")).isEqualTo(before);
    assertThat(files.root().resolve("var")).isEmptyDirectory();
  }

  /** The log knows it, whoever does not tell which modules there are. */
  @ParameterizedTest
  @CsvSource({"35, ✔", "37, !"})
  void countWhenTheDatabaseIsAwayIsToldAllTheSame(long hours, String mark) throws IOException {
    Path log = files.root().resolve("var/pmnextcloud.log");
    Instant counted = Instant.parse("2026-11-25T01:10:02Z");
    panel.sql("RENAME TABLE processingmodule TO away");
    try {
      Files.writeString(
          log,
          """
          2026-11-23T01:10:02.000Z [1] INFO module=7 counted: 9 services, 5 bytes, 9 figures written, 0
          2026-11-25T01:10:02.000Z [1] INFO module=9 counted: 1 services, 5 bytes, 1 figures written, 0
          """);

      assertThat(ask(() -> counted.plus(Duration.ofHours(hours))).text())
          .containsPattern(
              mark
                  + " Daily count +module 7: all services were counted last on 2026-11-23; module"
                  + " 9: all services were counted last on 2026-11-25");
    } finally {
      panel.sql("RENAME TABLE away TO processingmodule");
      for (String left : List.of("pmnextcloud.log", "pmnextcloud.log.lock")) {
        Files.deleteIfExists(log.resolveSibling(left));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"35, ✔", "37, !"})
  void countWhenANightWasLeftOutIsToldOf(long hours, String mark) throws IOException {
    Path log = files.root().resolve("var/pmnextcloud.log");
    Instant counted = Instant.parse("2026-11-25T01:10:02Z");
    long account = panel.addAccount("Ann", "ann@example.org", "Ann B", "en");
    long item = panel.order(account, panel.addTariff(TariffSpec.named("cloud_x")), module);
    panel.sql("UPDATE item SET status = 2 WHERE id = ?", item);
    try {
      Files.writeString(
          log,
          """
          2026-11-25T01:10:00.000Z [1] INFO asked: stat
          2026-11-25T01:10:02.000Z [1] INFO module=%1$d counted: 1 services, 5 bytes, 1 figures written, 0 not charged by space, 0 unknown, 0 without a user
          2026-11-25T01:10:02.100Z [1] INFO module=%1$d answered: exit code 0 after 2100 ms
          """
              .formatted(module));

      String said = ask(() -> counted.plus(Duration.ofHours(hours))).text();

      assertThat(said)
          .containsPattern(mark + " Daily count +all services were counted last on 2026-11-25");
    } finally {
      panel.sql("DELETE FROM item WHERE id = ?", item);
      for (String left : List.of("pmnextcloud.log", "pmnextcloud.log.lock")) {
        Files.deleteIfExists(log.resolveSibling(left));
      }
    }
  }

  @Test
  void doctorWhenARussianAsksAnswersInRussian() {
    assertThat(ask("--lang", "ru").text())
        .contains("Этот хост, ", "✔ База данных", "Обработчик услуг " + module + ", Nextcloud")
        .contains("Ошибок: 0, предупреждений: 0");
  }

  /** One thing that is wrong for a moment. */
  record Break(
      String what,
      Deed deed,
      Deed cure,
      String id,
      CheckStatus state,
      String found,
      String remedy) {
    @Override
    public String toString() {
      return what;
    }
  }

  /** Does something to the panel. */
  private interface Deed {
    void doIt() throws IOException;
  }

  private static Break sql(
      String deed, String cure, String id, CheckStatus state, String found, String remedy) {
    return new Break(deed, () -> panel.sql(deed), () -> panel.sql(cure), id, state, found, remedy);
  }

  private static Break moved(String file, String id, String found, String remedy) {
    return new Break(
        "no " + file,
        () -> Files.move(root.resolve(file), root.resolve(file + ".away")),
        () -> Files.move(root.resolve(file + ".away"), root.resolve(file)),
        id,
        CheckStatus.FAILED,
        found,
        remedy);
  }

  static List<Break> breaks() {
    Deed nothing = () -> {};
    return List.of(
        moved("sbin/mgrctl", "mgrctl", "not there", "--prefix"),
        new Break(
            "mgrctl that may not run",
            () -> root.resolve("sbin/mgrctl").toFile().setExecutable(false, false),
            () -> root.resolve("sbin/mgrctl").toFile().setExecutable(true, false),
            "mgrctl",
            CheckStatus.FAILED,
            "not executable",
            "chmod 755"),
        new Break(
            "a panel that restarts",
            () -> panel.restarting(1),
            nothing,
            "mgrctl",
            CheckStatus.FAILED,
            "restarts",
            "paramlist"),
        new Break(
            "a database that is elsewhere",
            () ->
                panel.failNext(
                    "paramlist",
                    0,
                    "",
                    "<doc><elem><DBHost>127.0.0.1</DBHost></elem>"
                        + "<elem><DBPort>1</DBPort></elem></doc>"),
            nothing,
            "database",
            CheckStatus.FAILED,
            "database cannot be reached",
            "database of the panel runs"),
        sql(
            "RENAME TABLE task TO t, itemstat TO s, t TO task",
            "RENAME TABLE s TO itemstat",
            "tables",
            CheckStatus.FAILED,
            "itemstat",
            "DBName"),
        moved("etc/billmgr.pem", "key", "not there", "backup"),
        new Break(
            "a key that is none",
            () -> {
              Files.copy(root.resolve("etc/billmgr.pem"), root.resolve("pem"));
              Files.writeString(root.resolve("etc/billmgr.pem"), "-----BEGIN\nabc");
            },
            () -> {
              Files.delete(root.resolve("etc/billmgr.pem"));
              Files.move(root.resolve("pem"), root.resolve("etc/billmgr.pem"));
            },
            "key",
            CheckStatus.FAILED,
            "No RSA private key",
            "backup"),
        sql(
            "UPDATE processingmodule SET module = 'pmother'",
            "UPDATE processingmodule SET module = 'pmnextcloud'",
            "modules",
            CheckStatus.WARNING,
            "none of this program",
            "pmnextcloud setup"),
        sql(
            "UPDATE processingmodule SET active = 'off'",
            "UPDATE processingmodule SET active = 'on'",
            "modules",
            CheckStatus.WARNING,
            "switched off",
            "Switch them on"),
        new Break(
            "no tariff",
            () -> panel.sql("DELETE FROM processingmodule2pricelist"),
            () ->
                panel.sql(
                    "INSERT INTO processingmodule2pricelist (processingmodule, pricelist)"
                        + " SELECT ?, MAX(id) FROM pricelist WHERE parent IS NULL",
                    module),
            "tariffs",
            CheckStatus.WARNING,
            "none is served",
            "pmnextcloud setup"),
        sql(
            "UPDATE itemtypeparam SET required = 'on', intname = 'ip' WHERE intname = 'url'",
            "UPDATE itemtypeparam SET required = 'off', intname = 'url' WHERE intname = 'ip'",
            "opening",
            CheckStatus.WARNING,
            "demands what is not saved here: ip",
            "optional"),
        sql(
            "UPDATE processingparam SET value = '' WHERE intname = 'nc_username'",
            "UPDATE processingparam SET value = 'admin' WHERE intname = 'nc_username'",
            "settings",
            CheckStatus.FAILED,
            "nc_username",
            "Processing modules → Edit"),
        sql(
            "UPDATE processingcryptedparam SET value = 'AAAA'",
            "UPDATE processingcryptedparam SET value = '" + panel.encrypt(PASSWORD) + "'",
            "secrets",
            CheckStatus.FAILED,
            "'nc_password' cannot be decrypted",
            "Type the password anew"),
        new Break(
            "a password stored in the clear",
            () ->
                panel.insert(
                    "processingparam",
                    Map.of(
                        "processingmodule", module, "intname", "nc_password", "value", PASSWORD)),
            () -> panel.sql("DELETE FROM processingparam WHERE intname = 'nc_password'"),
            "secrets",
            CheckStatus.WARNING,
            "unencrypted: nc_password",
            "Save the settings"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void lineWhenItsThingIsBrokenSaysWhatToDo(Break broken) throws IOException {
    Map<String, Object> document;
    broken.deed().doIt();
    try {
      CommandResult answer = ask("--json");
      document = JSON.std.mapFrom(answer.text());
      assertThat(answer.exitCode())
          .isEqualTo(document.get("exit_code"))
          .isEqualTo(broken.state() == CheckStatus.FAILED ? 1 : 2);
      assertThat(answer.text()).doesNotContain(PASSWORD, panel.databasePassword());
    } finally {
      broken.cure().doIt();
    }
    Map<String, Object> line = lines(document, broken.state()).get(broken.id());
    assertThat(line).as("%s", document).isNotNull();
    assertThat((String) line.get("found")).contains(broken.found());
    assertThat((String) line.get("remedy")).contains(broken.remedy());
  }

  /** Id → line, of those in this state. */
  private static Map<String, Map<String, Object>> lines(
      Map<String, Object> document, CheckStatus state) {
    Map<String, Map<String, Object>> lines = new LinkedHashMap<>();
    for (Object line : (List<?>) document.get("checks")) {
      @SuppressWarnings("unchecked")
      Map<String, Object> fields = (Map<String, Object>) line;
      if (fields.get("state").equals(state.word())) {
        lines.put((String) fields.get("id"), fields);
      }
    }
    return lines;
  }

  /** On ownCloud what OAuth has granted is enough, and the handbook says to empty the password. */
  @Test
  void settingsWhenOAuthHasGrantedAllAreComplete() throws IOException {
    long granted =
        panel.addModule(
            Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_oauth_secret", "a", "nc_oauth_access", "b", "nc_oauth_refresh", "c"));
    try {
      assertThat(
              lines(
                  JSON.std.mapFrom(ask("--json", "--module", granted + "").text()),
                  CheckStatus.FINE))
          .containsKey("settings");
    } finally {
      panel.sql("DELETE FROM processingmodule WHERE id = ?", granted);
    }
  }

  @Test
  void moduleWhenItIsNotOursIsToldWithThoseThatAre() {
    CommandResult answer = ask("--module", "4711");
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text()).contains("4711; there are: " + module + " 'Nextcloud'");
  }

  @Test
  void clockWhenOursIsWrongIsSeenByAllOthers() throws IOException {
    CommandResult answer =
        ask(() -> Instant.now().plus(Duration.ofMinutes(3)), "--json", "--module", module + "");
    assertThat(lines(JSON.std.mapFrom(answer.text()), CheckStatus.WARNING))
        .containsOnlyKeys("database_clock", "clock");
  }
}
