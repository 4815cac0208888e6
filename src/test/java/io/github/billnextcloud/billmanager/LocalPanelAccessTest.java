package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.panel.PanelOptions;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to the panel's database and key, and what may lie in them. */
class LocalPanelAccessTest {

  @TempDir Path root;

  @Test
  void serviceWhenDatabaseListensOnTcpIsRead() throws Exception {
    assertThat(savedPassword(PanelOptions.defaults(), "secret")).contains(new Secret("secret"));
  }

  @Test
  void serviceWhenDatabaseListensOnASocketIsRead() throws Exception {
    assertThat(savedPassword(PanelOptions.defaults().withUnixSocket(), "secret"))
        .contains(new Secret("secret"));
  }

  @Test
  void serviceWhenKeyIsPkcs8IsRead() throws Exception {
    assertThat(savedPassword(PanelOptions.defaults().withPkcs8Key(), "тайна <&> '\""))
        .contains(new Secret("тайна <&> '\""));
  }

  @Test
  void serviceWhenKeyIsPkcs1IsRead() throws Exception {
    assertThat(savedPassword(PanelOptions.defaults(), "тайна <&> '\""))
        .contains(new Secret("тайна <&> '\""));
  }

  @Test
  void serviceWhenThePanelsFilesAndTablesTellAllIsReadWithoutAskingThePanel() throws Exception {
    try (PanelStandIn standIn = PanelStandIn.start(root)) {
      long item = order(standIn);
      standIn.tellInFiles();

      assertThat(
              new LocalPanel(root)
                  .service(item, ServiceReadScope.EVERYTHING)
                  .module()
                  .secret("nc_password"))
          .isEqualTo(new Secret("secret"));
      assertThat(standIn.calls()).isEmpty();
    }
  }

  @Test
  void serviceWhenThePanelsFilesAreOfYesterdayAsksThePanel() throws Exception {
    try (PanelStandIn standIn = PanelStandIn.start(root)) {
      long item = order(standIn);
      standIn.tellInFiles();
      Path file = root.resolve("etc/billmgr.conf.d/db.conf");
      Files.writeString(
          file, Files.readString(file).replaceAll("DBPassword .*", "DBPassword former"));

      assertThat(new LocalPanel(root).service(item, ServiceReadScope.ORDER).id()).isEqualTo(item);
      assertThat(standIn.calls()).extracting(call -> call.func()).containsExactly("paramlist");
    }
  }

  @Test
  void serviceWhenThePanelDoesNotTellItsDatabaseReadsItFromTheFiles() throws Exception {
    try (PanelStandIn standIn = PanelStandIn.start(root)) {
      long item = order(standIn);
      standIn.tellInFiles();
      Path file = root.resolve("etc/billmgr.conf.d/db.conf");
      String told = Files.readString(file);
      Files.writeString(file, told.replaceAll("DBPassword .*", ""));
      String password = told.replaceAll("(?s).*DBPassword (\\S+).*", "$1");
      standIn.failNext(
          "paramlist", 0, "", "<doc><DBPassword><![CDATA[" + password + "]]></DBPassword></doc>");

      assertThat(new LocalPanel(root).service(item, ServiceReadScope.ORDER).id()).isEqualTo(item);
    }
  }

  @Test
  void serviceWhenDatabasePasswordIsWrongBlamesTheDatabase() throws Exception {
    try (PanelStandIn standIn = PanelStandIn.start(root)) {
      long item = order(standIn);
      standIn.sql("SET PASSWORD = PASSWORD('another')");

      assertThatThrownBy(() -> new LocalPanel(root).service(item, ServiceReadScope.ORDER))
          .hasMessageStartingWith("The panel's database cannot be reached: ")
          .hasFieldOrPropertyWithValue("kind", BillingErrorKind.DATABASE);
    }
  }

