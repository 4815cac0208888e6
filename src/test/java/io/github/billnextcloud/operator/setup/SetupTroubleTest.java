package io.github.billnextcloud.operator.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import org.junit.jupiter.api.Test;

/** A panel that does not do what we ask: it is told what to click, and the rest goes on. */
class SetupTroubleTest extends WithSetup {

  private static final String REFUSAL =
      "ERROR Error: Type: 'access' Object: 'func' Value: 'not allowed'\n";
  private static final String RESTARTING =
      "ERROR Error: Type: 'client' Object: 'open' Value: 'billmgr'\n";

  @Test
  void setupWhenAParamIsRefusedTellsItAndGoesOn() {
    panel.failNext("itemtype.param.edit", 1, REFUSAL, "");

    CommandResult answer = setUp("--apply");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(states(answer)).containsOnlyOnce("refused").contains("made").doesNotContain("waits");
    assertThat(answer.text())
        .contains("refused  The param username\n")
        .contains("itemtype.param.edit: the panel answered 'access' func not allowed")
        .contains("by hand: Products → Product types → nextcloud → Parameters → Add")
        .contains("1 of 22 are not done");
  }

  @Test
  void setupWhenRunAgainMakesWhatWasRefused() {
    panel.failNext("itemtype.param.edit", 1, REFUSAL, "");
    setUp("--apply");

    CommandResult again = setUp("--apply");

    assertThat(again.exitCode()).isZero();
    assertThat(states(again)).containsOnlyOnce("made");
    assertThat(asked())
        .singleElement()
        .asString()
        .matches("itemtype.param.edit plid=\\d+ intname=username .*");
  }

  @Test
  void setupWhenTheTypeIsRefusedHoldsBackWhatBuildsOnIt() {
    panel.failNext("itemtype.edit", 1, REFUSAL, "");

    CommandResult answer = setUp("--apply");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(states(answer)).startsWith("refused", "waits").doesNotContain("made");
    assertThat(answer.text()).contains("needs first the product type nextcloud");
    assertThat(asked()).hasSize(1);
  }

