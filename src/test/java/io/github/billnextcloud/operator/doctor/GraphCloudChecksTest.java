package io.github.billnextcloud.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Costs;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.GraphRole;
import io.github.billnextcloud.standin.cloud.Request;
import io.github.billnextcloud.text.Language;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The way to Infinite Scale and OpenCloud, and what there may refuse our account. */
class GraphCloudChecksTest extends WithWayToCloud {

  private static final String SIX_WORDS = "amber bridge cactus delta ember fjord";

  @ParameterizedTest
  @EnumSource(names = {"INFINITE_SCALE", "OPENCLOUD"})
  void cloudWhenAllIsWellIsFineAndUnchanged(Flavour flavour) {
    start(flavour);
    terms = Map.of("usergroup", List.of("own-{account}"));

    DoctorReport report = examine();

    assertThat(report.results()).extracting(CheckResult::state).containsOnly(CheckStatus.FINE);
    assertThat(cloud.writes()).extracting(Request::method).containsExactly("POST", "PATCH");
    assertThat(cloud.accounts()).hasSize(1);
    assertThat(report.story(Language.EN)).doesNotContain("Nextcloud ", "occ ");
  }

  @ParameterizedTest
  @EnumSource(names = {"INFINITE_SCALE", "OPENCLOUD"})
  void appTokenWhenOfSixWordsIsTakenAsItIs(Flavour flavour) {
    start(flavour);
    cloud.takePasswords(false);
    cloud.appPassword(SIX_WORDS);
    password = "";
    secrets.put("nc_app_password", " " + SIX_WORDS + " ");

    assertThat(examine().results()).extracting(CheckResult::state).containsOnly(CheckStatus.FINE);
  }

  private static CloudBreak on(
      Flavour flavour,
      String what,
      Consumer<WithWayToCloud> deed,
      String id,
      String found,
      String remedy) {
    return new CloudBreak(what, flavour, deed, id, CheckStatus.FAILED, found, remedy);
  }

  private static CloudBreak on7(
      String what, Consumer<WithWayToCloud> deed, String id, String found, String remedy) {
    return on(Flavour.INFINITE_SCALE, what, deed, id, found, remedy);
  }

