package io.github.billnextcloud.standin.cloud;

import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_28;
import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_29;
import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_34;
import static io.github.billnextcloud.standin.cloud.Flavour.OWNCLOUD_10;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the stand-in's app passwords, confirmations and two-factor against recorded ones. */
class CloudStandInTokensTest {
  private static final String V2 = "/ocs/v2.php/";
  private static final String CONFIRM = "core/apppassword/confirm?format=json";
  private static final String DEVICES = "/index.php/settings/personal/authtokens";

  private static final String V1 = "/ocs/v1.php/cloud/";
  private static final String JSON = "?format=json";
  private static final String UNCONFIRMED =
      "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":403,"
          + "\"message\":\"Password confirmation is required\"";

  private CloudStandIn cloud;
  private Visitor admin;
  private Visitor jar;

  private void start(Flavour flavour) {
    close();
    cloud = CloudStandIn.start(flavour);
    cloud.addAccount("usr1");
    admin = Visitor.admin(cloud);
    jar = admin.keepingCookies();
  }

  @AfterEach
  void close() {
    if (cloud != null) {
      cloud.close();
    }
  }

  private static HttpResponse<String> me(Visitor visitor) throws Exception {
    return visitor.get(V1 + "user" + JSON);
  }

  private static HttpResponse<String> disable(Visitor visitor) throws Exception {
    return visitor.call("PUT", V1 + "users/usr1/disable" + JSON);
  }

  private Visitor withoutPassword(Visitor owner) {
    return Visitor.with(cloud, null).sharingCookies(owner);
  }

