package io.github.billnextcloud.operator.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Customers who are kept apart: told first, set once, and the second time nothing. */
class PrivateCustomersTest {

  private static final String LIST =
      "core/shareapi_only_share_with_group_members_exclude_group_list";

  @TempDir Path root;

  private PanelStandIn panel;
  private CloudStandIn cloud;
  private long module;

  private void start(Flavour flavour) throws IOException {
    cloud = CloudStandIn.start(flavour);
    cloud.takePasswords(true);
    panel = PanelStandIn.start(root);
    module =
        panel.addModule(
            Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
  }

  @AfterEach
  void stop() throws IOException {
    cloud.close();
    panel.close();
  }

  private CommandResult run(String... more) {
    List<String> args = new ArrayList<>(List.of("--module", Long.toString(module)));
    args.addAll(List.of(more));
    return new PrivateCustomers(
            new CommandContext(
                Invocation.parse(args.toArray(String[]::new)),
                InputStream.nullInputStream(),
                new LocalPanel(root),
                TerminalProgress.none()))
        .run();
  }

  private static long count(CommandResult answer, String state) {
    return answer.text().lines().filter(line -> line.startsWith(state + " ")).count();
  }

  @Test
  void settingsWhenNotAppliedAreToldOnly() throws IOException {
    start(Flavour.NEXTCLOUD_34);
    Map<String, String> before = cloud.appSettings();

    CommandResult answer = run();

    assertThat(answer.exitCode()).isZero();
    assertThat(count(answer, "to set")).isEqualTo(9);
    assertThat(answer.text())
        .contains("to set   dav system_addressbook_exposed=no")
        .contains("by hand  ")
        .contains("occ app:disable circles")
        .contains("9 to set. Nothing was changed");
    assertThat(cloud.appSettings()).isEqualTo(before);
    assertThat(cloud.writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34"})
  void settingsWhenAppliedAreSetAndTheSecondTimeLeftAlone(Flavour flavour) throws IOException {
    start(flavour);

    CommandResult answer = run("--apply");

    assertThat(answer.exitCode()).isZero();
    assertThat(count(answer, "set")).isEqualTo(9);
    assertThat(answer.text()).contains("known (calendars), the search of Teams, the picture");
    int writes = cloud.writes().size();
    CommandResult again = run("--apply");
    assertThat(again.exitCode()).isZero();
    assertThat(again.text()).contains("Nothing to set").doesNotContain("\nset ");
    assertThat(cloud.writes()).hasSize(writes);
  }

  @Test
  void groupWhenSharedIsExcludedBesideOthersAndTold() throws IOException {
    start(Flavour.NEXTCLOUD_34);
    cloud.appSetting(LIST, "[\"guests\"]");
    panel.addTariff(TariffSpec.named("cloud_s").servedBy(module).param("usergroup", "plan"));

    CommandResult answer = run("--apply");

    assertThat(cloud.appSettings()).containsEntry(LIST, "[\"guests\",\"plan\"]");
    assertThat(answer.text())
        .contains("note     the group plan is shared by the customers of cloud_s")
        .contains("each member of plan can list all members");
  }

  @Test
  void listWhenItIsEmptyIsMended() throws IOException {
    start(Flavour.NEXTCLOUD_34);
    cloud.appSetting(LIST, "");

    run("--apply");

    assertThat(cloud.appSettings()).containsEntry(LIST, "[]");
  }

  @Test
  void settingWhenRefusedIsToldAndTheOthersAreSet() throws IOException {
    start(Flavour.NEXTCLOUD_34);
    cloud.fault(
        it -> it.path().endsWith("system_addressbook_exposed") && it.isWrite(),
        Fault.ocs(403, "The given key can not be set"));

    CommandResult answer = run("--apply");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(count(answer, "set")).isEqualTo(8);
    assertThat(answer.text())
        .contains("refused  dav system_addressbook_exposed=no")
        .contains("The given key can not be set")
        .contains("occ config:app:set dav system_addressbook_exposed --value='no'");
  }

  /** Its capabilities say yes of both while neither was ever set. */
  @Test
  void owncloudWhenAppliedIsSetByItsPageAndTheSecondTimeLeftAlone() throws IOException {
    start(Flavour.OWNCLOUD_10);

    CommandResult told = run();

    assertThat(count(told, "to set")).isEqualTo(2);
    assertThat(told.text())
        .contains("customers see each other in: the search of whom to share with");
    assertThat(cloud.writes()).isEmpty();
    CommandResult answer = run("--apply");
    assertThat(answer.exitCode()).isZero();
    assertThat(count(answer, "set")).isEqualTo(2);
    assertThat(answer.text())
        .contains("location ~ ^/remote", "avatar")
        .contains("see each other in what no setting closes: the address book of all accounts");
    assertThat(cloud.appSettings())
        .containsEntry("core/shareapi_only_share_with_group_members", "yes")
        .containsEntry("core/shareapi_only_share_with_membership_groups", "yes");
    int writes = cloud.writes().size();
    assertThat(run("--apply").text()).contains("Nothing to set");
    assertThat(cloud.writes()).hasSize(writes);
  }

  /** Once before, once to set what is missing, once after. */
  @Test
  void owncloudWhenAppliedIsSignedInToOnceForAllThatIsSet() throws IOException {
    start(Flavour.OWNCLOUD_10);

    run("--apply");

    assertThat(cloud.routes()).filteredOn(it -> it.contains("settings/admin")).hasSize(3);
    assertThat(cloud.routes()).filteredOn(it -> it.contains("logout")).hasSize(3);
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isZero();
  }

  @Test
  void owncloudWhenOneIsRefusedIsToldAndTheOtherIsSet() throws IOException {
    start(Flavour.OWNCLOUD_10);
    cloud.fault(
        it -> String.valueOf(it.field("key")).endsWith("with_group_members"),
        Fault.status(200, Map.of(), "application/json", "{\"status\":\"error\"}"));

    CommandResult answer = run("--apply");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text())
        .contains("refused  core shareapi_only_share_with_group_members=yes")
        .contains("\nset      core shareapi_only_share_with_membership_groups=yes");
  }

  @Test
  void owncloudWhenItsPageIsNotShownTellsWhatAPersonTypes() throws IOException {
    start(Flavour.OWNCLOUD_10);
    cloud.onlyGroups(true, true);
    cloud.fault(
        it -> it.path().endsWith("settings/admin"), Fault.status(403, Map.of(), "text/html", ""));

    CommandResult answer = run("--apply");

    assertThat(answer.text())
        .contains("this login is not shown ownCloud's limits of sharing")
        .contains("occ config:app:set core shareapi_only_share_with_group_members --value='yes'")
        .contains("location ~ ^/remote")
        .contains("Nothing to set");
    assertThat(cloud.writes()).isEmpty();
  }

  @Test
  void infiniteScaleWhenAskedTellsThatNothingClosesIt() throws IOException {
    start(Flavour.INFINITE_SCALE);

    assertThat(run("--apply").text()).contains("GRAPH_IDENTITY_SEARCH_MIN_LENGTH=10");
  }
}
