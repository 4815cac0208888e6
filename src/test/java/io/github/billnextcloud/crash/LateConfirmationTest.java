package io.github.billnextcloud.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.Main;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.Call;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program alone is killed; the mgrctl that it has started goes on, and comes late. */
@Timeout(600)
class LateConfirmationTest {

  @TempDir Path root;

  @Test
  void suspendWhenTheConfirmationOfAKilledResumeIsStillOnItsWayComesAfterIt() throws Exception {
    try (PanelStandIn panel = PanelStandIn.start(root);
        CloudStandIn cloud = CloudStandIn.start(Flavour.NEXTCLOUD_34)) {
      long item = suspended(panel, cloud);
      delay("service.postresume");
      Process resume = begin(panel, "resume", item);
      while (!Files.exists(root.resolve("on-its-way"))) {
        Thread.sleep(20);
      }
      resume.destroyForcibly().waitFor();
      assertThat(begin(panel, "suspend", item).waitFor()).isZero();

      assertThat(panel.calls())
          .extracting(Call::func)
          .containsSubsequence("service.postresume", "service.postsuspend");
      assertThat(panel.status(item)).isEqualTo(3);
      assertThat(cloud.account("ann").orElseThrow().enabled()).isFalse();
    }
  }

  private static long suspended(PanelStandIn panel, CloudStandIn cloud) {
    long module =
        panel.addModule(
            Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
    long tariff = panel.addTariff(TariffSpec.named("cloud_s").servedBy(module));
    long item = panel.order(panel.addAccount("ann", "a@example.org", "Ann", "en"), tariff, module);
    panel.param(item, "username", "ann", false);
    panel.param(item, "url", cloud.url().toString(), false);
    panel.sql("UPDATE item SET status = 3, opendate = NOW() WHERE id = ?", item);
    cloud.addAccount("ann").setEnabled(false);
    return item;
  }

  /** The panel takes its time over this function: longer than a suspension that does not wait. */
  private void delay(String function) throws IOException {
    Path mgrctl = root.resolve("sbin/mgrctl");
    Path panels = Files.move(mgrctl, root.resolve("sbin/of-the-panel"));
    Files.writeString(
        mgrctl,
        """
        #!/bin/sh
        case $* in
          *%s*)
            touch '%s'
            for tenth in $(seq 3000); do
              ! grep -q 'asked: suspend' '%s' || break
              sleep 0.1
            done
            sleep 3
            ;;
        esac
        '%s' "$@"
        """
            .formatted(
                function, root.resolve("on-its-way"), root.resolve("var/pmnextcloud.log"), panels));
    Files.setPosixFilePermissions(mgrctl, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process begin(PanelStandIn panel, String command, long item) throws IOException {
    long operation = panel.beginOperation(item, command);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dslf4j.internal.verbosity=WARN",
            "-Dpmnextcloud.root=" + root,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--command",
            command,
            "--item",
            Long.toString(item),
            "--runningoperation",
            Long.toString(operation))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
