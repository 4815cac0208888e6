package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.AddOn.Type;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A service of a tariff of its own, whose add-ons each test sets. */
abstract class WithAddOns extends WithPanel {

  static final AddOnSpec DISK = AddOnSpec.disk("disk disc").in("gib").included(10);

  long ownTariff;

  @BeforeEach
  void orderOfOwnTariff() {
    ownTariff = standIn.addTariff(TariffSpec.named("own").servedBy(module));
    item = standIn.order(account, ownTariff, module);
  }

  List<AddOn> addOns(AddOnSpec spec) {
    standIn.addAddOn(ownTariff, spec);
    return service().addOns();
  }

  List<AddOn> addOns(AddOnSpec spec, Map<String, ?> ordered) {
    standIn.orderedAddOn(item, standIn.addAddOn(ownTariff, spec), ordered);
    return service().addOns();
  }

  static AddOn disk(String value) {
    return new AddOn("disk disc", Type.INTEGER, value, "gib");
  }
}
