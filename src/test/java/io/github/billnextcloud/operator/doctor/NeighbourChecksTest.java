package io.github.billnextcloud.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether customers find each other: by the settings, and by looking as one of them does. */
class NeighbourChecksTest extends WithWayToCloud {

  private static final List<AddOn> OFFICE =
      List.of(new AddOn("office", AddOn.Type.INTEGER, "1", ""));

  private static final String ONLY = "core/shareapi_only_share_with_group_members";

  private static final String PRINCIPAL =
      "the name, e-mail address and groups of whoever's login is known (calendars)";

  private static final String PICTURE =
      "the picture of an account, or its initial, for whoever knows the login, signed in or not";

  private CheckFinding found(String id) {
    return examine().results().stream()
        .filter(it -> it.check().id().equals(id))
        .map(CheckResult::finding)
        .findFirst()
        .orElseThrow();
  }

  private void startOpen(Flavour flavour) {
    start(flavour);
    cloud.openUp();
  }

  private void sellBy(String group) {
    cloud.addGroup(group);
    terms = Map.of("usergroup", List.of(group));
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34"})
  void customersWhenNothingIsSetAreToldToSeeEachOther(Flavour flavour) {
    startOpen(flavour);

    CheckFinding finding = found("neighbours");

    assertThat(finding.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(finding.found().in(Language.EN)).contains("share with", "address book", "Teams");
    assertThat(finding.remedy().in(Language.EN))
        .contains("core shareapi_only_share_with_group_members=yes")
        .contains("occ app:disable circles")
        .contains("setup --private-customers --module 1 --apply");
    assertThat(cloud.accounts()).hasSize(1);
    assertThat(cloud.writes()).noneMatch(it -> it.path().contains("config"));
  }

  @Test
  void customersWhenAllIsSetAreFine() {
    start(Flavour.NEXTCLOUD_34);

    assertThat(found("neighbours").state()).isEqualTo(CheckStatus.FINE);
    assertThat(found("neighbours").found().in(Language.EN))
        .contains("in what no setting closes: the name, e-mail address and groups", "{random}")
        .contains("location ~ ^/((index\\.php/)?avatar|remote\\.php/dav/avatars)/");
  }

  @Test
  void groupWhenSharedIsWarnedOf() {
    start(Flavour.NEXTCLOUD_34);
    sellBy("plan");

    CheckFinding finding = found("neighbours");

    assertThat(finding.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(finding.found().in(Language.EN)).contains("list of a group's members");
    assertThat(finding.remedy().in(Language.EN)).contains("own-{account}");
  }

  @Test
  void groupWhenEachCustomersOwnIsFine() {
    start(Flavour.NEXTCLOUD_34);
    terms = Map.of("usergroup", List.of("own-{account}"));

    assertThat(found("neighbours").state()).isEqualTo(CheckStatus.FINE);
    assertThat(found("groups").state()).isEqualTo(CheckStatus.FINE);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34"})
  void functionWhenNothingIsLimitedToItsGroupIsWarnedOf(Flavour flavour) {
    start(flavour);
    sold = OFFICE;
    cloud.addGroup("office");
    terms = Map.of("addon_groups", List.of("office=office"));
    assertThat(found("functions").state()).isEqualTo(CheckStatus.WARNING);
    assertThat(found("neighbours").state()).as("it is shared").isEqualTo(CheckStatus.WARNING);

    cloud.appSetting("richdocuments/use_groups", "staff|office");
    assertThat(found("functions").state()).isEqualTo(CheckStatus.FINE);
    cloud.appSetting("richdocuments/use_groups", "");
    cloud.appSetting("spreed/enabled", "[\"office\"]");
    assertThat(found("functions").state()).isEqualTo(CheckStatus.FINE);
    cloud.appSetting("spreed/enabled", "yes");
    assertThat(found("functions").state()).isEqualTo(CheckStatus.WARNING);
    cloud.addStorage("office");
    assertThat(found("functions").state()).isEqualTo(CheckStatus.FINE);
  }

  @Test
  void functionWhenItsGroupIsNotThereOrCannotBeReadFails() {
    start(Flavour.NEXTCLOUD_34);
    terms = Map.of("addon_groups", List.of("office=office"));
    assertThat(found("groups").found().in(Language.EN)).contains("'office' (cloud_s)");
    terms = Map.of("addon_groups", List.of("office"));
    assertThat(found("groups").found().in(Language.EN)).contains("addon_groups");
  }

  /** A letter too much, and the group is for nobody, or for all. */
  @Test
  void functionWhenTheTariffHasNoSuchAddOnIsWarnedOf() {
    start(Flavour.NEXTCLOUD_34);
    cloud.addGroup("office");
    sold =
        List.of(
            new AddOn("office docs", AddOn.Type.INTEGER, "1", ""),
            new AddOn("plan", AddOn.Type.ENUMERATION, "pro", ""),
            new AddOn("plan", AddOn.Type.ENUMERATION, "basic", ""));
    cloud.appSetting("richdocuments/use_groups", "office");
    terms = Map.of("addon_groups", List.of("DOCS=office, plan:Basic=office, plan=office"));
    assertThat(found("functions").state()).isEqualTo(CheckStatus.FINE);

    terms =
        Map.of(
            "addon_groups", List.of("ofice=office, plan:gold=office"),
            "addon_groups_without", List.of("links=office"));
    assertThat(found("functions").state()).isEqualTo(CheckStatus.WARNING);
    assertThat(found("functions").found().in(Language.EN))
        .contains("tariff cloud_s", "links, ofice, plan:gold");
  }

  @Test
  void functionsOfGraphWhenSoldByGroupsAreRefused() {
    start(Flavour.INFINITE_SCALE);
    sold = OFFICE;
    cloud.addGroup("office");
    terms = Map.of("addon_groups", List.of("office=office"));
    assertThat(found("functions").found().in(Language.EN)).contains("decide nothing");
    assertThat(found("functions").state()).isEqualTo(CheckStatus.FAILED);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34"})
  void ownerWhenOthersAreThereManagesNobodyInRed(Flavour flavour) {
    start(flavour);
    terms = Map.of("team", List.of("auto"), "owner_manages", List.of("on"));
    assertThat(found("promises").state()).isEqualTo(CheckStatus.WARNING);

    cloud.addAccount("neighbour");
    cloud.addAccount("share-7-k3v9x2mq7t");
    cloud.addAccount("helper").groups().add("admin");
    CheckFinding finding = found("promises");
    assertThat(finding.state()).isEqualTo(CheckStatus.FAILED);
    assertThat(finding.found().in(Language.EN))
        .contains("tariff cloud_s", "set its password and read its files", "team's: neighbour");

    onlyService = Set.of("neighbour");
    assertThat(found("promises").state()).isEqualTo(CheckStatus.WARNING);
  }

  @Test
  void ownerWhenTheVersionKeepsHimToHisOwnIsWarnedOf() {
    start(Flavour.OWNCLOUD_10);
    cloud.addAccount("neighbour");
    terms = Map.of("team", List.of("auto"), "owner_manages", List.of("on"));

    CheckFinding finding = found("promises");

    assertThat(finding.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(finding.found().in(Language.EN)).contains("sees the names of all groups");
  }

  @Test
  void ownerWhenHeWouldManageASpaceIsRefused() {
    start(Flavour.OPENCLOUD);
    terms = Map.of("team", List.of("auto"), "owner_manages", List.of("on"));

    assertThat(found("promises").found().in(Language.EN)).contains("undo a suspension");
    assertThat(found("promises").state()).isEqualTo(CheckStatus.FAILED);
  }

  @Test
  void listWhenItIsEmptyFails() {
    start(Flavour.NEXTCLOUD_34);
    cloud.appSetting(ONLY + "_exclude_group_list", "");

    CheckFinding finding = found("neighbours");

    assertThat(finding.state()).isEqualTo(CheckStatus.FAILED);
    assertThat(finding.remedy().in(Language.EN)).contains("exclude_group_list=[]");
  }

  @Test
  void owncloudWhenAllIsSetStillHasItsAddressBook() {
    startOpen(Flavour.OWNCLOUD_10);
    assertThat(found("neighbours").state()).isEqualTo(CheckStatus.WARNING);
    cloud.onlyGroups(true, true);

    CheckFinding finding = found("neighbours");

    assertThat(finding.state()).isEqualTo(CheckStatus.FINE);
    assertThat(finding.found().in(Language.EN))
        .contains("address book", "location ~ ^/remote", "return 403", "picture", "avatar");
  }

  @Test
  void customersWhenLookedAtAreMadeAndDeleted() {
    startOpen(Flavour.NEXTCLOUD_34);
    sellBy("plan");
    asCustomer = true;

    CheckFinding finding = found("as_customer");

    assertThat(finding.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(finding.found().in(Language.EN))
        .contains(
            "share with",
            "completed",
            "contacts menu",
            "card",
            "address book",
            "calendars",
            "members",
            "Teams",
            "profile",
            "signed in or not",
            "online");
    assertThat(cloud.accounts()).hasSize(1);
  }

  @Test
  void customersWhenApartFindNobody() {
    start(Flavour.NEXTCLOUD_34);
    asCustomer = true;

    CheckFinding open = found("as_customer");
    assertThat(open.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(open.found().in(Language.EN))
        .endsWith("found the other in: " + PRINCIPAL + ", " + PICTURE);

    Fault denied = Fault.status(404, Map.of(), "text/html", "no");
    cloud.fault(it -> it.path().contains("/avatar/"), denied);
    cloud.fault(it -> it.method().equals("PROPFIND"), denied);
    CheckFinding finding = found("as_customer");

    assertThat(finding.found().in(Language.EN)).contains("found the other nowhere");
    assertThat(finding.state()).isEqualTo(CheckStatus.FINE);
    assertThat(cloud.accounts()).hasSize(1);
  }

  @Test
  void listWhenTheVersionPassesItOverIsFoundOut() {
    start(Flavour.NEXTCLOUD_28);
    cloud.appSetting(ONLY + "_exclude_group_list", "[\"plan\"]");
    cloud.appSetting("core/shareapi_restrict_user_enumeration_full_match", "yes");
    sellBy("plan");
    asCustomer = true;

    String found = found("as_customer").found().in(Language.EN);

    assertThat(found).contains("share with", "the contacts menu").doesNotContain("no answer");
    // Of two customers: the one who only appears begins no session that a server would keep.
    assertThat(cloud.routes()).filteredOn(it -> it.endsWith("/logout")).hasSize(1);
  }

  @Test
  void addressBookOfOwncloudWhenLookedAtIsSeen() {
    start(Flavour.OWNCLOUD_10);
    cloud.onlyGroups(true, true);
    asCustomer = true;

    assertThat(found("as_customer").found().in(Language.EN))
        .contains("found the other in: the address book of all accounts, the picture")
        .doesNotContain("share with");
    cloud.openUp();
    assertThat(found("as_customer").found().in(Language.EN)).contains("share with");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INFINITE_SCALE", "OPENCLOUD"})
  void customersOfGraphWhenNothingClosesItAreToldOf(Flavour flavour) {
    start(flavour);
    asCustomer = true;

    CheckFinding finding = found("neighbours");

    assertThat(finding.state()).isEqualTo(CheckStatus.FINE);
    assertThat(finding.found().in(Language.EN)).contains("GRAPH_IDENTITY_SEARCH_MIN_LENGTH=10");
    assertThat(found("as_customer").state()).isEqualTo(CheckStatus.FINE);
    sellBy("plan");
    assertThat(found("neighbours").state()).isEqualTo(CheckStatus.WARNING);
  }
}
