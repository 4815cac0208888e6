package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.AddOn.Type;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which add-ons count, by which name, and those that are no amounts: contract §4.14. */
class LocalPanelAddOnKindsTest extends WithAddOns {

  @Test
  void addOnWhenYesOrNoIsTheTariffs() {
    assertThat(addOns(office())).containsExactly(new AddOn("office", Type.BOOLEAN, "on", ""));
  }

  @Test
  void addOnWhenYesOrNoWasOrderedIsTheServices() {
    assertThat(addOns(office(), Map.of("boolvalue", "off")))
        .containsExactly(new AddOn("office", Type.BOOLEAN, "off", ""));
  }

  @Test
  void addOnWhenOneOfAListIsTheTariffs() {
    AddOnSpec region = region("ru-1");

    assertThat(addOns(region)).containsExactly(new AddOn("region", Type.ENUMERATION, "ru-1", ""));
  }

  @Test
  void addOnWhenOneOfAListWasOrderedIsTheServices() {
    AddOnSpec region = region("ru-1");

    assertThat(addOns(region, Map.of("enumerationitem", enumerationItem("de-2"))))
        .containsExactly(new AddOn("region", Type.ENUMERATION, "de-2", ""));
  }

  @Test
  void addOnWhenNameIsEmptyTakesItsTypes() {
    assertThat(addOns(AddOnSpec.disk("").in("gib").included(1)))
        .containsExactly(new AddOn("disk", Type.INTEGER, "1", "gib"));
  }

  @Test
  void addOnWhenNameIsNullTakesItsTypes() {
    assertThat(addOns(AddOnSpec.disk(null).ofType("disc").included(1)))
        .containsExactly(new AddOn("disc", Type.INTEGER, "1", ""));
  }

  @Test
  void addOnWhenInactiveDoesNotCount() {
    assertThat(addOns(DISK.column("active", "off"))).isEmpty();
  }

  /** Who has ordered it keeps it when it is not sold any more. */
  @Test
  void addOnWhenInactiveAndOrderedCounts() {
    assertThat(addOns(DISK.column("active", "off"), Map.of("intvalue", 5)))
        .containsExactly(disk("15"));
  }

  @Test
  void addOnWhenInactiveAndCancelledDoesNotCount() {
    assertThat(addOns(DISK.column("active", "off"), Map.of("intvalue", 5, "status", 4))).isEmpty();
  }

  @Test
  void addOnWhenInactiveHasASuccessorOfItsNameDoesNotCount() {
    standIn.addAddOn(ownTariff, AddOnSpec.disk("disc").in("gib").included(20));

    assertThat(addOns(DISK.column("active", "off"), Map.of("intvalue", 5)))
        .extracting(AddOn::value)
        .containsExactly("20");
  }

  @Test
  void namesWhenSplitByCommaOrBlankAreTheSame() {
    assertThat(addOns(AddOnSpec.disk(" disk, disc;space ").in("gib")).get(0).names())
        .containsExactly("disk", "disc", "space");
  }

  @Test
  void addOnWhenCompoundDoesNotCount() {
    assertThat(addOns(DISK.column("billtype", 4), Map.of("intvalue", 5))).isEmpty();
  }

  @Test
  void addOnWhenManualDoesNotCount() {
    assertThat(addOns(DISK.column("billtype", 10), Map.of("intvalue", 5))).isEmpty();
  }

  @Test
  void addOnWhenPartOfACompoundAndNotOrderedDoesNotCount() {
    assertThat(addOns(DISK.column("compound", 1))).isEmpty();
  }

  @Test
  void addOnWhenPartOfACompoundAndOrderedCounts() {
    assertThat(addOns(DISK.column("compound", 1), Map.of("intvalue", 5)))
        .containsExactly(disk("15"));
  }

  @Test
  void addOnsWhenThereAreSeveralComeInTheTariffsOrder() {
    standIn.addAddOn(ownTariff, DISK);
    standIn.addAddOn(ownTariff, office());

    assertThat(service().addOns()).extracting(AddOn::name).containsExactly("disk disc", "office");
  }

  private static AddOnSpec office() {
    return AddOnSpec.disk("office")
        .ofType("office")
        .column("addontype", AddOnSpec.BOOLEAN)
        .column("addonbool", "on");
  }

  private static AddOnSpec region(String chosen) {
    return AddOnSpec.disk("region")
        .ofType("region")
        .column("addontype", AddOnSpec.ENUMERATION)
        .column("enumerationitem", enumerationItem(chosen));
  }

  private static long enumerationItem(String name) {
    Map<String, Object> row = new HashMap<>();
    row.put("enumeration", standIn.insert("enumeration", Map.of("intname", "regions")));
    row.put("intname", name);
    return standIn.insert("enumerationitem", row);
  }
}
