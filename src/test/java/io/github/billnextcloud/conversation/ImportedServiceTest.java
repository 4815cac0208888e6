package io.github.billnextcloud.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An imported account is the service's own: it lives on like one that was opened here. */
class ImportedServiceTest {

  @TempDir Path root;

  @Test
  void importWritesNothingToTheCloudAndTheServiceLivesOn() throws IOException {
    try (CloudStandIn cloud = CloudStandIn.start(Flavour.NEXTCLOUD_29, "");
        PanelStandIn panel = PanelStandIn.start(root)) {
      Account anna = cloud.addAccount("anna");
      anna.setDisplayName("Anna Berg");
      cloud.addAccount("bert");
      long module =
          panel.addModule(
              Map.of("base_url", cloud.url() + "/", "nc_username", CloudStandIn.ADMIN),
              Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
      long tariff = panel.addTariff(TariffSpec.named("tariff").servedBy(module));
      panel.addAddOn(tariff, AddOnSpec.disk("disk").in("gib").included(7));
      String intname =
          panel.query("SELECT intname FROM pricelist WHERE id = ?", tariff).get(0).get("intname");
      Scene before = new Scene(panel, cloud, 0, 0);
      cloud.forgetRequests();

      Scene.Said said =
          before.ask(
              "",
              "import",
              "--module",
              "" + module,
              "--searchstring",
              "BERG  ann",
              "--tariff",
              intname,
              "--apply");

      assertThat(said.exitCode()).as(said.stdout()).isZero();
      assertThat(cloud.writes()).isEmpty();
      long item =
          Long.parseLong(panel.query("SELECT item FROM itemparam LIMIT 1").get(0).get("item"));
      assertThat(said.stdout()).startsWith("anna: service " + item + "\n").doesNotContain("bert");
      assign(panel, item);
      ask(panel, cloud, item, "suspend");
      assertThat(anna.enabled()).isFalse();
      ask(panel, cloud, item, "resume");
      assertThat(anna.enabled()).isTrue();
      ask(panel, cloud, item, "setparam");
      assertThat(anna.quota()).isEqualTo("7 GB");
    }
  }

  /** The staff gives it to a customer. */
  private static void assign(PanelStandIn panel, long item) {
    long account = panel.addAccount("Anna", "anna@example.org", "Anna Berg", "en");
    panel.sql("UPDATE item SET account = ? WHERE id = ?", account, item);
  }

  private static void ask(PanelStandIn panel, CloudStandIn cloud, long item, String command) {
    long operation = panel.beginOperation(item, command);
    Scene.Said said =
        new Scene(panel, cloud, item, operation)
            .ask(
                "",
                "--command",
                command,
                "--item",
                "" + item,
                "--runningoperation",
                "" + operation);
    assertThat(said.exitCode()).as(said.stdout()).isZero();
    assertThat(panel.operationOpen(operation)).isFalse();
  }
}