  static List<CloudBreak> breaks() {
    return List.of(
        on7(
            "passwords are off",
            it -> it.cloud.takePasswords(false),
            "sign_in",
            "takes no passwords",
            "PROXY_ENABLE_BASIC_AUTH=true"),
        on(
            Flavour.OPENCLOUD,
            "passwords are off",
            it -> it.cloud.takePasswords(false),
            "sign_in",
            "or passwords are switched off",
            "PROXY_ENABLE_BASIC_AUTH=true"),
        on7(
            "a wrong password",
            it -> it.password = "wrong",
            "sign_in",
            "login or password are wrong",
            "nc_password"),
        on7(
            "the directory is away",
            it -> it.cloud.service("idm", false),
            "sign_in",
            "cannot look at them at this moment",
            "again in a minute"),
        on7(
            "it starts",
            it -> {
              it.cloud.service("idm", false);
              it.cloud.service("frontend", false);
            },
            "sign_in",
            "the server is starting",
            "try again"),
        on7(
            "its graph service is away",
            it -> it.cloud.service("graph", false),
            "sign_in",
            "502",
            "try again"),
        on7(
            "our account is disabled",
            it -> it.cloud.account(CloudStandIn.ADMIN).orElseThrow().setEnabled(false),
            "sign_in",
            "but the account is disabled",
            "Enable"),
        on7(
            "a token that has ended",
            it -> it.secrets.put("nc_token", "ended"),
            "sign_in",
            "nc_token is wrong or has ended",
            "new nc_token"),
        on7(
            "an ordinary user",
            WithWayToCloud::beClerk,
            "admin",
            "may not administer",
            "role Admin"),
        on(
            Flavour.OPENCLOUD,
            "an administrator of spaces",
            it -> {
              it.beClerk();
              it.cloud.account("clerk").orElseThrow().setRole(GraphRole.SPACE_ADMIN);
            },
            "admin",
            "may not administer",
            "role Admin"),
        on7(
            "a directory that is only read",
            it -> it.cloud.readOnlyDirectory(),
            "admin",
            "makes, changes, disables and deletes nobody",
            "keeps its users itself"),
        on7(
            "a mailed link",
            it -> it.terms = Map.of("password_rule", List.of("mail")),
            "promises",
            "mails nobody a link",
            "tariff"),
        on7(
            "nobody can be disabled",
            it -> it.cloud.withoutDisabling(),
            "promises",
            "disabling accounts is switched off",
            "tariff"),
        on7(
            "more than the largest quota",
            it -> {
              it.cloud.maxQuota(5L << 30);
              it.terms = Map.of("quota_source", List.of("fixed"), "fixed_quota", List.of("6"));
            },
            "promises",
            "largest quota, 5368709120 bytes",
            "tariff"),
        on7(
            "an add-on that sells more than the largest quota",
            it -> {
              it.cloud.maxQuota(5L << 30);
              it.sold = List.of(new AddOn("disk disc", AddOn.Type.INTEGER, "6", "gib"));
            },
            "promises",
            "largest quota",
            "tariff"),
        on(
            Flavour.OPENCLOUD,
            "a list with a size beyond the largest quota",
            it -> {
              it.cloud.maxQuota(5L << 30);
              it.sold =
                  List.of(
                      new AddOn("disk", AddOn.Type.ENUMERATION, "gb5", ""),
                      new AddOn("disk", AddOn.Type.ENUMERATION, "gb50", ""));
            },
            "promises",
            "largest quota",
            "tariff"),
        on(
            Flavour.OPENCLOUD,
            "an add-on without limit",
            it -> {
              it.cloud.maxQuota(5L << 30);
              it.sold = List.of(new AddOn("disk", AddOn.Type.INTEGER, "-1", "gib"));
            },
            "promises",
            "largest quota",
            "tariff"),
        on(
            Flavour.OPENCLOUD,
            "no limit where there is a largest quota",
            it -> {
              it.cloud.maxQuota(5L << 30);
              it.terms = Map.of("quota_source", List.of("unlimited"));
            },
            "promises",
            "largest quota",
            "tariff"),
        on7(
            "a missing group",
            it -> it.terms = Map.of("usergroup", List.of("pro")),
            "groups",
            "'pro' (cloud_s)",
            "list of groups"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void lineWhenItsThingIsBrokenSaysWhatToDo(CloudBreak broken) {
    start(broken.flavour());
    broken.deed().accept(this);

    DoctorReport report = examine();

    broken.finding().isIn(report);
    assertThat(report.json(Language.RU)).doesNotContain(password);
  }

  private CheckFinding credentials() {
    return finding("credentials");
  }

  private CheckFinding finding(String id) {
    return examine().results().stream()
        .filter(it -> it.check().id().equals(id))
        .findFirst()
        .orElseThrow()
        .finding();
  }

  /** As recorded, a token costs the server thrice what a password does. */
  @Test
  void credentialsWhenThereIsAPasswordSayThatATokenIsDearer() {
    start(Flavour.OPENCLOUD);
    cloud.costs(Costs.recorded(Flavour.OPENCLOUD));
    assertThat(credentials().found().in(Language.EN))
        .containsPattern("by the password a request takes \\d+ ms, each time")
        .doesNotContain("connect");
  }

  @Test
  void passwordWhenTheTokenHidesThatItIsNotTakenIsTold() {
    start(Flavour.INFINITE_SCALE);
    cloud.takePasswords(false);
    cloud.appPassword("amber");
    secrets.put("nc_app_password", "amber");

    CheckFinding finding = credentials();

    assertThat(finding.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(finding.found().in(Language.EN)).contains("nc_password is not taken");
    assertThat(finding.remedy().in(Language.EN)).contains("leave nc_password empty");
  }

  /** No add-on of space, none that is no size, and none that is just as large. */
  @Test
  void promisesWhenTheAddOnsSellNoMoreAreFine() {
    start(Flavour.INFINITE_SCALE);
    cloud.maxQuota(5L << 30);
    sold =
        List.of(
            new AddOn("disk", AddOn.Type.INTEGER, "5", "gib"),
            new AddOn("disk", AddOn.Type.INTEGER, "", "gib"),
            new AddOn("traffic", AddOn.Type.INTEGER, "500", "gib"));

    assertThat(finding("promises").state()).isEqualTo(CheckStatus.FINE);
  }

  @Test
  void promisesWhenALanguageIsFixedWarn() {
    start(Flavour.OPENCLOUD);
    terms = Map.of("user_language", List.of("ru"));

    assertThat(finding("promises").state()).isEqualTo(CheckStatus.WARNING);
    assertThat(finding("promises").found().in(Language.EN))
        .contains("only the user may change the language");
  }

  @Test
  void spaceWhenItIsNotToldWarnsOfAFloor() {
    start(Flavour.INFINITE_SCALE);
    settings.put("min_free_gb", "10");

    assertThat(finding("space").state()).isEqualTo(CheckStatus.WARNING);
    assertThat(finding("space").remedy().in(Language.EN)).contains("max_accounts");
  }
}
