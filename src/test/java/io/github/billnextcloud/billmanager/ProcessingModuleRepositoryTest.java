package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clouds of a tariff, how many services they have, and what they keep for forms. */
class ProcessingModuleRepositoryTest extends WithPanel {

  private ProcessingModuleRepository modules;
  private long ownTariff;

  @BeforeEach
  void makeATariffOfItsOwn() {
    modules = new ProcessingModuleRepository(panel);
    ownTariff = standIn.addTariff(TariffSpec.named("own"));
  }

  /** Of an add-on nothing can be imported, and the panel would say so only when it is tried. */
  @Test
  void typesAndTariffsOfAddOnsAreNoneThatAServiceHas() {
    standIn.addAddOn(ownTariff, AddOnSpec.disk("space of mine").in("gib"));
    ServiceImport services = new ServiceImport(panel, panel.processingModule(module), "");

    assertThat(services.hasTariff("own")).isTrue();
    assertThat(services.hasTariff("space of mine")).isFalse();
    assertThat(services.hasType("backupservice")).isTrue();
    assertThat(services.hasType("disk")).isFalse();
  }

  @Test
  void ofTariffWhenNoneIsLinkedIsEmpty() {
    assertThat(modules.ofTariff(ownTariff)).isEmpty();
    assertThat(modules.ofTariff(999_999_999)).isEmpty();
  }

  @Test
  void ofTariffWhenSortedHasThatOrder() {
    long last = linked(3);
    long first = linked(1);
    long middle = linked(2);

    assertThat(modules.ofTariff(ownTariff)).containsExactly(first, middle, last);
  }

  /** Sort is a field of the processing module (contract §8.4). */
  @Test
  void ofTariffWhenThePanelHasNoSortOfLinksHasTheModulesOrder() {
    long second = linked(2);
    long first = linked(1);
    standIn.sql("ALTER TABLE processingmodule2pricelist DROP COLUMN orderpriority");
    try {
      assertThat(modules.ofTariff(ownTariff)).containsExactly(first, second);
    } finally {
      standIn.sql("ALTER TABLE processingmodule2pricelist ADD COLUMN orderpriority INT NULL");
    }
  }

  @Test
  void ofTariffWhenTheModuleHasNoSortPutsItFirst() {
    long second = linked(1);
    long first = linked(null);

    assertThat(modules.ofTariff(ownTariff)).containsExactly(first, second);
  }

  @Test
  void ofTariffWhenNumbersHaveSeveralDigitsSortsThemAsNumbers() {
    long second = linked(10);
    long first = linked(9);

    assertThat(modules.ofTariff(ownTariff)).containsExactly(first, second);
  }

  @Test
  void ofTariffWhenNotSortedHasTheOrderOfServersThenOfMaking() {
    long third = linked(null);
    long fourth = linked(null);
    long second = linked(null);
    standIn.sql("UPDATE processingmodule SET ipmgr = 7 WHERE id IN (?, ?)", third, fourth);
    standIn.sql("UPDATE processingmodule SET ipmgr = 6 WHERE id = ?", second);

    assertThat(modules.ofTariff(ownTariff)).containsExactly(second, third, fourth);
  }

  @Test
  void ofTariffWhenAnotherProgramServesItTooLeavesThatOut() {
    long ours = linked(2);
    standIn.sql("UPDATE processingmodule SET module = 'pmother' WHERE id = ?", linked(1));

    assertThat(modules.ofTariff(ownTariff)).containsExactly(ours);
  }

  @Test
  void ofTariffWhenOneIsSwitchedOffLeavesItOut() {
    long ours = linked(2);
    standIn.sql("UPDATE processingmodule SET active = 'off' WHERE id = ?", linked(1));

    assertThat(modules.ofTariff(ownTariff)).containsExactly(ours);
  }

  @Test
  void ofTariffWhenLinkedElsewhereLeavesItOut() {
    assertThat(modules.ofTariff(tariff)).containsExactly(module);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, 1", "4, 0", "5, 1"})
  void countServicesWhenTheyHaveThisStatusCountsThem(int status, long counted) {
    long own = standIn.addModule(Map.of(), Map.of());
    long service = standIn.order(account, tariff, own);
    standIn.sql("UPDATE item SET status = ? WHERE id = ?", status, service);

    assertThat(modules.countServices(own)).isEqualTo(counted);
  }

  @Test
  void countServicesWhenTheyHaveAddOnsCountsThemOnce() {
    long own = standIn.addModule(Map.of(), Map.of());
    long service = standIn.order(account, tariff, own);
    standIn.orderedAddOn(service, tariff, Map.of("processingmodule", own));
    standIn.sql("UPDATE item SET status = 2 WHERE id = ?", service);

    assertThat(modules.countServices(own)).isEqualTo(1);
  }

  @Test
  void configWhenStoredIsRead() {
    String stored = "<?xml version=\"1.0\"?><doc><group id=\"a\"/><group id=\"b\"/></doc>";
    standIn.sql("UPDATE processingmodule SET config = ? WHERE id = ?", stored, module);

    assertThat(modules.config(module).orElseThrow().all("group"))
        .extracting(group -> group.text("id"))
        .containsExactly("a", "b");
  }

  @Test
  void configWhenSavedIsReadBack() {
    modules.saveConfig(
        module, XmlBuilder.doc().open("group").with("id", "Клиенты & \"Co\"").close("group"));

    assertThat(modules.config(module).orElseThrow().first("group").orElseThrow().text("id"))
        .isEqualTo("Клиенты & \"Co\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{\"groups\":[]}", "<doc>", "<!DOCTYPE doc><doc/>", "\u0001"})
  void configWhenBrokenIsNone(String stored) {
    standIn.sql("UPDATE processingmodule SET config = ? WHERE id = ?", stored, module);

    assertThat(modules.config(module)).isEmpty();
  }

  @Test
  void configWhenNeverStoredIsNone() {
    assertThat(modules.config(standIn.addModule(Map.of(), Map.of()))).isEmpty();
    assertThat(modules.config(999_999_999)).isEmpty();
  }

  @Test
  void configWhenThePanelHasNoSuchColumnIsNone() {
    standIn.sql("ALTER TABLE processingmodule RENAME COLUMN config TO elsewhere");
    try {
      assertThat(modules.config(module)).isEmpty();
    } finally {
      standIn.sql("ALTER TABLE processingmodule RENAME COLUMN elsewhere TO config");
    }
  }

  private long linked(Integer sort) {
    long linked = standIn.addModule(Map.of(), Map.of());
    standIn.sql("UPDATE processingmodule SET orderpriority = ? WHERE id = ?", sort, linked);
    standIn.insert(
        "processingmodule2pricelist", Map.of("processingmodule", linked, "pricelist", ownTariff));
    return linked;
  }
}
