package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.SoldQuotaCalculator;
import io.github.billnextcloud.provisioning.team.SeatLimit;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whose add-ons a service has: all that the panel does not call deleted (contract §4.14); seen by
 * what is sold by them, each of which has 5 ordered beside what the tariff includes.
 */
class AddOnStatusTest extends WithAddOns {

  private static final long INCLUDED = 10;

  private long disk;
  private long seats;
  private long office;

  @BeforeEach
  void addOnsOfATeam() {
    disk = standIn.addAddOn(ownTariff, DISK);
    seats = standIn.addAddOn(ownTariff, AddOnSpec.disk("seats").ofType("seats").included(INCLUDED));
    office =
        standIn.addAddOn(
            ownTariff, AddOnSpec.disk("office").column("addontype", 1).column("addonbool", "off"));
    tariffParam("addon_groups", "office=office-users");
    tariffParam("addon_groups_without", "office=no-office");
  }

  private void tariffParam(String name, String value) {
    standIn.insert(
        "pricelistparam", Map.of("pricelist", ownTariff, "intname", name, "value", value));
  }

  private Service ordered(Integer status) {
    for (Map.Entry<Long, Map<String, ?>> addOn :
        Map.<Long, Map<String, ?>>of(
                disk, Map.of("intvalue", 5),
                seats, Map.of("intvalue", 5),
                office, Map.of("boolvalue", "on"))
            .entrySet()) {
      Map<String, Object> row = new HashMap<>(addOn.getValue());
      row.put("status", status);
      standIn.orderedAddOn(item, addOn.getKey(), row);
    }
    return service();
  }

  /** Also a status that nobody tells, or that we do not know. */
  @ParameterizedTest
  @NullSource
  @ValueSource(ints = {1, 2, 3, 5, 7})
  void addOnsWhenAnyThatIsNotDeletedCount(Integer status) {
    assertThat(ordered(status))
        .returns(Quota.ofBytes(15L << 30), SoldQuotaCalculator::quota)
        .returns(OptionalInt.of(15), SeatLimit::of)
        .satisfies(it -> assertThat(Policy.groups(it)).contains("office-users"))
        .satisfies(it -> assertThat(Policy.groups(it)).doesNotContain("no-office"));
  }

  @Test
  void addOnsWhenDeletedAreWhatTheTariffIncludes() {
    assertThat(ordered(4))
        .returns(Quota.ofBytes(INCLUDED << 30), SoldQuotaCalculator::quota)
        .returns(OptionalInt.of((int) INCLUDED), SeatLimit::of)
        .satisfies(it -> assertThat(Policy.groups(it)).contains("no-office"))
        .satisfies(it -> assertThat(Policy.groups(it)).doesNotContain("office-users"));
  }

  @Test
  void addOnsWhenDeletedAreNoPartsOfACompoundOne() {
    standIn.sql("UPDATE pricelist SET compound = ? WHERE id = ?", disk, seats);

    assertThat(ordered(4).addOns()).extracting(AddOn::name).doesNotContain("seats");
  }

  @Test
  void addOnsWhenDeletedAndSoldNoMoreAreNone() {
    standIn.sql("UPDATE pricelist SET active = 'off' WHERE parent = ?", ownTariff);

    assertThat(ordered(4).addOns()).isEmpty();
  }
}
