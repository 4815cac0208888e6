package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.SignInProblem;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.VerifiedAccess;
import io.github.billnextcloud.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in: as the user, and as ourselves for the connection test. */
class AdminAccessCheckTest extends OnTheWire {

  private static final Secret USER_PASSWORD = new Secret("Xk29-tz!qq81");
  private static final String USERS_LISTED =
      Recorded.NC_OK.replace("[]", "{\"users\":[\"admin\"]}");

  @Test
  void signsInWhenLetInIsTrue() {
    self(json(Recorded.body("nc34-self").replace("\"admin\"", "\"ann\"")));

    assertThat(cloud().signsIn(ANN, USER_PASSWORD)).isTrue();
  }

  /** All three products take an e-mail address for the login. */
  @ParameterizedTest
  @ValueSource(strings = {"nc34-self", "oc10-self"})
  void signsInWhenAnotherIsLetInIsFalse(String admin) {
    self(json(Recorded.body(admin)));

    assertThat(cloud().signsIn(ANN, USER_PASSWORD)).isFalse();
  }

  @Test
  void signsInWhenNobodyIsNamedIsFalse() {
    self(json(Recorded.NC_OK));

    assertThat(cloud().signsIn(ANN, USER_PASSWORD)).isFalse();
  }

  @Test
  void signsInWhenPasswordIsWrongIsFalse() {
    self(json(401, Recorded.nextcloudFailure(997, "Unauthorised")));

    assertThat(cloud().signsIn(ANN, USER_PASSWORD)).isFalse();
  }

  @Test
  void signsInWhenRefusedInXmlIsFalse() {
    self(html(401, Recorded.XML_UNAUTHORISED));

    assertThat(cloud().signsIn(ANN, USER_PASSWORD)).isFalse();
  }

  @Test
  void signsInWhenThrottledDoesNotKnow() {
    self(json(Recorded.nextcloudFailure(429, "Reached maximum delay")));

    assertThat(kindOf(() -> cloud().signsIn(ANN, USER_PASSWORD)))
        .isEqualTo(CloudErrorKind.THROTTLED);
  }

  @Test
  void signsInWhenAskedSendsTheUsersOwnPassword() {
    self(json(Recorded.body("oc10-self")));

    cloud().signsIn(ANN, USER_PASSWORD);

    assertThat(received().get(0).header("Authorization").values())
        .containsExactly("Basic YW5uOlhrMjktdHohcXE4MQ==");
  }

  @Test
  void signsInWhenWeHaveASessionDoesNotSendIt() {
    self(json(Recorded.body("nc34-self")));
    SERVER.stubFor(
        get(user("")).willReturn(json(Recorded.NC_MISSING).withHeader("Set-Cookie", "nc=ours")));
    OcsCloud cloud = cloudOfARound();
    cloud.findUser(ANN);

    cloud.signsIn(ANN, USER_PASSWORD);

    assertThat(received().get(1).containsHeader("Cookie")).isFalse();
  }

  @Test
  void signsInWhenLetInLeavesNoSessionBehind() {
    self(json(Recorded.body("nc34-self")).withHeader("Set-Cookie", "nc=theirs"));
    SERVER.stubFor(get(user("")).willReturn(json(Recorded.NC_MISSING)));
    OcsCloud cloud = cloudOfARound();
    cloud.signsIn(ANN, USER_PASSWORD);

    cloud.findUser(ANN);

    assertThat(received().get(1).containsHeader("Cookie")).isFalse();
  }

  @Test
  void checkAccessWhenNextcloudTellsItsVersion() {
    self(json(Recorded.body("nc34-self")));
    capabilities(json(Recorded.body("nc34-capabilities")));
    list(json(USERS_LISTED));
    groups("admin");
    write(json(Recorded.nextcloudFailure(101, "")));

    assertThat(cloud().checkAccess())
        .isEqualTo(new VerifiedAccess("Nextcloud 34.0.1", new UserId("admin")));
  }

  @Test
  void checkAccessWhenOwnCloudTellsItsVersion() {
    self(json(Recorded.body("oc10-self")));
    capabilities(json(Recorded.body("oc10-capabilities")));
    list(json(Recorded.OC10_OK.replace("[]", "{\"users\":[\"admin\"]}")));
    groups("admin", "staff");
    write(json(Recorded.ownCloudFailure(101)));

    assertThat(cloud().checkAccess())
        .isEqualTo(new VerifiedAccess("ownCloud 10.15.2", new UserId("admin")));
  }

  @Test
  void checkAccessWhenUserIsOrdinaryOnNextcloudIsForbidden() {
    self(json(Recorded.body("nc34-self")));
    capabilities(json(Recorded.body("nc34-capabilities")));
    list(json(Recorded.nextcloudFailure(403, "Logged in account must be at least a sub admin")));

    assertThat(kindOf(() -> cloud().checkAccess())).isEqualTo(CloudErrorKind.FORBIDDEN);
  }