  @Test
  void setupWhenThePanelSaysOkAndDoesNothingIsNotFooled() {
    panel.failNext("itemtype.detail.edit", 0, "", "<doc><ok/></doc>");

    CommandResult answer = setUp("--apply");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text())
        .contains("refused  The add-on type disk\n")
        .contains("its tables do not show it")
        .contains("waits    The disk of the tariff cloud_s\n");
  }

  @Test
  void setupWhenThePanelRestartsWaitsForIt() {
    panel.failNext("itemtype.param.edit", 1, RESTARTING, "");

    assertThat(setUp("--apply").exitCode()).isZero();
  }

  @Test
  void setupWhenTheCloudIsNotToldMakesWhatItCan() {
    CommandResult answer = typed("--apply", "--login", "billing");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text())
        .contains("made     The add-on type disk")
        .contains("waits    The processing module of pmnextcloud\n")
        .contains("needs its settings: --url, --password-env")
        .contains("needs first the processing module")
        .contains("needs first the tariff cloud_l");
  }

  @Test
  void setupWhenThePlacesAreNotThereWaits() {
    assertThat(setUp("--apply", "--datacenter", "1").text())
        .contains("needs a data centre with the id 1");
    assertThat(setUp("--apply", "--project", "7").text()).contains("needs a provider in the panel");
  }

  @Test
  void tariffWhenThePanelMakesItActiveIsTold() {
    panel.sql(
        "CREATE TRIGGER at_once BEFORE INSERT ON pricelist FOR EACH ROW SET NEW.active = 'on'");

    CommandResult answer = setUp("--apply");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text())
        .contains("amiss    The tariff cloud_s\n")
        .contains("The panel made it active: disable it");
  }

  @Test
  void moduleWhenItsSettingsWereNotSavedIsTold() {
    panel.sql(
        "CREATE TRIGGER forgetful BEFORE INSERT ON processingparam FOR EACH ROW SET NEW.value=''");

    assertThat(setUp("--apply").text())
        .contains("amiss    The processing module of pmnextcloud\n")
        .contains("without its settings")
        .contains("needs first the processing module");
  }

  @Test
  void moduleWhenItsPasswordWasNotSavedIsTold() {
    panel.sql(
        "CREATE TRIGGER open_door BEFORE INSERT ON processingcryptedparam FOR EACH ROW"
            + " SET NEW.value=''");

    CommandResult answer = setUp("--apply");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text()).contains("Its settings were not all saved as given");
  }

  @Test
  void paramsWhenTheyDoNotServeTheCustomerAreTold() {
    setUp("--apply");
    panel.sql("UPDATE itemtypeparam SET crypted = 'off' WHERE intname = 'userpassword'");
    panel.sql("UPDATE itemtypeparam SET editreadlevel = 29 WHERE intname = 'url'");
    panel.sql("UPDATE itemtypeparam SET editwritelevel = 16 WHERE intname = 'username'");

    CommandResult answer = setUp();

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text())
        .contains("It is not encrypted")
        .contains("It is not shown in the service's form from level 16")
        .contains("Customers may write it")
        .contains("Nothing is missing");
  }

  @Test
  void tariffsWhenTheyCannotBeOpenedAreTold() {
    setUp("--apply");
    panel.sql("UPDATE pricelist SET active = 'off' WHERE addonlimit = 10");
    panel.sql("UPDATE pricelist SET addontype = 3 WHERE addonlimit = 50");
    panel.sql("UPDATE pricelist SET measure = NULL WHERE addonlimit = 200");
    panel.sql("DELETE FROM processingmodule2pricelist ORDER BY id LIMIT 1");

    assertThat(setUp("--apply").text())
        .contains("It is switched off")
        .contains("Its value is no number")
        .contains("It has no unit")
        .contains("No processing module of pmnextcloud serves it");
  }

  @Test
  void teamWhenItsSettingWasNotSavedIsToldAndMadeByTheNextRun() {
    panel.failNext("pricelist.edit", 0, "", "<doc><ok/></doc>");

    CommandResult answer = setUp("--team", "--apply");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text())
        .contains("refused  What the tariff cloud_team lets a team share\n")
        .contains("Products → Tariff plans → cloud_team → Edit: Team");
    assertThat(states(setUp("--team", "--apply"))).containsOnlyOnce("made").doesNotContain("waits");
    assertThat(asked()).singleElement().asString().matches("pricelist.edit elid=\\d+ team=auto .*");
  }

  @Test
  void teamWhenItCannotWorkIsTold() {
    setUp("--team", "--apply");
    panel.sql("UPDATE itemtypeparam SET editwritelevel = 29 WHERE intname = 'members'");
    panel.sql("UPDATE pricelistparam SET value = 'off' WHERE intname = 'team'");
    panel.sql("UPDATE pricelist SET addontype = 3 WHERE intname = 'seats'");

    assertThat(setUp("--team").text())
        .contains("Customers cannot write it: give them the right")
        .contains("It sells an account, and no team")
        .contains("amiss    The seats of the tariff cloud_team");
  }

  @Test
  void seatsWhenThePanelHasNoPiecesAreMadeWithoutAUnit() {
    panel.sql("UPDATE measure SET intname = 'stk' WHERE intname = 'pcs'");

    assertThat(setUp("--team").text())
        .contains("addontype=2 addonlimit=5 addonstep=1 addonmax=500 sok=ok");
  }

  @Test
  void optionsWhenTheyMakeNoSenseAreRefused() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> typed("--itemtype", "vds"))
        .withMessageContaining("'vds'");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> typed("--password-env", "NOT_SET"))
        .withMessageContaining("NOT_SET");
  }
}