  @Test
  void serviceWhenTableIsMissingBlamesTheDatabase() throws Exception {
    try (PanelStandIn standIn = PanelStandIn.start(root)) {
      long item = order(standIn);
      standIn.sql("DROP TABLE itemparam");

      assertThatThrownBy(() -> new LocalPanel(root).service(item, ServiceReadScope.ORDER))
          .hasMessageStartingWith("The panel's database refused to answer: ")
          .hasFieldOrPropertyWithValue("kind", BillingErrorKind.DATABASE);
    }
  }

  @Test
  void serviceWhenKeyIsMissingBlamesTheSecret() throws Exception {
    try (PanelStandIn standIn = PanelStandIn.start(root)) {
      long item = order(standIn);
      standIn.param(item, "userpassword", "secret", true);
      Files.delete(root.resolve("etc/billmgr.pem"));

      assertThatThrownBy(() -> new LocalPanel(root).service(item, ServiceReadScope.EVERYTHING))
          .hasMessageContaining("etc/billmgr.pem")
          .hasFieldOrPropertyWithValue("kind", BillingErrorKind.UNREADABLE_SECRET);
    }
  }

  @Test
  void serviceWhenSecretsAreNotNeededNeedsNoKey() throws Exception {
    try (PanelStandIn standIn = PanelStandIn.start(root)) {
      long item = order(standIn);
      Files.delete(root.resolve("etc/billmgr.pem"));

      assertThat(new LocalPanel(root).service(item, ServiceReadScope.ORDER).id()).isEqualTo(item);
    }
  }

  @Test
  void serviceWhenValuesAreHostileReadsThemAsTheyAre() throws Exception {
    try (PanelStandIn standIn = PanelStandIn.start(root)) {
      long item = order(standIn);
      String hostile = "'; DROP TABLE item; -- \"\\ 😀 Ё";
      standIn.param(item, "username", hostile, false);
      long twin = order(standIn);
      standIn.sql("UPDATE item SET processingmodule = 1 WHERE id IN (?, ?)", item, twin);
      standIn.sql("UPDATE item SET status = 2 WHERE id = ?", twin);
      standIn.param(twin, "username", hostile, false);
      standIn.param(twin, "url", hostile, false);

      assertThat(new LocalPanel(root).service(item, ServiceReadScope.ORDER))
          .returns(Map.of("username", hostile), service -> service.params().plain())
          .returns(OptionalLong.of(twin), Service::otherOwner);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"O'Brien \"Q\"", "'; DROP TABLE user; --", "😀 emoji", "<b>&amp;"})
  void serviceWhenNamesAreHostileReadsThemAsTheyAre(String name) throws Exception {
    try (PanelStandIn standIn = PanelStandIn.start(root)) {
      long account = standIn.addAccount("x", "x@example.org", name, "en");
      long module = standIn.addModule(Map.of(), Map.of("nc_password", name));
      long tariff = standIn.addTariff(TariffSpec.named("t").param("usergroup", name));
      long item = standIn.order(account, tariff, module);

      assertThat(new LocalPanel(root).service(item, ServiceReadScope.ORDER))
          .returns(Optional.of(name), service -> service.customer().name())
          .returns(new Secret(name), service -> service.module().secret("nc_password"))
          .returns(
              true,
              service -> service.tariff().orElseThrow().params().get("usergroup").contains(name));
    }
  }

  private Optional<Secret> savedPassword(PanelOptions options, String password) throws Exception {
    try (PanelStandIn standIn = PanelStandIn.start(root, options)) {
      long item = order(standIn);
      standIn.param(item, "userpassword", password, true);
      return new LocalPanel(root)
          .service(item, ServiceReadScope.EVERYTHING)
          .params()
          .findSecret("userpassword");
    }
  }

  private static long order(PanelStandIn standIn) {
    long account = standIn.addAccount("ann", "ann@example.org", "Анна", "ru");
    Map<String, String> settings = Map.of("base_url", "https://cloud.example.org");
    long module = standIn.addModule(settings, Map.of("nc_password", "secret"));
    long tariff = standIn.addTariff(TariffSpec.named("cloud-10").servedBy(module));
    return standIn.order(account, tariff, module);
  }
}