  @Test
  void checkAccessWhenUserIsOrdinaryOnOwnCloudIsForbidden() {
    self(json(Recorded.body("oc10-self")));
    capabilities(json(Recorded.body("oc10-capabilities")));
    list(json(401, Recorded.ownCloudFailure(997)));

    assertThat(kindOf(() -> cloud().checkAccess())).isEqualTo(CloudErrorKind.FORBIDDEN);
  }

  @Test
  void checkAccessWhenInfiniteScaleBlamesTheAddress() {
    self(json(Recorded.body("oc10-self")));
    String scale = Recorded.body("oc10-capabilities");
    capabilities(json(scale.replace("\"ownCloud\"", "\"Infinite Scale\"")));
    list(html(404, "404 page not found").withHeader("Content-Type", "text/plain; charset=utf-8"));

    assertThat(kindOf(() -> cloud().checkAccess())).isEqualTo(CloudErrorKind.WRONG_ADDRESS);
  }

  @Test
  void checkAccessWhenPasswordIsWrongAsksNothingMore() {
    self(json(401, Recorded.nextcloudFailure(997, "Unauthorised")));

    failureOf(() -> cloud().checkAccess());

    assertThat(received()).hasSize(1);
  }

  /** Reading is allowed to an app password, so only a write tells. */
  @Test
  void checkAccessWhenAppPasswordMayOnlyReadIsForbidden() {
    self(json(Recorded.body("nc34-self")));
    capabilities(json(Recorded.body("nc34-capabilities")));
    list(json(USERS_LISTED));
    groups("admin");
    write(json(Recorded.nextcloudFailure(403, "Password confirmation is required")));

    assertThat(failureOf(() -> cloud().checkAccess()))
        .hasMessageContaining("Could not change users on ")
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.FORBIDDEN);
  }

  @Test
  void checkAccessWhenListingAsksForOne() {
    self(json(Recorded.body("nc34-self")));
    capabilities(json(Recorded.body("nc34-capabilities")));
    list(json(USERS_LISTED));
    groups("admin");
    write(json(Recorded.nextcloudFailure(101, "")));

    cloud().checkAccess();

    assertThat(received().get(2).getQueryParams())
        .containsOnlyKeys("format", "search", "limit")
        .hasEntrySatisfying("limit", limit -> assertThat(limit.firstValue()).isEqualTo("1"));
  }

  /** All the rest of what such an account is asked is answered as to an administrator. */
  @Test
  void checkAccessWhenUserAdministersAGroupOnlyOnNextcloudIsForbidden() {
    groupAdministrator("nc34-self", "nc34-capabilities");
    administered(
        json(
            Recorded.nextcloudFailure(
                403,
                "Logged in account must be an admin, a sub admin or gotten special right to access"
                    + " this setting")));

    assertThat(failureOf(() -> cloud().checkAccess()))
        .hasMessageEndingWith("there, admin is only a group administrator")
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.FORBIDDEN)
        .extracting(SignInProblem::of)
        .isEqualTo(SignInProblem.GROUP_ADMINISTRATOR);
  }

  @Test
  void checkAccessWhenUserAdministersAGroupOnlyOnOwnCloudIsForbidden() {
    groupAdministrator("oc10-self", "oc10-capabilities");
    administered(json(Recorded.OC10_OK.replace("[]", "[\"sales\"]")));

    assertThat(failureOf(() -> cloud().checkAccess()))
        .hasMessageEndingWith("there, admin is only a group administrator")
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.FORBIDDEN);
  }

  @Test
  void checkAccessWhenUserWasGivenTheRightWithoutTheGroupIsLetIn() {
    groupAdministrator("nc34-self", "nc34-capabilities");
    administered(json(Recorded.NC_OK));

    assertThat(cloud().checkAccess().product()).isEqualTo("Nextcloud 34.0.1");
  }

  /** ownCloud has no word for it; with wrong credentials it has one. */
  @Test
  void findUserWhenUserIsOfAnotherGroupIsNotAboutThePassword() {
    SERVER.stubFor(get(user("")).willReturn(json(401, Recorded.ownCloudFailure(997))));

    assertThat(kindOf(() -> cloud().findUser(ANN))).isEqualTo(CloudErrorKind.FORBIDDEN);
  }

  private static void groupAdministrator(String self, String capabilities) {
    self(json(Recorded.body(self)));
    capabilities(json(Recorded.body(capabilities)));
    list(json(USERS_LISTED));
    groups("sales");
    write(json(Recorded.nextcloudFailure(101, "")));
  }

  private static void groups(String... names) {
    String listed = "{\"groups\":[\"" + String.join("\",\"", names) + "\"]}";
    SERVER.stubFor(
        get(route("/users/admin/groups")).willReturn(json(Recorded.NC_OK.replace("[]", listed))));
  }

  private static void administered(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(get(route("/users/admin/subadmins")).willReturn(answer));
  }

  private static void self(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(get(route("/user")).willReturn(answer));
  }

  private static void capabilities(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(get(route("/capabilities")).willReturn(answer));
  }

  private static void write(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(put(route("/users/admin/enable")).willReturn(answer));
  }

  private static void list(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(get(urlPathEqualTo(USERS)).willReturn(answer));
  }
}
