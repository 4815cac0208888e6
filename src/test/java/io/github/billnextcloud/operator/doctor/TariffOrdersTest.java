package io.github.billnextcloud.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics;
import io.github.billnextcloud.billmanager.checkup.PanelSurveyQueries;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import io.github.billnextcloud.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What orders of a tariff would fail on, told before somebody orders it. */
class TariffOrdersTest {

  @TempDir Path root;
  private PanelStandIn panel;
  private long module;

  @BeforeEach
  void start() throws IOException {
    panel = PanelStandIn.start(root);
    module =
        panel.addModule(
            Map.of("base_url", "https://cloud.example", "nc_username", "admin"),
            Map.of("nc_password", "x"));
  }

  @AfterEach
  void stop() throws IOException {
    panel.close();
  }

  private long tariff(String... settings) {
    return tariff("cloud_s", module, settings);
  }

  private long tariff(String name, long served, String... settings) {
    TariffSpec spec = TariffSpec.named(name).servedBy(served);
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      spec = spec.param(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return panel.addTariff(spec);
  }

  private CheckFinding found() {
    SalesReadinessChecks checks =
        new SalesReadinessChecks(new PanelDiagnostics(new LocalPanel(root)), Optional.of(module));
    CheckFinding last = null;
    for (CheckDefinition check : checks.all()) {
      if (!check.id().equals("opening")) {
        try {
          last = check.look().look();
        } catch (Exception broken) {
          throw new IllegalStateException(broken);
        }
      }
    }
    return last;
  }

  private void assertFine() {
    CheckFinding found = found();
    assertThat(found.state()).as(found.found().in(Language.EN)).isEqualTo(CheckStatus.FINE);
  }

  private void assertWarned(long tariff, String why) {
    CheckFinding found = found();
    assertThat(found.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(found.found().in(Language.EN))
        .startsWith("of tariff cloud_s (" + tariff + ") an order would fail: ")
        .contains(why)
        .doesNotContain("; of tariff");
    assertThat(found.remedy().in(Language.EN)).contains("add-ons of the tariff");
  }

  @Test
  void tariffWhenNothingSellsSpaceIsToldOf() {
    assertWarned(tariff(), "disk");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quota_source=fixed | fixed_quota",
        "quota_source=fixed;fixed_quota=lots | lots",
        "quota_source=fixed;fixed_quota=10;close_policy=delete_later;close_days=soon | soon",
        "quota_source=fixed;fixed_quota=10;inactive_days=soon | soon",
        "quota_source=fixed;fixed_quota=10;suspend_style=sometimes | sometimes",
        "quota_source=fixed;fixed_quota=10;password_rule=none | none",
        "quota_source=fixed;fixed_quota=10;login_template={nobody} | {nobody}",
        "quota_source=fixed;fixed_quota=10;usergroup=own-{nobody} | own-{nobody}",
        "quota_source=fixed;fixed_quota=10;usergroup=admin | administrators",
        "quota_source=unlimited;team=auto | limit",
        "quota_source=fixed;fixed_quota=10;team=auto;fixed_seats=many | many"
      })
  void tariffWhenASettingIsWrongIsToldOf(String settings, String why) {
    assertWarned(tariff(settings.split(";")), why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quota_source=fixed;fixed_quota=10;usergroup=own-{account},basic",
        "quota_source=unlimited;login_template={account}-{email}",
        "quota_source=fixed;fixed_quota=1.5 TB;close_policy=delete_later;close_days=30",
        "quota_source=fixed;fixed_quota=10;account_source=directory"
      })
  void tariffWhenAnOrderWouldBeReadIsFine(String settings) {
    tariff(settings.split(";"));
    assertFine();
  }

  private static final String SOLD = "quota_source=fixed;fixed_quota=10;usergroup=";

  @ParameterizedTest
  @CsvSource({"https://cloud.example/, true", "https://another.example, false"})
  void groupsOfTheirOwnWhenTwoCustomersMayMeetThereAreToldOf(String url, boolean told) {
    tariff((SOLD + "own-{account}").split(";"));
    tariff("cloud_m", module, (SOLD + "own-{account},basic").split(";"));
    assertFine();
    long another =
        panel.addModule(
            Map.of("base_url", url, "nc_username", "admin"), Map.of("nc_password", "x"));
    tariff("cloud_x", another, (SOLD + "own-{item}").split(";"));

    CheckFinding found = found();

    assertThat(found.state()).isEqualTo(told ? CheckStatus.WARNING : CheckStatus.FINE);
    if (told) {
      assertThat(found.found().in(Language.EN))
          .isEqualTo(
              "group 'own-{account}' (tariff cloud_m, cloud_s) and group 'own-{item}' (tariff"
                  + " cloud_x) may be one and the same for two customers");
      assertThat(found.remedy().in(Language.EN)).contains("service-{item}");
    }
  }

  @Test
  void groupOfItsOwnWhenACommonOneIsCalledSoIsToldOf() {
    tariff((SOLD + "own-{account}").split(";"));
    tariff("cloud_m", module, (SOLD + "own-7").split(";"));
    assertThat(found().found().in(Language.EN)).contains("'own-7' (tariff cloud_m)");
  }

  /** Of the product type something is missing, of the tariff nothing. */
  @Test
  void tariffWhenItSellsTeamsByAPoolIsNotToldOf() {
    tariff("quota_source=fixed", "fixed_quota=10", "team=space", "fixed_seats=5");
    assertThat(found().found().in(Language.EN)).contains("members").doesNotContain("would fail");
  }

  @Test
  void addOnWhenItsUnitIsNoSpaceIsToldOf() {
    long tariff = tariff();
    panel.addAddOn(tariff, AddOnSpec.disk("disk").in("pcs").included(10));
    assertWarned(tariff, "pcs");
  }

  @Test
  void addOnWhenCountedWithoutAMaximumIsToldOf() {
    long tariff = tariff();
    panel.addAddOn(tariff, AddOnSpec.disk("disk").in("gib").metered(null));
    assertWarned(tariff, "maximum");
  }

  @Test
  void addOnsWhenTwoSellSpaceAreToldOf() {
    long tariff = tariff();
    panel.addAddOn(tariff, AddOnSpec.disk("disk").in("gib").included(10));
    panel.addAddOn(tariff, AddOnSpec.disk("disc").in("gib").included(10));
    assertWarned(tariff, "2");
  }

  /** Nothing is included, or there is no limit, or another name sells it: all of it is sold. */
  @Test
  void addOnWhenCustomersOrderAllOfItIsFine() {
    panel.addAddOn(tariff(), AddOnSpec.disk("disk").in("gib"));
    panel.addAddOn(tariff(), AddOnSpec.disk("disk").in("gib").included(-1));
    panel.addAddOn(tariff(), AddOnSpec.disk("disk disc").in("gib").metered(100L));
    long several = tariff();
    panel.addAddOn(several, AddOnSpec.disk("disk").in("gib").included(10));
    panel.addAddOn(several, AddOnSpec.disk("disk").in("gib").column("active", "off"));
    panel.addAddOn(several, AddOnSpec.disk("support").ofType("support"));
    assertFine();
  }

  @Test
  void listWhenEachItemIsASizeIsFineAndElseIsToldOf() {
    long tariff = tariff();
    long list = panel.insert("enumeration", Map.of("intname", "sizes"));
    item(list, "gb10");
    item(list, "gb50");
    panel.addAddOn(
        tariff,
        AddOnSpec.disk("disk")
            .column("addontype", AddOnSpec.ENUMERATION)
            .column("enumeration", list));
    assertFine();
    item(list, "much");
    assertWarned(tariff, "much");
  }

  /** Which part is chosen, only an order tells. */
  @Test
  void partsOfACompoundAddOnAreNotGuessed() {
    long tariff = tariff();
    long compound = panel.addAddOn(tariff, AddOnSpec.disk("sizes").column("billtype", 4));
    panel.addAddOn(
        tariff, AddOnSpec.disk("disk").in("gib").included(10).column("compound", compound));
    panel.addAddOn(
        tariff, AddOnSpec.disk("disk").in("gib").included(50).column("compound", compound));
    assertFine();
  }

  @Test
  void productTypesWhenAddOnsAreLinkedTooAreThoseOfTariffs() {
    long addOn = panel.addAddOn(tariff(), AddOnSpec.disk("disk").in("gib").included(10));
    panel.sql(
        "INSERT INTO processingmodule2pricelist (processingmodule, pricelist) VALUES (?, ?)",
        module,
        addOn);
    assertThat(new PanelSurveyQueries(new LocalPanel(root)).productTypes()).hasSize(1);
  }

  private void item(long list, String name) {
    panel.insert("enumerationitem", Map.of("enumeration", list, "intname", name));
  }
}
