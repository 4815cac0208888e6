package io.github.billnextcloud.billmanager;

import static io.github.billnextcloud.standin.panel.AddOnSpec.BOOLEAN;
import static io.github.billnextcloud.standin.panel.AddOnSpec.ENUMERATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.DailyUsageStore.Counted;
import io.github.billnextcloud.billmanager.DailyUsageStore.Metered;
import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.AddOn.Type;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tariff's add-ons by which usage may be charged. */
class MeteredAddOnsTest extends WithStatistics {

  private static final AddOnSpec GIB_DISK = AddOnSpec.disk("disk disc").in("gib");

  @Test
  void addOnsWhenMeteredKnowTheirUnitsKey() {
    assertThat(addOns(GIB_DISK.metered(100L)))
        .containsExactly(
            new Metered(new AddOn("disk disc", Type.INTEGER, "", "gib"), OptionalLong.of(GIB)));
  }

  @Test
  void addOnsWhenOrderedAreThereToo() {
    assertThat(addOns(GIB_DISK)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"mib, 1", "byte, 2", "tib, 5", "pcs, 7"})
  void addOnsWhenInAnotherUnitKnowItsKey(String unit, long key) {
    assertThat(addOns(AddOnSpec.disk("disk").in(unit)))
        .extracting(Metered::measure)
        .containsExactly(OptionalLong.of(key));
  }

  @Test
  void addOnsWhenWithoutUnitHaveNone() {
    assertThat(addOns(AddOnSpec.disk("disk")))
        .containsExactly(
            new Metered(new AddOn("disk", Type.INTEGER, "", ""), OptionalLong.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void addOnsWhenWithoutNameHaveTheirTypes(String name) {
    assertThat(addOns(AddOnSpec.disk(name).ofType("disk")))
        .extracting(it -> it.addOn().name())
        .containsExactly("disk");
  }

  @Test
  void addOnsWhenNameIsNullHaveTheirTypes() {
    assertThat(addOns(AddOnSpec.disk(null).ofType("storage")))
        .extracting(it -> it.addOn().name())
        .containsExactly("storage");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 10})
  void addOnsWhenCompoundOrManualAreLeftOut(int billtype) {
    assertThat(addOns(GIB_DISK.column("billtype", billtype))).isEmpty();
  }

  @Test
  void addOnsWhenPartOfACompoundOneAreLeftOut() {
    assertThat(addOns(GIB_DISK.column("compound", 1))).isEmpty();
    assertThat(addOns(GIB_DISK.column("compound", 0))).hasSize(1);
  }

  @Test
  void addOnsOfAServiceWhenItHasOrderedAPartOfACompoundOneHaveThatPart() {
    long own = standIn.addTariff(TariffSpec.named("own").servedBy(module));
    long sizes = standIn.addAddOn(own, AddOnSpec.disk("sizes").column("billtype", 4));
    long small = standIn.addAddOn(own, GIB_DISK.column("compound", sizes));
    long large = standIn.addAddOn(own, AddOnSpec.disk("disk").in("tib").column("compound", sizes));
    standIn.addAddOn(own, AddOnSpec.disk("traffic").in("mib"));
    standIn.orderedAddOn(item, large, Map.of("intvalue", 5));
    standIn.orderedAddOn(item, small, Map.of("intvalue", 5, "status", 4));

    assertThat(units(item, own)).containsExactlyInAnyOrder("mib", "tib");
    assertThat(units(item + 1, own)).containsExactly("mib");
  }

  /** A figure has no more than a name to be found by. */
  @Test
  void addOnsOfAServiceWhenTwoShareANameAreOne() {
    long own = standIn.addTariff(TariffSpec.named("own").servedBy(module));
    standIn.addAddOn(own, AddOnSpec.disk("disk").in("mib"));
    long sizes = standIn.addAddOn(own, AddOnSpec.disk("sizes").column("billtype", 4));
    long part = standIn.addAddOn(own, GIB_DISK.column("compound", sizes));
    standIn.orderedAddOn(item, part, Map.of("intvalue", 5));

    assertThat(units(item, own)).as("what was ordered").containsExactly("gib");
    assertThat(units(item + 1, own)).containsExactly("mib");

    standIn.sql("UPDATE pricelist SET active = 'off' WHERE id = ?", part);
    end();
    begin();
    assertThat(units(item, own)).as("what is sold").containsExactly("mib");
  }

  @Test
  void addOnsOfAServiceWhenAnotherHasWhatIsSoldNoMoreAreItsOwn() {
    long own = standIn.addTariff(TariffSpec.named("own").servedBy(module));
    long former = standIn.addAddOn(own, AddOnSpec.disk("disc").in("mib").column("active", "off"));
    standIn.addAddOn(own, AddOnSpec.disk("disk").in("gib"));
    standIn.orderedAddOn(item, former, Map.of("intvalue", 5));

    assertThat(units(item, own)).containsExactly("gib", "mib");
    assertThat(units(item + 1, own)).containsExactly("gib");
  }

  @Test
  void addOnsWhenInactiveAreLeftOut() {
    assertThat(addOns(GIB_DISK.column("active", "off"), GIB_DISK.column("active", null))).isEmpty();
  }

  @Test
  void addOnsWhenInactiveAndOrderedAreThere() {
    long own = standIn.addTariff(TariffSpec.named("own").servedBy(module));
    long former = standIn.addAddOn(own, GIB_DISK.column("active", "off"));
    standIn.orderedAddOn(item, former, Map.of("intvalue", 5));

    assertThat(units(item, own)).hasSize(1);
  }

  @Test
  void addOnsWhenTheyAreNoNumbersAreLeftOut() {
    assertThat(
            addOns(
                GIB_DISK.column("addontype", BOOLEAN), GIB_DISK.column("addontype", ENUMERATION)))
        .isEmpty();
  }

  @Test
  void addOnsWhenNobodySaysHowTheyAreBilledAreThere() {
    assertThat(addOns(GIB_DISK.column("billtype", null))).hasSize(1);
  }

  @Test
  void addOnsWhenOfAnotherTariffAreLeftOut() {
    assertThat(units(item, tariff)).isEmpty();
  }

  private List<Metered> addOns(AddOnSpec... specs) {
    long own = standIn.addTariff(TariffSpec.named("own").servedBy(module));
    Arrays.stream(specs).forEach(spec -> standIn.addAddOn(own, spec));
    return addOns(item, own);
  }

  private List<Metered> addOns(long service, long own) {
    return statistics.addOns(new Counted(service, own, false, "ann", ""));
  }

  private List<String> units(long service, long own) {
    return addOns(service, own).stream().map(it -> it.addOn().unit()).toList();
  }
}
