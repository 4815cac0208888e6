package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user as four servers show one, or do not. */
class FindUserTest extends OnTheWire {

  private static final Quota FIVE_GB = Quota.ofBytes(5_368_709_120L);

  private static final String INVALID_QUERY =
      "Invalid query, please check the syntax. API specifications are here: http:\\/\\/"
          + "www.freedesktop.org\\/wiki\\/Specifications\\/open-collaboration-services.\\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nc28-fresh", "nc29-fresh", "nc34-fresh",
        "nc28-after-login", "nc29-after-login", "nc34-after-login"
      })
  void findUserWhenNextcloudReadsAll(String recorded) {
    shows(Recorded.body(recorded));

    CloudUser expected =
        new CloudUser(
            ANN,
            true,
            Quota.UNLIMITED,
            new UserProfile("", "ann", "en"),
            Set.of(),
            UserUsage.UNKNOWN);
    assertThat(cloud().findUser(ANN).orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("usage")
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"oc10-fresh", "oc10-after-login"})
  void findUserWhenOwnCloudKeepsTheLanguageToTheUser(String recorded) {
    shows(Recorded.body(recorded));
    belongsTo("[\"clients\"]");

    CloudUser expected =
        new CloudUser(
            ANN,
            true,
            Quota.UNSET,
            new UserProfile("", "ann", "").withoutLanguage(),
            Set.of("clients"),
            UserUsage.UNKNOWN);
    assertThat(cloud().findUser(ANN).orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("usage")
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nc28-disabled", "nc29-disabled", "nc34-disabled", "oc10-disabled"})
  void findUserWhenDisabledTellsSo(String recorded) {
    shows(Recorded.body(recorded));
    belongsTo("[]");

    assertThat(cloud().findUser(ANN)).get().returns(true, CloudUser::isDisabled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"enabled\":null,", "\"enabled\":\"maybe\","})
  void findUserWhenItIsNotToldWhetherItMayComeInKnowsNeither(String told) {
    shows(Recorded.body("nc34-fresh").replaceFirst("\"enabled\":\\s*true,", told));

    assertThat(cloud().findUser(ANN))
        .get()
        .returns(false, CloudUser::isEnabled)
        .returns(false, CloudUser::isDisabled)
        .returns(false, CloudUser::isShown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nc28-five-gb", "nc34-five-gb", "oc10-five-gb"})
  void findUserWhenLimitedReadsTheLimit(String recorded) {
    shows(Recorded.body(recorded));
    belongsTo("[]");

    assertThat(cloud().findUser(ANN)).get().returns(FIVE_GB, CloudUser::quota);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"quota\":\"none\",\"used\":0}                             | none",
        "{\"quota\":5368709120,\"used\":0}                           | 5368709120",
        "{\"quota\":9.2233720368548e+18,\"used\":0}                  | 9223372036854775807",
        "{\"free\":-3,\"used\":0,\"total\":-3,\"quota\":-3}          | none",
        "{\"quota\":0,\"used\":0}                                    | 0",
        "{\"definition\":\"5 GB\"}                                   | 5368709120",
        "{\"definition\":\"none\"}                                   | none",
        "{\"definition\":\"default\"}                                | default",
        "{\"definition\":\" B\"}                                     | default",
        "[]                                                          | unknown"
      })
  void findUserWhenQuotaIsWrittenSoReadsBytes(String quota, String meant) {
    Quota expected = meant.equals("unknown") ? Quota.UNKNOWN : Quota.parse(meant);
    shows(Recorded.body("nc28-fresh").replace("{\"quota\":\"none\",\"used\":0}", quota));

    assertThat(cloud().findUser(ANN)).get().returns(expected, CloudUser::quota);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"admin\",\"clients\"]            | admin clients",
        "{\"1\":\"clients\",\"3\":\"b\"}    | clients b",
        "[]                                 | ''"
      })
  void findUserWhenGroupsAreWrittenSoReadsThem(String groups, String expected) {
    shows(Recorded.body("nc28-fresh").replace("\"groups\":[]", "\"groups\":" + groups));

    Set<String> names = expected.isEmpty() ? Set.of() : Set.of(expected.split(" "));
    assertThat(cloud().findUser(ANN)).get().returns(names, CloudUser::groups);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"admin\",\"clients\"]            | admin clients",
        "{\"1\":\"clients\",\"3\":\"b\"}    | clients b",
        "[]                                 | ''"
      })
  void findUserWhenOwnCloudAsksAgainForGroups(String groups, String expected) {
    shows(Recorded.body("oc10-fresh"));
    belongsTo(groups);

    Set<String> names = expected.isEmpty() ? Set.of() : Set.of(expected.split(" "));
    assertThat(cloud().findUser(ANN)).get().returns(names, CloudUser::groups);
  }

  @Test
  void findUserWhenNextcloudAsksOnce() {
    shows(Recorded.body("nc34-fresh"));

    cloud().findUser(ANN);

    SERVER.verify(0, getRequestedFor(user("/groups")));
    assertThat(received()).hasSize(1);
  }

  @Test
  void findUserWhenProfileIsFilledReadsIt() {
    shows(
        Recorded.body("nc34-fresh")
            .replace("\"email\":null", "\"email\":\"ann@example.org\"")
            .replace("\"displayname\":\"ann\"", "\"displayname\":\"Анна\""));

    UserProfile expected = new UserProfile("ann@example.org", "Анна", "en");
    assertThat(cloud().findUser(ANN)).get().returns(expected, CloudUser::profile);
  }

  @Test
  void findUserWhenSpelledOtherwiseKeepsTheServersSpelling() {
    shows(Recorded.body("nc34-fresh").replace("\"id\":\"ann\"", "\"id\":\"Ann\""));

    assertThat(cloud().findUser(ANN).orElseThrow().id().value()).isEqualTo("Ann");
  }

  /** Recent Nextcloud finds bob by his e-mail address "ann". */
  @Test
  void findUserWhenSomebodyElseIsShownIsEmpty() {
    shows(Recorded.body("nc34-fresh").replace("\"id\":\"ann\"", "\"id\":\"bob\""));

    assertThat(cloud().findUser(ANN)).isEmpty();
    assertThat(cloud().isFree(ANN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {Recorded.NC_MISSING, Recorded.OC10_MISSING})
  void isFreeWhenMissingHolds(String answer) {
    shows(answer);

    assertThat(cloud().isFree(ANN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nc34-fresh", "oc10-fresh"})
  void isFreeWhenThereFails(String recorded) {
    shows(Recorded.body(recorded));

    assertThat(cloud().isFree(ANN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {Recorded.NC_MISSING, Recorded.OC10_MISSING})
  void findUserWhenMissingIsEmpty(String answer) {
    shows(answer);

    assertThat(cloud().findUser(ANN)).isEmpty();
  }

  @Test
  void findUserWhenHiddenIsForbidden() {
    shows(Recorded.nextcloudFailure(998, ""));

    assertThat(kindOf(() -> cloud().findUser(ANN))).isEqualTo(CloudErrorKind.FORBIDDEN);
  }

  @Test
  void findUserWhenThereIsNoSuchApiBlamesTheAddress() {
    shows(Recorded.nextcloudFailure(998, INVALID_QUERY));

    assertThat(kindOf(() -> cloud().findUser(ANN))).isEqualTo(CloudErrorKind.WRONG_ADDRESS);
  }

  private static void shows(String body) {
    SERVER.stubFor(get(user("")).willReturn(json(body)));
  }

  private static void belongsTo(String groups) {
    SERVER.stubFor(get(user("/groups")).willReturn(json(Recorded.ownCloudGroups(groups))));
  }
}
