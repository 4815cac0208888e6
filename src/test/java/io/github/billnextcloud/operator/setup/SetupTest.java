package io.github.billnextcloud.operator.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A product set up in a panel: told first, made once, and then left alone. */
class SetupTest extends WithSetup {

  private static final int STEPS = 22;

  /** Three params, the type of seats, a tariff, its two add-ons, and that it sells a team. */
  private static final int STEPS_FOR_TEAMS = STEPS + 10;

  @Test
  void setupWhenNotAppliedChangesNothing() {
    Map<String, List<Map<String, String>>> before = tables();

    CommandResult answer = setUp();

    assertThat(answer.exitCode()).isZero();
    assertThat(states(answer)).hasSize(STEPS).containsOnly("missing");
    assertThat(asked()).isEmpty();
    assertThat(tables()).isEqualTo(before);
  }

  @Test
  void setupWhenNotAppliedTellsTheVeryCalls() {
    assertThat(setUp().text())
        .contains("sbin/mgrctl -m billmgr -o xml itemtype.edit intname=nextcloud")
        .contains("'name_ru=Облачное хранилище'")
        .contains("itemtype.param.edit 'plid=<id of the product type nextcloud>' intname=username")
        .contains("-e 'nc_password=$PMNEXTCLOUD_NC_PASSWORD'")
        .contains("22 of 22 are missing")
        .doesNotContain(PASSWORD);
  }

  @Test
  void setupWhenAppliedMakesEverything() {
    CommandResult answer = setUp("--apply");

    assertThat(answer.exitCode()).isZero();
    assertThat(states(answer)).hasSize(STEPS).containsOnly("made");
    assertThat(panel.query("SELECT * FROM itemtype WHERE intname = 'nextcloud'"))
        .singleElement()
        .satisfies(
            type ->
                assertThat(type)
                    .containsEntry("name", "Cloud storage")
                    .containsEntry("name_ru", "Облачное хранилище")
                    .containsEntry("monthly", "on")
                    .containsEntry("annually", "on"));
    assertThat(
            panel.query(
                "SELECT p.intname, p.crypted, p.editvisible, p.editreadlevel, p.editwritelevel"
                    + " FROM itemtypeparam p JOIN itemtype t ON t.id = p.itemtype"
                    + " WHERE t.intname = 'nextcloud' ORDER BY p.id"))
        .extracting(row -> String.join(" ", row.values()))
        .containsExactly(
            "username off on 16 29",
            "userpassword on on 16 29",
            "url off on 16 29",
            "webdav_url off on 16 29",
            "phone_link off on 16 29",
            "space_used off on 16 29",
            "quota_notice off on 16 29",
            "order_link off on 16 29",
            "delete_after off on 16 29",
            "inactivity_notice off on 16 29",
            "send_letter off on 16 16",
            "letter_report off on 16 29",
            "last_login off on 29 29");
  }

  @Test
  void setupWhenForTeamsTellsWhatTheyNeedAndChangesNothing() {
    Map<String, List<Map<String, String>>> before = tables();

    CommandResult answer = setUp("--team");

    assertThat(states(answer)).hasSize(STEPS_FOR_TEAMS).containsOnly("missing");
    assertThat(answer.text())
        .contains("intname=members name=Members 'name_ru=Участники'")
        .contains("'plid=<id of the tariff cloud_team>' 'itemtype=<id of the add-on type seats>'")
        .contains("pricelist.edit 'elid=<id of the tariff cloud_team>' team=auto sok=ok");
    assertThat(tables()).isEqualTo(before);
  }

  @Test
  void setupWhenForTeamsMakesTariffSeatsAndParamsOnce() {
    assertThat(states(setUp("--team", "--apply"))).hasSize(STEPS_FOR_TEAMS).containsOnly("made");

    assertThat(
            panel.query(
                "SELECT intname, crypted, editvisible, editreadlevel, editwritelevel, inputtype"
                    + " FROM itemtypeparam WHERE intname LIKE 'member%' ORDER BY id"))
        .extracting(row -> String.join(" ", row.values()))
        .containsExactly(
            "members off on 16 16 4",
            "members_report off on 16 29 0",
            "member_passwords on on 16 29 0",
            "member_passwords_2 on on 16 29 0",
            "member_passwords_3 on on 16 29 0");
    assertThat(
            panel.query(
                "SELECT t.active, d.intname, d.addonlimit, d.billtype, d.addonmax, u.intname unit,"
                    + " s.value FROM pricelist t JOIN pricelist d ON d.parent = t.id"
                    + " JOIN measure u ON u.id = d.measure JOIN pricelistparam s"
                    + " ON s.pricelist = t.id AND s.intname = 'team'"
                    + " WHERE t.intname = 'cloud_team' ORDER BY d.id"))
        .extracting(row -> String.join(" ", row.values()))
        .containsExactly("off disk 100 2 1024 gib auto", "off seats 5 2 500 pcs auto");

    Map<String, List<Map<String, String>>> made = tables();
    assertThat(states(setUp("--team", "--apply"))).containsOnly("there");
    assertThat(asked()).isEmpty();
    assertThat(tables()).isEqualTo(made);
  }

  @Test
  void setupWhenForTeamsLaterAddsOnlyWhatIsMissing() {
    setUp("--apply");

    assertThat(states(setUp("--team", "--apply")).stream().filter("made"::equals))
        .hasSize(STEPS_FOR_TEAMS - STEPS);
  }

  @Test
  void setupWhenThePanelHasATypeOfItsOwnSellsByIt() throws IOException {
    assertThatThrownBy(() -> setUp("--itemtype", "team_cloud"))
        .hasMessageContaining("etc/pmnextcloud.itemtypes");

    Files.writeString(
        root.resolve("etc/pmnextcloud.itemtypes"),
        "team_cloud # наш\n",
        Charset.forName("windows-1251"));

    assertThat(setUp("--itemtype", "team_cloud").text())
        .contains("itemtype.edit intname=team_cloud");
  }

