package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How much a service has of an add-on: contract §4.14 on the panel's own tables. */
class LocalPanelAddOnsTest extends WithAddOns {

  @Test
  void addOnWhenNothingWasOrderedIsWhatIsIncluded() {
    assertThat(addOns(DISK)).containsExactly(disk("10"));
  }

  @Test
  void addOnWhenMoreWasOrderedIsTheSum() {
    assertThat(addOns(DISK, Map.of("intvalue", 5))).containsExactly(disk("15"));
  }

  @Test
  void addOnWhenServiceHasItsOwnIncludedAmountTakesIt() {
    assertThat(addOns(DISK, Map.of("addonlimit", 20, "intvalue", 5))).containsExactly(disk("25"));
  }

  @Test
  void addOnWhenServiceIncludesNothingIsWhatIsOrdered() {
    assertThat(addOns(DISK, Map.of("addonlimit", 0, "intvalue", 5))).containsExactly(disk("5"));
  }

  @Test
  void addOnWhenNothingIsSetIsZero() {
    assertThat(addOns(AddOnSpec.disk("disk disc").in("gib"))).containsExactly(disk("0"));
  }

  @Test
  void addOnWhenLargeIsWrittenInFull() {
    assertThat(addOns(DISK.included(1_000_000))).containsExactly(disk("1000000"));
  }

  @Test
  void addOnWhenOnTrialIsAtMostItsTrialMaximum() {
    onTrial();

    assertThat(addOns(DISK.column("addonmaxtrial", 2))).containsExactly(disk("2"));
  }

  @Test
  void addOnWhenOnTrialBelowTheTrialMaximumStays() {
    onTrial();

    assertThat(addOns(DISK.column("addonmaxtrial", 20))).containsExactly(disk("10"));
  }

  @Test
  void addOnWhenOnTrialTakesTheServicesOwnMaximum() {
    onTrial();

    assertThat(addOns(DISK.column("addonmaxtrial", 2), Map.of("addonmaxtrial", 3)))
        .containsExactly(disk("3"));
  }

  @Test
  void addOnWhenNotOnTrialIgnoresTheTrialMaximum() {
    assertThat(addOns(DISK.column("addonmaxtrial", 2))).containsExactly(disk("10"));
  }

  @Test
  void addOnWhenMeteredIsItsMaximum() {
    assertThat(addOns(DISK.metered(100L), Map.of("intvalue", 5))).containsExactly(disk("100"));
  }

  @Test
  void addOnWhenMeteredTakesTheServicesOwnMaximum() {
    assertThat(addOns(DISK.metered(100L), Map.of("addonmax", 50))).containsExactly(disk("50"));
  }

  @Test
  void addOnWhenMeteredWithoutMaximumIsEmpty() {
    assertThat(addOns(DISK.metered(null))).containsExactly(disk(""));
  }

  /** Ordered, cancelled, ordered again: the panel keeps the row of the first time. */
  @Test
  void addOnWhenItWasOrderedBeforeTakesTheLivingOrder() {
    long addOn = standIn.addAddOn(ownTariff, DISK);
    standIn.orderedAddOn(item, addOn, Map.of("intvalue", 5, "status", 2));
    standIn.orderedAddOn(item, addOn, Map.of("intvalue", 90, "status", 4));

    assertThat(service().addOns()).containsExactly(disk("15"));
  }

  @Test
  void serviceWhenOnlyItsAccountMattersReadsNoOrder() {
    standIn.addAddOn(ownTariff, DISK);

    assertThat(panel.service(item, ServiceReadScope.ACCOUNT))
        .returns(List.of(), Service::addOns)
        .returns(ownTariff, service -> service.tariff().orElseThrow().id())
        .returns(Customer.of(OptionalLong.of(account), "", "", ""), Service::customer);
  }

  @Test
  void serviceWhenNumbersAreTypedOtherwiseIsRead() {
    standIn.addAddOn(ownTariff, DISK.column("addonmaxtrial", 5));
    standIn.sql("ALTER TABLE item MODIFY period DECIMAL(10,2)");
    onTrial();

    assertThat(service().addOns()).containsExactly(disk("5"));
  }

  @Test
  void addOnWhenAnotherServiceOrderedMoreIsNotTouched() {
    long addOn = standIn.addAddOn(ownTariff, DISK);
    standIn.orderedAddOn(standIn.order(account, ownTariff, module), addOn, Map.of("intvalue", 90));

    assertThat(service().addOns()).containsExactly(disk("10"));
  }

  @Test
  void addOnsWhenTariffChangedAreTheNewOnes() {
    standIn.addAddOn(ownTariff, DISK);
    long bigger = standIn.addTariff(TariffSpec.named("bigger"));
    standIn.addAddOn(bigger, DISK.included(50));
    standIn.changeTariff(item, bigger);

    assertThat(service().addOns()).containsExactly(disk("50"));
  }

  private void onTrial() {
    standIn.sql("UPDATE item SET period = -100 WHERE id = ?", item);
  }
}
