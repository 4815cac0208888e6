package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor}, typed on a host where {@code dist/install.sh} has just been run. */
class InstalledDoctorIT {

  private static final Map<String, String> BARE = Map.of("LANG", "C", "LC_ALL", "C");

  @TempDir Path root;

  private ProgramRun type(String... options) throws Exception {
    String launcher = root.resolve("processing/pmnextcloud").toString();
    List<String> line = new ArrayList<>(List.of(launcher, "doctor"));
    line.addAll(List.of(options));
    return ProgramRun.run(Path.of("/"), BARE, line.toArray(String[]::new));
  }

  @Test
  void doctorWhenTheHostIsWholeFindsNoFaultOfItAndWhenItIsNotSaysWhat() throws Exception {
    ProgramRun installed =
        ProgramRun.run(Path.of("."), Map.of(), "dist/install.sh", "--prefix", root.toString());
    assertThat(installed.exitCode()).as(installed.stderr()).isZero();
    try (CloudStandIn cloud = CloudStandIn.start(Flavour.NEXTCLOUD_34);
        PanelStandIn panel = PanelStandIn.start(root)) {
      cloud.addGroup("clients");
      long module =
          panel.addModule(
              Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
              Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
      long tariff =
          panel.addTariff(
              TariffSpec.named("cloud_s").servedBy(module).param("usergroup", "clients"));
      panel.addAddOn(tariff, AddOnSpec.disk("disk disc").in("gib").included(10));

      ProgramRun well = type("--lang", "en");

      // On a new cloud customers find each other: that is said, and nothing else.
      assertThat(well.stdout())
          .contains("✔ Tariffs' groups", "! Customers apart", "Failed: 0, warnings: 1,");
      assertThat(well.exitCode()).isEqualTo(2);
      assertThat(well.stderr()).isEmpty();

      cloud.appPassword(CloudStandIn.ADMIN_PASSWORD);
      Files.delete(root.resolve("etc/xml/billmgr_mod_pmnextcloud.xml"));
      ProgramRun ill = type("--lang", "ru");
      Files.delete(root.resolve("lib/pmnextcloud/java"));
      assertThat(ill.exitCode()).isEqualTo(1);
      assertThat(ill.stderr()).isEmpty();
      assertThat(ill.stdout())
          .contains("✖ XML-описание", "✖ Изменения", "allowed_no_password_confirmation_ranges")
          .doesNotContain(CloudStandIn.ADMIN_PASSWORD);
    }
  }
}
