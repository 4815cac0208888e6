package io.github.billnextcloud.billmanager.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.WithPanel;
import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a panel sells, and who has it, as the doctor asks. */
class PanelDiagnosticsTest extends WithPanel {

  private final PanelDiagnostics checkup = new PanelDiagnostics(panel);

  /** What somebody has ordered of an add-on is a row of its own, and no service. */
  @Test
  void onlyServiceWhenItHasOrderedMoreIsStillTheOnlyOne() {
    long other = standIn.addModule(Map.of("base_url", "https://one.example.org"), Map.of());
    long own = standIn.addTariff(TariffSpec.named("own").servedBy(other));
    long only = standIn.order(account, own, other);
    standIn.param(only, "username", "ann", false);
    standIn.param(only, "url", "https://one.example.org", false);
    long ordered =
        standIn.orderedAddOn(
            only, standIn.addAddOn(own, AddOnSpec.disk("disk").in("gib")), Map.of("intvalue", 5));
    standIn.sql("UPDATE item SET status = 2 WHERE id = ?", only);
    standIn.sql("UPDATE item SET status = 2, processingmodule = ? WHERE id = ?", other, ordered);

    assertThat(checkup.accountsOfOnlyService(panel.processingModule(other))).containsExactly("ann");
  }

  /** As orders are read: a kind of charge that nobody has chosen is none that does not count. */
  @Test
  void soldWhenNobodySaysHowItIsChargedIsSold() {
    long other = standIn.addModule(Map.of(), Map.of());
    long own = standIn.addTariff(TariffSpec.named("own").servedBy(other));
    long disk = standIn.addAddOn(own, AddOnSpec.disk("disk").in("gib").included(10));
    standIn.sql("UPDATE pricelist SET billtype = NULL WHERE id = ?", disk);

    assertThat(checkup.tariffs(other))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.orders().get(0)).extracting(AddOn::name).containsExactly("disk");
              assertThat(it.sold()).extracting(AddOn::name).isEqualTo(List.of("disk"));
            });
  }
}