  /** What is said of the caller: an id or a refusal. */
  private static String said(HttpResponse<String> answer) {
    String body = answer.body();
    String id = body.replaceFirst("(?s).*\"id\":\"([^\"]*)\".*", "$1");
    String message = body.replaceFirst("(?s).*\"message\":\"?([^\"}]*)\"?[,}].*", "$1");
    String xml = body.replaceFirst("(?s).*<message>(.*)</message>.*", "$1");
    return answer.statusCode()
        + " "
        + (!id.equals(body) ? id : !message.equals(body) ? message : xml);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  /** One that carries the password, as the cloud itself makes it. */
  private String made() throws Exception {
    return json(admin.get(V2 + "core/getapppassword" + JSON)).at("/ocs/data/apppassword").asText();
  }

  private Visitor basic(String secret) {
    return Visitor.of(cloud, "admin", secret);
  }

  private Visitor bearer(String secret) {
    return Visitor.with(cloud, "Bearer " + secret);
  }

  private static HttpResponse<String> confirm(Visitor visitor, String password) throws Exception {
    return visitor.call("PUT", V2 + CONFIRM, "password", password);
  }

  @ParameterizedTest
  @EnumSource(names = "NEXTCLOUD_.*", mode = EnumSource.Mode.MATCH_ANY)
  void cloudMakesSeveralAndEachIsTakenBackByItself(Flavour flavour) throws Exception {
    start(flavour);
    String one = made();
    String two = made();
    assertThat(one).hasSize(72).isNotEqualTo(two);
    assertThat(cloud.tokenRows("admin")).isEqualTo(2);
    assertThat(cloud.keyPairs()).isEqualTo(2);
    cloud.forgetRequests();

    assertThat(said(me(basic(one)))).isEqualTo("200 admin");
    assertThat(said(me(bearer(two)))).isEqualTo("200 admin");
    assertThat(cloud.passwordChecks()).isZero();

    String own = V2 + "core/apppassword" + JSON;
    HttpResponse<String> gone = basic(one).call("DELETE", own);
    assertThat(gone.statusCode()).isEqualTo(200);
    assertThat(gone.body())
        .isEqualTo(
            "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":200,"
                + "\"message\":\"OK\"},\"data\":[]}}");
    HttpResponse<String> after = me(basic(one));
    assertThat(said(after)).isEqualTo("401 Unauthorised");
    assertThat(after.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(said(me(bearer(one)))).isEqualTo("401 Current user is not logged in");
    assertThat(me(basic(two)).statusCode()).isEqualTo(200);
    assertThat(said(admin.call("DELETE", own))).isEqualTo("403 no app password in use");
  }

  @Test
  void appPasswordMakesNoOther() throws Exception {
    String want = "/ocs/v2.php/core/getapppassword" + JSON;
    start(NEXTCLOUD_34);
    assertThat(said(basic(made()).get(want))).isEqualTo("403 Password confirmation is required");
    start(NEXTCLOUD_28);
    assertThat(said(basic(made()).get(want)))
        .isEqualTo("403 You cannot request an new apppassword with an apppassword");
    start(OWNCLOUD_10);
    assertThat(admin.get("/ocs/v1.php/core/getapppassword" + JSON).body()).contains(":999,");
  }

  /** The table of who writes, each without cookies. */
  @Test
  void writesWithoutCookies() throws Exception {
    start(NEXTCLOUD_34);
    assertThat(disable(basic(made())).body()).startsWith(UNCONFIRMED);
    assertThat(disable(bearer(made())).body()).startsWith(UNCONFIRMED);
    start(NEXTCLOUD_29);
    assertThat(disable(basic(made())).body()).contains(":100,");
    assertThat(disable(bearer(made())).body()).contains(":100,");
    start(NEXTCLOUD_28);
    assertThat(disable(basic(made())).body()).contains(":100,");
    assertThat(disable(bearer(made())).body()).startsWith(UNCONFIRMED);
    for (Flavour flavour : Flavour.ofOcs()) {
      start(flavour);
      assertThat(disable(admin).body()).contains(":100,");
    }
  }

  @Test
  void refusedWritesAreNotCounted() throws Exception {
    start(NEXTCLOUD_34);
    Visitor app = basic(made());
    String user = V1 + "users/usr1" + JSON;
    for (int i = 0; i < 60; i++) {
      app.call("PUT", user, "key", "quota", "value", "1 GB");
    }
    assertThat(admin.call("PUT", user, "key", "quota", "value", "1 GB").body()).contains(":100,");
  }

  @Test
  void confirmationLetsAnAppPasswordWriteForHalfAnHour() throws Exception {
    start(NEXTCLOUD_34);
    for (boolean basic : new boolean[] {true, false}) {
      Visitor app = basic ? basic(made()) : bearer(made());
      cloud.forgetRequests();
      int rows = cloud.tokenRows("admin");
      Visitor kept = app.keepingCookies();
      HttpResponse<String> confirmed = confirm(kept, CloudStandIn.ADMIN_PASSWORD);
      assertThat(confirmed.statusCode()).isEqualTo(200);
      assertThat(confirmed.body())
          .startsWith(
              "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":200,"
                  + "\"message\":\"OK\"},\"data\":{\"lastLogin\":");
      assertThat(disable(kept).body()).contains(":100,");
      assertThat(disable(app).body()).as("without its cookies").startsWith(UNCONFIRMED);
      assertThat(cloud.passwordChecks()).isOne();
      assertThat(cloud.keyPairs()).isZero();
      assertThat(cloud.tokenRows("admin")).isEqualTo(rows);

      cloud.later(Duration.ofMinutes(31));
      assertThat(disable(kept).body()).startsWith(UNCONFIRMED);
      confirm(kept, CloudStandIn.ADMIN_PASSWORD);
      assertThat(disable(kept).body()).contains(":100,");
    }
  }

  @Test
  void confirmationInWordsOfEachVersion() throws Exception {
    start(NEXTCLOUD_34);
    Visitor kept = basic(made()).keepingCookies();
    assertThat(confirm(kept, "wrong").body())
        .isEqualTo(
            "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":403,"
                + "\"message\":\"\"},\"data\":[]}}");
    String v1 = "/ocs/v1.php/" + CONFIRM;
    assertThat(kept.call("PUT", v1, "password", "wrong").body())
        .isEqualTo(
            "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":403,"
                + "\"message\":\"\",\"totalitems\":\"\",\"itemsperpage\":\"\"},"
                + "\"data\":[]}}");
    assertThat(kept.call("PUT", v1, "password", CloudStandIn.ADMIN_PASSWORD).body())
        .startsWith(
            "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":100,"
                + "\"message\":\"OK\",\"totalitems\":\"\",\"itemsperpage\":\"\"},"
                + "\"data\":{\"lastLogin\":");
    assertThat(said(confirm(Visitor.with(cloud, null), "x")))
        .isEqualTo("401 Current user is not logged in");
    assertThat(kept.call("PUT", V2 + CONFIRM).statusCode()).isEqualTo(400);

    start(NEXTCLOUD_28);
    HttpResponse<String> unknown = confirm(admin, CloudStandIn.ADMIN_PASSWORD);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains(":404,\"message\":\"Invalid query, please check");
    assertThat(admin.call("PUT", v1, "password", "x").body())
        .contains(":998,\"message\":\"Invalid query, please check");
    start(OWNCLOUD_10);
    assertThat(admin.call("PUT", v1, "password", "x").body()).contains(":999,");
  }

  @Test
  void confirmationMendsASessionWhoseFileIsGone() throws Exception {
    start(NEXTCLOUD_34);
    me(jar);
    me(jar);
    cloud.collectSessionFiles();
    assertThat(disable(jar).body()).startsWith(UNCONFIRMED);
    confirm(jar, CloudStandIn.ADMIN_PASSWORD);
    assertThat(disable(jar).body()).contains(":100,");
    assertThat(cloud.tokenRows("admin")).isOne();
  }

  @Test
  void olderConfirmationGoesByThePage() throws Exception {
    start(NEXTCLOUD_28);
    me(jar);
    me(jar);
    cloud.later(Duration.ofMinutes(31));
    assertThat(disable(jar).body()).startsWith(UNCONFIRMED);
    String page = "/index.php/login/confirm";
    HttpResponse<String> refused = jar.call("POST", page, "password", "x");
    assertThat(refused.statusCode()).isEqualTo(412);
    assertThat(refused.body()).isEqualTo("{\"message\":\"CSRF check failed\"}");

    jar.announce("requesttoken", json(jar.get("/index.php/csrftoken")).get("token").asText());
    HttpResponse<String> wrong = jar.call("POST", page, "password", "wrong");
    assertThat(wrong.statusCode() + wrong.body()).isEqualTo("403[]");
    assertThat(jar.call("POST", page, "password", CloudStandIn.ADMIN_PASSWORD).body())
        .startsWith("{\"lastLogin\":");
    assertThat(disable(jar).body()).contains(":100,");
  }

  @Test
  void jarsOfAppPasswordsOnOlderVersionsAreNeverRefused() throws Exception {
    for (Flavour flavour : new Flavour[] {NEXTCLOUD_28, NEXTCLOUD_29}) {
      start(flavour);
      Visitor kept = basic(made()).keepingCookies();
      for (int i = 0; i < 3; i++) {
        assertThat(disable(kept).body()).contains(":100,");
        cloud.later(Duration.ofMinutes(31));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "NEXTCLOUD_.*", mode = EnumSource.Mode.MATCH_ANY)
  void diesWithThePasswordItCarries(Flavour flavour) throws Exception {
    start(flavour);
    String carrying = made();
    cloud.appPassword("made-by-occ-without-password");
    cloud.account("admin").orElseThrow().setPassword("Changed-by-occ-1");
    cloud.later(Duration.ofMinutes(4));
    assertThat(me(basic(carrying)).statusCode()).isEqualTo(200);
    cloud.later(Duration.ofMinutes(2));
    assertThat(said(me(basic(carrying)))).isEqualTo("401 Unauthorised");
    assertThat(said(me(bearer(carrying)))).isEqualTo("401 Current user is not logged in");
    Visitor free = basic("made-by-occ-without-password");
    assertThat(me(free).statusCode()).isEqualTo(200);

    assertThat(me(basic("Changed-by-occ-1")).statusCode()).isEqualTo(200);
    assertThat(me(basic(carrying)).statusCode()).as("one sign-in mends all").isEqualTo(200);
    cloud.account("admin").orElseThrow().setPassword("Changed-once-more-2");
    cloud.later(Duration.ofMinutes(6));
    assertThat(me(free).statusCode()).as("and has written the password into it").isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void accessTokenIsGoodForAnHour(Flavour flavour) throws Exception {
    start(flavour);
    cloud.oauthToken("access");
    cloud.later(Duration.ofMinutes(59));
    assertThat(said(me(bearer("access")))).isEqualTo("200 admin");
    boolean writes = flavour == NEXTCLOUD_29 || flavour == OWNCLOUD_10;
    assertThat(disable(bearer("access")).body()).contains(writes ? ":100," : ":403,");
    boolean asPassword = flavour == NEXTCLOUD_28 || flavour == NEXTCLOUD_29;
    assertThat(disable(basic("access")).body().contains(":100,")).isEqualTo(asPassword);
    assertThat(cloud.tokenRows("admin"))
        .as("ownCloud makes a row of each request that is not about users")
        .isEqualTo(flavour.nextcloud() ? 1 : 2);
    cloud.later(Duration.ofMinutes(2));
    assertThat(said(me(bearer("access"))))
        .isEqualTo(
            "401 " + (flavour.nextcloud() ? "Current user is not logged in" : "Invalid token"));
  }

  @ParameterizedTest
  @EnumSource(names = "NEXTCLOUD_.*", mode = EnumSource.Mode.MATCH_ANY)
  void takenBackInTheBrowser(Flavour flavour) throws Exception {
    start(flavour);
    String secret = made();
    cloud.deleteAppPasswords();
    cloud.later(Duration.ofSeconds(11));
    assertThat(said(me(basic(secret)))).isEqualTo("401 Unauthorised");
  }

  @Test
  void loginFlowGivesAnAppPasswordOnce() throws Exception {
    start(NEXTCLOUD_34);
    Visitor nobody = Visitor.with(cloud, null);
    JsonNode flow = json(nobody.call("POST", "/index.php/login/v2"));
    assertThat(flow.get("login").asText()).startsWith(cloud.url() + "/login/v2/flow/");
    assertThat(flow.at("/poll/endpoint").asText()).isEqualTo(cloud.url() + "/login/v2/poll");
    String token = flow.at("/poll/token").asText();

    HttpResponse<String> waiting = nobody.call("POST", "/login/v2/poll", "token", token);
    assertThat(waiting.statusCode() + waiting.body()).isEqualTo("404[]");
    cloud.grantLoginFlow();
    JsonNode granted = json(nobody.call("POST", "/login/v2/poll", "token", token));
    assertThat(granted.get("server").asText()).isEqualTo(cloud.url().toString());
    assertThat(granted.get("loginName").asText()).isEqualTo("admin");
    assertThat(granted.get("appPassword").asText()).hasSize(72);
    assertThat(me(basic(granted.get("appPassword").asText())).statusCode()).isEqualTo(200);
    assertThat(nobody.call("POST", "/login/v2/poll", "token", token).statusCode()).isEqualTo(404);
    start(OWNCLOUD_10);
    assertThat(admin.call("POST", "/index.php/login/v2").statusCode()).isEqualTo(302);
  }

  @Test
  void ownCloudsAppPassword() throws Exception {
    start(OWNCLOUD_10);
    HttpResponse<String> early = admin.call("POST", DEVICES, "name", "pmnextcloud");
    assertThat(early.body()).as("without a session").isEqualTo("[]");
    me(jar);
    me(jar);
    assertThat(withoutPassword(jar).call("POST", DEVICES, "name", "x").statusCode()).isEqualTo(412);
    JsonNode made = json(jar.call("POST", DEVICES, "name", "pmnextcloud"));
    String secret = made.get("token").asText();
    assertThat(secret).matches("[A-Z]{5}(-[A-Z]{5}){3}");
    assertThat(made.get("loginName").asText()).isEqualTo("admin");
    assertThat(made.at("/deviceToken/name").asText()).isEqualTo("pmnextcloud");
    assertThat(made.at("/deviceToken/type").asInt()).isOne();
    assertThat(made.at("/deviceToken/canDelete").asBoolean()).isTrue();
    assertThat(json(jar.get(DEVICES))).hasSize(2);
    cloud.forgetRequests();

    assertThat(disable(basic(secret)).body()).contains(":100,");
    assertThat(said(me(Visitor.with(cloud, "token " + secret)))).isEqualTo("200 admin");
    assertThat(said(me(bearer(secret)))).isEqualTo("401 Unauthorised");
    assertThat(cloud.passwordChecks()).isZero();

    String id = made.at("/deviceToken/id").asText();
    assertThat(jar.call("DELETE", DEVICES + "/999").body()).isEqualTo("[]");
    HttpResponse<String> gone = jar.call("DELETE", DEVICES + "/" + id);
    assertThat(gone.statusCode() + gone.body()).isEqualTo("200[]");
    assertThat(said(me(basic(secret)))).isEqualTo("401 Unauthorised");
  }

  @ParameterizedTest
  @EnumSource(names = "NEXTCLOUD_.*", mode = EnumSource.Mode.MATCH_ANY)
  void whereTwoFactorIsEnforcedAPasswordSignsNobodyIn(Flavour flavour) throws Exception {
    start(flavour);
    cloud.account("usr1").orElseThrow().setPassword("Xk29-tz!qq81");
    cloud.enforceTwoFactor();
    HttpResponse<String> answer = me(Visitor.of(cloud, "usr1", "Xk29-tz!qq81"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body())
        .isEqualTo(
            "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":997,"
                + "\"message\":\"Current user is not logged in\",\"totalitems\":\"\","
                + "\"itemsperpage\":\"\"},\"data\":[]}}");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void whereTwoFactorIsEnforcedAConfirmedAppPasswordWrites() throws Exception {
    start(NEXTCLOUD_34);
    String secret = made();
    cloud.enforceTwoFactorForAdministrators();
    assertThat(said(me(admin))).isEqualTo("401 Current user is not logged in");
    Visitor kept = basic(secret).keepingCookies();
    assertThat(me(kept).statusCode()).isEqualTo(200);
    assertThat(disable(kept).body()).startsWith(UNCONFIRMED);
    confirm(kept, CloudStandIn.ADMIN_PASSWORD);
    assertThat(disable(kept).body()).contains(":100,");
    HttpResponse<String> created =
        kept.call("POST", V1 + "users" + JSON, "userid", "usr2", "password", "Xk29-tz!qq81");
    assertThat(created.body()).contains(":100,");
  }

  @ParameterizedTest
  @EnumSource(names = "NEXTCLOUD_.*", mode = EnumSource.Mode.MATCH_ANY)
  void afterElevenWrongPasswordsOnlyKeptSessionsAndBearersAreServed(Flavour flavour)
      throws Exception {
    start(flavour);
    String secret = made();
    me(jar);
    me(jar);
    Visitor wrong = basic("wrong");
    for (int i = 0; i < 10; i++) {
      assertThat(me(wrong).statusCode()).isEqualTo(401);
    }
    assertThat(me(admin).statusCode()).as("a right one forgets those before").isEqualTo(200);
    for (int i = 0; i < 11; i++) {
      assertThat(me(wrong).statusCode()).as("heard").isEqualTo(401);
    }
    for (Visitor basic : new Visitor[] {admin, basic(secret)}) {
      assertThat(me(basic).body()).contains(":429,\"message\":\"Reached maximum delay\"");
      assertThat(basic.get("/ocs/v2.php/cloud/user").statusCode()).isEqualTo(429);
    }
    assertThat(me(jar).statusCode()).isEqualTo(200);
    assertThat(disable(jar).body()).contains(":100,");
    assertThat(said(me(bearer(secret)))).isEqualTo("200 admin");
    assertThat(admin.get("/status.php").statusCode()).isEqualTo(200);
    cloud.later(Duration.ofMinutes(31));
    assertThat(me(admin).statusCode()).isEqualTo(200);
  }

  @Test
  void wrongPasswordsOfAMistypedLoginAreNotForgotten() throws Exception {
    start(NEXTCLOUD_34);
    for (int i = 0; i < 3; i++) {
      me(Visitor.of(cloud, "adm1n", "wrong"));
    }
    assertThat(me(admin).statusCode()).isEqualTo(200);
    for (int i = 0; i < 8; i++) {
      assertThat(me(basic("wrong")).statusCode()).isEqualTo(401);
    }
    assertThat(me(admin).body()).contains(":429,");
  }

  @Test
  void ownCloudHearsAnyNumberOfWrongPasswords() throws Exception {
    start(OWNCLOUD_10);
    for (int i = 0; i < 13; i++) {
      assertThat(me(basic("wrong")).statusCode()).isEqualTo(401);
    }
    assertThat(me(admin).statusCode()).isEqualTo(200);
  }

  @Test
  void patchSetsSeveralFieldsAndIsCountedByItself() throws Exception {
    start(NEXTCLOUD_34);
    cloud.addGroup("cust");
    cloud.account("usr1").orElseThrow().groups().add("cust");
    String user = V1 + "users/usr1" + JSON;
    for (int i = 0; i < 50; i++) {
      admin.call("PUT", user, "key", "quota", "value", "5 GB");
    }
    assertThat(admin.call("PUT", user, "key", "quota", "value", "5 GB").statusCode())
        .isEqualTo(429);
    HttpResponse<String> patched =
        admin.callJson(
            "PATCH",
            user,
            "{\"quota\":\"1 GB\",\"email\":\"X@example.org\",\"displayName\":\"Ж\","
                + "\"language\":\"de\",\"manager\":\"zz\",\"groups\":[]}");
    assertThat(patched.body())
        .contains(":100,", "\"id\":\"usr1\"", "\"manager\":\"zz\"", "\"groups\":[]")
        .contains("\"email\":\"x@example.org\"", "\"language\":\"de\"");
    HttpResponse<String> refused =
        admin.callJson(
            "PATCH",
            user,
            "{\"quota\":\"garbage\",\"email\":\"x\",\"language\":\"xx\","
                + "\"displayName\":\"Q\"}");
    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.body())
        .isEqualTo(
            "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":422,"
                + "\"message\":\"\",\"totalitems\":\"\",\"itemsperpage\":\"\"},"
                + "\"data\":{\"errors\":{\"email\":\"Invalid email address\","
                + "\"language\":\"Invalid language\","
                + "\"quota\":\"Invalid quota value: garbage\"}}}}");
    assertThat(cloud.account("usr1").orElseThrow().displayName()).isEqualTo("Ж");
    assertThat(admin.callJson("PATCH", user, "{\"groups\":[\"nogroup\"]}").body())
        .contains("{\"errors\":{\"groups\":\"Group nogroup does not exist\"}}");
    for (int i = 0; i < 47; i++) {
      admin.callJson("PATCH", user, "{\"quota\":\"none\"}");
    }
    assertThat(admin.callJson("PATCH", user, "{\"quota\":\"none\"}").statusCode()).isEqualTo(429);
    start(NEXTCLOUD_28);
    assertThat(admin.callJson("PATCH", user, "{\"quota\":\"none\"}").statusCode()).isEqualTo(405);
  }

  @Test
  void workTakesItsTimeWhereItIsCharged() throws Exception {
    start(NEXTCLOUD_34);
    cloud.costs(Costs.of(200, 1_500, 0, 0));
    assertThat(millis(jar)).isGreaterThan(190);
    assertThat(millis(jar)).isGreaterThan(1_690);
    assertThat(millis(jar)).isLessThan(1_690);
  }

  private static long millis(Visitor visitor) throws Exception {
    long begin = System.nanoTime();
    me(visitor);
    return Duration.ofNanos(System.nanoTime() - begin).toMillis();
  }
}