  @Test
  void tariffsWhenMadeAreInactiveAndHaveTheirDisk() {
    setUp("--apply");

    assertThat(
            panel.query(
                "SELECT t.intname, t.active, t.project, m.name, d.intname disk, d.addonlimit,"
                    + " u.intname unit, d.billtype, d.addontype, d.active on_sale FROM pricelist t"
                    + " JOIN processingmodule2pricelist l ON l.pricelist = t.id"
                    + " JOIN processingmodule m ON m.id = l.processingmodule"
                    + " JOIN pricelist d ON d.parent = t.id JOIN measure u ON u.id = d.measure"
                    + " ORDER BY t.id"))
        .extracting(row -> String.join(" ", row.values()))
        .containsExactly(
            "cloud_s off 1 Nextcloud disk 10 gib 2 2 on",
            "cloud_m off 1 Nextcloud disk 50 gib 2 2 on",
            "cloud_l off 1 Nextcloud disk 200 gib 2 2 on");
  }

  @Test
  void moduleWhenMadeHasItsPasswordAndNobodySawIt() {
    CommandResult answer = setUp("--apply", "--name", "Cloud of Ann");

    assertThat(panel.query("SELECT name, module, datacenter FROM processingmodule"))
        .containsExactly(
            Map.of("name", "Cloud of Ann", "module", "pmnextcloud", "datacenter", "2"));
    long id = Long.parseLong(panel.query("SELECT id FROM processingmodule").get(0).get("id"));
    assertThat(new LocalPanel(root).processingModule(id))
        .returns("https://cloud.example.org", module -> module.setting("base_url"))
        .returns("billing", module -> module.setting("nc_username"))
        .returns(PASSWORD, module -> module.secret("nc_password").reveal());
    assertThat(panel.calls())
        .flatExtracting(call -> call.argv())
        .contains("nc_password=$PMNEXTCLOUD_NC_PASSWORD")
        .noneMatch(argument -> argument.contains(PASSWORD));
    assertThat(answer.text()).doesNotContain(PASSWORD);
  }

  @Test
  void setupWhenAppliedAgainMakesNothing() {
    setUp("--apply");
    Map<String, List<Map<String, String>>> before = tables();

    CommandResult again = setUp("--apply");

    assertThat(again.exitCode()).isZero();
    assertThat(states(again)).hasSize(STEPS).containsOnly("there");
    assertThat(asked()).isEmpty();
    assertThat(tables()).isEqualTo(before);
    assertThat(setUp().text()).contains("Everything is there");
  }

  @Test
  void setupWhenTypeAndModuleAreThereUsesThem() {
    long module = panel.addModule(Map.of("base_url", "https://cloud.example.org/"), Map.of());

    CommandResult answer = setUp("--apply", "--itemtype", "backupservice");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text())
        .contains("there    The product type backupservice: 'Cloud storage', id 120")
        .contains("there    The add-on type disk: 'disk', id 121")
        .contains("there    The processing module of pmnextcloud: 'Nextcloud' at https://cloud");
    assertThat(panel.query("SELECT DISTINCT processingmodule FROM processingmodule2pricelist"))
        .containsExactly(Map.of("processingmodule", String.valueOf(module)));
  }

  @Test
  void diskWhenThePanelPutOneInIsChangedAndStaysTheOnlyOne() {
    panel.addModule(Map.of("base_url", "https://cloud.example.org"), Map.of());

    setUp("--apply", "--itemtype", "backupservice");

    assertThat(panel.query("SELECT addonlimit FROM pricelist WHERE parent IS NOT NULL"))
        .extracting(row -> row.get("addonlimit"))
        .containsExactly("10", "50", "200");
  }

  @Test
  void diskWhenItIsTheProvidersOwnStaysAsItIs() {
    setUp("--apply");
    panel.sql("UPDATE pricelist SET addonlimit = 77 WHERE addonlimit = 50");

    CommandResult again = setUp("--apply");

    assertThat(again.exitCode()).isZero();
    assertThat(again.text()).contains("cloud_m: 77 gib included; a new one would have 50");
    assertThat(asked()).isEmpty();
  }

  @Test
  void moduleWhenOfAnotherCloudIsNotTaken() {
    panel.addModule(Map.of("base_url", "https://other.example.org"), Map.of());

    setUp("--apply");

    assertThat(
            panel.query(
                "SELECT DISTINCT s.value FROM processingmodule2pricelist l JOIN processingparam s"
                    + " ON s.processingmodule = l.processingmodule AND s.intname = 'base_url'"))
        .containsExactly(Map.of("value", "https://cloud.example.org"));
  }

  @Test
  void moduleWhenItServesOnlyOtherProductsIsNotTaken() {
    long other = panel.addModule(Map.of("base_url", "https://cloud.example.org"), Map.of());
    panel.addTariff(TariffSpec.named("backup").servedBy(other));

    setUp("--apply");

    assertThat(panel.query("SELECT id FROM processingmodule")).hasSize(2);
  }

  @Test
  void placesWhenNamedAreTaken() {
    panel.insert("project", Map.of("id", 5, "name", "Second provider"));
    panel.insert("datacenter", Map.of("id", 9, "name", "Second"));

    setUp("--apply", "--project", "5", "--datacenter", "9");

    assertThat(panel.query("SELECT DISTINCT project FROM pricelist WHERE parent IS NULL"))
        .containsExactly(Map.of("project", "5"));
    assertThat(panel.query("SELECT datacenter FROM processingmodule"))
        .containsExactly(Map.of("datacenter", "9"));
  }
}
