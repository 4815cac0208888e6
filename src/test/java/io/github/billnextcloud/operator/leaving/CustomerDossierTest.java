package io.github.billnextcloud.operator.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.Main;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two customers of one cloud, of whom one asks what is kept. */
class CustomerDossierTest {

  private static final String SECRET = "Ann's own passw0rd";

  @TempDir Path root;

  private PanelStandIn panel;
  private CloudStandIn cloud;
  private long ann;
  private long anns;
  private long bobs;

  @BeforeEach
  void start() throws IOException {
    cloud = CloudStandIn.start(Flavour.NEXTCLOUD_34);
    panel = PanelStandIn.start(root);
    Map<String, String> settings =
        Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN);
    long module = panel.addModule(settings, Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
    long tariff = panel.addTariff(TariffSpec.named("cloud_s"));
    ann = panel.addAccount("Account of Ann", "ann@example.org", "Ann", "en");
    long bob = panel.addAccount("Account of Bob", "bob@example.org", "Bob", "en");
    anns = ordered(ann, tariff, module, "ann");
    bobs = ordered(bob, tariff, module, "bob");
    panel.param(anns, "userpassword", SECRET, true);
    Files.writeString(
        Files.createDirectories(root.resolve("var")).resolve("pmnextcloud.log"),
        """
        2026-11-23T03:40:12.000Z [42] INFO item={ann} asked: open
        2026-11-23T03:40:13.000Z [42] INFO item={ann} module=3 did: create ann with {secret}
        2026-11-23T03:40:14.000Z [42] INFO item={ann} module=3 answered: exit code 0 after 20 ms
        2026-11-23T03:41:00.000Z [43] INFO item={bob} asked: suspend
        2026-11-23T03:41:01.000Z [43] INFO item={bob} did: disable bob
        2026-11-24T02:00:00.000Z [44] INFO module=3 asked: stat
        2026-11-24T02:00:01.000Z [44] WARN module=3 not counted: service {ann}: ann shares its user with service {bob}
        2026-11-24T02:00:02.000Z [44] WARN module=3 not counted: service {bob}: bob is not in the cloud
        """
            .replace("{ann}", Long.toString(anns))
            .replace("{bob}", Long.toString(bobs))
            .replace("{secret}", SECRET));
  }

  private long ordered(long account, long tariff, long module, String login) {
    long item = panel.order(account, tariff, module);
    panel.sql("UPDATE item SET status = 2, opendate = NOW() WHERE id = ?", item);
    panel.param(item, "username", login, false);
    panel.param(item, "url", cloud.url().toString(), false);
    cloud.addAccount(login);
    panel.insert(
        "itemstat",
        Map.of("item", item, "statdate", "2026-11-24", "param", "disk", "value", item + ".5"));
    return item;
  }

  @AfterEach
  void stop() throws IOException {
    panel.close();
    cloud.close();
  }

  private String dossier(int exitCode, String... options) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] args = new String[options.length + 1];
    args[0] = "dossier";
    System.arraycopy(options, 0, args, 1, options.length);
    assertThat(Main.run(InputStream.nullInputStream(), said, root, args)).isEqualTo(exitCode);
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void dossierWhenAskedForHasAllOfTheCustomer() {
    assertThat(dossier(0, "--account", Long.toString(ann)))
        .contains("email=\"ann@example.org\"", "<param name=\"username\">ann</param>")
        .contains("<observed username=\"ann\" present=\"yes\"")
        .contains("<figure day=\"2026-11-24\" name=\"disk\" value=\"" + anns + ".5")
        .contains("command=\"open\" exit=\"0\"", "did: create ann with ***")
        .contains("not counted: service " + anns + ": ann shares its user with service …");
  }

  @Test
  void dossierWhenAskedForHasNothingOfAnybodyElse() {
    assertThat(dossier(0, "--account", Long.toString(ann)))
        .doesNotContain("bob", "Bob", "item id=\"" + bobs, "service " + bobs)
        .doesNotContain(SECRET, CloudStandIn.ADMIN_PASSWORD, "nc_username");
  }

  @Test
  void dossierWhenTheCustomerHasNothingSaysSo() {
    long carol = panel.addAccount("Account of Carol", "carol@example.org", "Carol", "en");

    dossier(64, "--account", Long.toString(carol));
  }

  @Test
  void dossierWhenTheCloudIsDownHasTheRest() {
    cloud.close();

    assertThat(dossier(0, "--account", Long.toString(ann)))
        .contains("<observed error=", "did: create ann");
  }
}
