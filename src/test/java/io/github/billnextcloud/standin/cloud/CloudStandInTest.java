package io.github.billnextcloud.standin.cloud;

import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_28;
import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_29;
import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_34;
import static io.github.billnextcloud.standin.cloud.Flavour.OWNCLOUD_10;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the stand-in against answers recorded from real servers. */
class CloudStandInTest {
  private static final String V1 = "/ocs/v1.php/cloud/";
  private static final String V2 = "/ocs/v2.php/cloud/";
  private static final String JSON = "?format=json";
  private static final String PASSWORD = "Xk29-tz!qq81";
  private static final String OK_V1_NC =
      "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":100,\"message\":\"OK\","
          + "\"totalitems\":\"\",\"itemsperpage\":\"\"},\"data\":[]}}";

  private CloudStandIn cloud;
  private Visitor admin;

  private void start(Flavour flavour) {
    close();
    cloud = CloudStandIn.start(flavour);
    admin = Visitor.admin(cloud);
  }

  @AfterEach
  void close() {
    if (cloud != null) {
      cloud.close();
    }
  }

  private static void assertAnswer(HttpResponse<String> answer, int status, String body) {
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  private HttpResponse<String> create(String id, String... more) throws Exception {
    String[] fields = new String[more.length + 4];
    System.arraycopy(new String[] {"userid", id, "password", PASSWORD}, 0, fields, 0, 4);
    System.arraycopy(more, 0, fields, 4, more.length);
    return admin.call("POST", V1 + "users" + JSON, fields);
  }

  private HttpResponse<String> edit(String id, String key, String value) throws Exception {
    return admin.call("PUT", V1 + "users/" + id + JSON, "key", key, "value", value);
  }

  @ParameterizedTest
  @EnumSource(names = "NEXTCLOUD_.*", mode = EnumSource.Mode.MATCH_ANY)
  void missingUserOnNextcloud(Flavour flavour) throws Exception {
    start(flavour);

    HttpResponse<String> v1 = admin.get(V1 + "users/no-such-user-x" + JSON);
    assertAnswer(
        v1,
        200,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":404,"
            + "\"message\":\"User does not exist\",\"totalitems\":\"\",\"itemsperpage\":\"\"},"
            + "\"data\":[]}}");
    assertThat(v1.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
    assertAnswer(
        admin.get(V2 + "users/no-such-user-x" + JSON),
        404,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":404,"
            + "\"message\":\"User does not exist\"},\"data\":[]}}");
  }

  @Test
  void missingUserOnOwncloud() throws Exception {
    start(OWNCLOUD_10);

    assertAnswer(
        admin.get(V1 + "users/no-such-user-x" + JSON),
        200,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":998,"
            + "\"message\":\"The requested user could not be found\"},\"data\":[]}}");
    assertAnswer(
        admin.get(V2 + "users/no-such-user-x" + JSON),
        404,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":404,"
            + "\"message\":\"The requested user could not be found\"},\"data\":[]}}");
    assertAnswer(
        admin.get(V1 + "users/no-such-user-x/groups"),
        200,
        """
        <?xml version="1.0"?>
        <ocs>
         <meta>
          <status>failure</status>
          <statuscode>998</statuscode>
          <message/>
         </meta>
         <data/>
        </ocs>
        """);
  }

  @Test
  void duplicateCreate() throws Exception {
    for (Flavour flavour : new Flavour[] {NEXTCLOUD_28, NEXTCLOUD_29, NEXTCLOUD_34}) {
      start(flavour);
      assertAnswer(
          create("ADMIN"),
          200,
          "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":102,"
              + "\"message\":\"User already exists\",\"totalitems\":\"\",\"itemsperpage\":\"\"},"
              + "\"data\":[]}}");
    }
    start(OWNCLOUD_10);
    assertAnswer(
        admin.call("POST", V2 + "users" + JSON, "userid", "admin", "password", PASSWORD),
        400,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":400,"
            + "\"message\":\"User already exists\"},\"data\":[]}}");
  }

  @Test
  void wrongPasswordIsXmlOnOlderNextclouds() throws Exception {
    String xml =
        """
        <?xml version="1.0"?>
        <ocs>
         <meta>
          <status>failure</status>
          <statuscode>997</statuscode>
          <message>Unauthorised</message>
         </meta>
         <data/>
        </ocs>
        """;
    for (Flavour flavour : new Flavour[] {NEXTCLOUD_28, NEXTCLOUD_29}) {
      start(flavour);
      HttpResponse<String> answer = Visitor.of(cloud, "admin", "no").get(V2 + "users" + JSON);
      assertAnswer(answer, 401, xml);
      assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml; charset=UTF-8");
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .contains("Basic realm=\"Authorisation Required\"");
    }
  }

  @Test
  void wrongPasswordIsJsonOnTheOthers() throws Exception {
    start(NEXTCLOUD_34);
    assertAnswer(
        Visitor.of(cloud, "admin", "no").get(V1 + "users" + JSON),
        401,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":997,"
            + "\"message\":\"Unauthorised\",\"totalitems\":\"\",\"itemsperpage\":\"\"},"
            + "\"data\":[]}}");
    start(OWNCLOUD_10);
    assertAnswer(
        Visitor.of(cloud, "admin", "no").get(V1 + "users" + JSON),
        401,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":997,"
            + "\"message\":\"Unauthorised\"},\"data\":[]}}");
  }

  @Test
  void disablingNobody() throws Exception {
    start(NEXTCLOUD_29);
    assertAnswer(
        admin.call("PUT", V1 + "users/no-such-user-x/disable" + JSON),
        200,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":101,\"message\":\"\","
            + "\"totalitems\":\"\",\"itemsperpage\":\"\"},\"data\":[]}}");
    start(OWNCLOUD_10);
    assertAnswer(
        admin.call("PUT", V1 + "users/admin/disable" + JSON),
        200,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":101,\"message\":null},"
            + "\"data\":[]}}");
    assertAnswer(
        admin.call("PUT", V2 + "users/no-such-user-x/disable" + JSON),
        400,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":400,\"message\":null},"
            + "\"data\":[]}}");
  }

  @Test
  void freshUserOnNextcloud28() throws Exception {
    start(NEXTCLOUD_28);
    create("usr1");
    assertAnswer(
        admin.get(V2 + "users/USR1" + JSON),
        200,
        "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":200,\"message\":\"OK\"},\"data\":"
            + "{\"enabled\":true,\"storageLocation\":\"\\/srv\\/data\\/nc28\\/usr1\","
            + "\"id\":\"usr1\",\"lastLogin\":0,\"backend\":\"Database\",\"subadmin\":[],"
            + "\"quota\":{\"quota\":\"none\",\"used\":0},\"manager\":\"\",\"email\":null,"
            + "\"additional_mail\":[],\"displayname\":\"usr1\",\"display-name\":\"usr1\","
            + "\"phone\":\"\",\"address\":\"\",\"website\":\"\",\"twitter\":\"\","
            + "\"fediverse\":\"\",\"organisation\":\"\",\"role\":\"\",\"headline\":\"\","
            + "\"biography\":\"\",\"profile_enabled\":\"1\",\"groups\":[],\"language\":\"en\","
            + "\"locale\":\"\",\"notify_email\":null,"
            + "\"backendCapabilities\":{\"setDisplayName\":true,\"setPassword\":true}}}}");
  }

  @Test
  void freshUserOnNextcloud34() throws Exception {
    start(NEXTCLOUD_34);
    create("usr1");
    assertAnswer(
        admin.get(V2 + "users/usr1" + JSON),
        200,
        "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":200,\"message\":\"OK\"},\"data\":"
            + "{\"enabled\":true,\"storageLocation\":\"\\/srv\\/data\\/nc34\\/usr1\","
            + "\"id\":\"usr1\",\"firstLoginTimestamp\":0,\"lastLoginTimestamp\":0,"
            + "\"lastLogin\":0,\"backend\":\"Database\",\"subadmin\":[],\"quota\":{\"free\":-3,"
            + "\"used\":0,\"total\":-3,\"relative\":0,\"quota\":-3},\"manager\":\"\","
            + "\"email\":null,\"additional_mail\":[],\"displayname\":\"usr1\","
            + "\"display-name\":\"usr1\",\"phone\":\"\",\"address\":\"\",\"website\":\"\","
            + "\"twitter\":\"\",\"bluesky\":\"\",\"fediverse\":\"\",\"organisation\":\"\","
            + "\"role\":\"\",\"headline\":\"\",\"biography\":\"\",\"profile_enabled\":\"1\","
            + "\"pronouns\":\"\",\"groups\":[],\"language\":\"en\",\"locale\":\"\","
            + "\"timezone\":\"\",\"notify_email\":null,"
            + "\"backendCapabilities\":{\"setDisplayName\":true,\"setPassword\":true}}}}");
  }

  @Test
  void freshUserOnOwncloud() throws Exception {
    start(OWNCLOUD_10);
    create("usr1", "email", "ignored@example.org", "quota", "garbage", "language", "xx_YY");
    long created = cloud.account("usr1").orElseThrow().created();
    assertAnswer(
        admin.get(V2 + "users/usr1" + JSON),
        200,
        "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":200,\"message\":null},\"data\":"
            + "{\"enabled\":\"true\",\"quota\":{\"definition\":\"default\"},\"email\":null,"
            + "\"displayname\":\"usr1\",\"home\":\"\\/srv\\/data\\/oc10\\/usr1\","
            + "\"two_factor_auth_enabled\":\"false\",\"last_login\":0,"
            + ("\"creation_time\":" + created + ",\"language\":\"en\"}}}"));
  }

  /** Value sent, then the quota block that NC34, NC28 and OC10 showed afterwards. */
  @Test
  void quotasComeBackAsRecorded() throws Exception {
    String[][] cases = {
      {"5 GB", "5368709120", "5 GB"},
      {"5368709120", "5368709120", "5 GB"},
      {"5 GiB", "5", "5 B"},
      {"1.5 GB", "1610612736", "1.5 GB"},
      {"1,5 GB", "1073741824", "1 GB"},
      {"5 TB", "5497558138880", "5 TB"},
      {"100 kB", "102400", "100 KB"},
      {"5 XB", "5", "5 B"},
      {"1e9", "1000026931", "953.7 MB"},
      {"5G", "5368709120", "5 GB"},
      {"5 gb", "5368709120", "5 GB"},
      {"26844594176", "26843545600", "25 GB"},
      {"1 PB", "1125899906842600", "1 PB"},
      {"9223372036854775808", "9.2233720368548e+18", "8192 PB"},
    };
    for (String[] quota : cases) {
      String bytes = quota[1];
      String newest = "\"quota\":{\"free\":%s,\"used\":0,\"total\":%s,\"relative\":0,\"quota\":%s}";
      assertThat(quotaAfter(NEXTCLOUD_34, quota[0])).contains(newest.replace("%s", bytes));
      assertThat(quotaAfter(NEXTCLOUD_28, quota[0]))
          .contains("\"quota\":{\"quota\":" + bytes + ",\"used\":0}");
      assertThat(quotaAfter(OWNCLOUD_10, quota[0]))
          .contains("\"quota\":{\"definition\":\"" + quota[2] + "\"}");
    }
    assertThat(quotaAfter(NEXTCLOUD_34, "0"))
        .contains("\"free\":-3,\"used\":0,\"total\":-3,\"relative\":0,\"quota\":0}");
    assertThat(quotaAfter(OWNCLOUD_10, "-1")).contains("{\"definition\":\" B\"}");
  }

  private String quotaAfter(Flavour flavour, String value) throws Exception {
    start(flavour);
    cloud.addAccount("usr1");
    assertThat(edit("usr1", "quota", value).body()).contains("\"statuscode\":100");
    return admin.get(V1 + "users/usr1" + JSON).body();
  }

  @Test
  void refusedQuotas() throws Exception {
    start(NEXTCLOUD_34);
    cloud.addAccount("usr1");
    assertThat(edit("usr1", "quota", " 5 GB ").body())
        .contains("\"statuscode\":101,\"message\":\"Invalid quota value:  5 GB \"");
    assertThat(edit("usr1", "quota", "-1").body())
        .contains("\"statuscode\":996,\"message\":\"Internal Server Error\\n\"");
    cloud.maxQuota(3L << 30);
    assertThat(edit("usr1", "quota", "10 GB").body())
        .contains("101,\"message\":\"Invalid quota value. 10 GB is exceeding the maximum quota\"");
    start(NEXTCLOUD_28);
    cloud.addAccount("usr1");
    cloud.allowUnlimitedQuota(false);
    assertThat(edit("usr1", "quota", "none").body())
        .contains("102,\"message\":\"Unlimited quota is forbidden on this instance\"");
    assertAnswer(
        admin.call("PUT", V2 + "users/usr1" + JSON, "key", "quota", "value", "-1"),
        500,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":500,"
            + "\"message\":\"Internal Server Error\\n\"},\"data\":[]}}");
    start(OWNCLOUD_10);
    cloud.addAccount("usr1");
    assertThat(edit("usr1", "quota", "garbage").body())
        .contains("\"statuscode\":103,\"message\":\"Invalid quota value garbage\"");
  }

  @Test
  void spaceAfterTheFirstLogin() throws Exception {
    String[] blocks = {
      "{\"free\":5348534826,\"used\":20174294,\"total\":5368709120,\"relative\":0.38,"
          + "\"quota\":5368709120}",
      "{\"free\":5351385649,\"used\":17323471,\"total\":5368709120,\"relative\":0.32,"
          + "\"quota\":5368709120}",
      "{\"free\":5364020546,\"used\":4688574,\"total\":5368709120,\"relative\":0.09,"
          + "\"definition\":\"5 GB\"}",
      "{\"free\":-22125718,\"used\":23174294,\"total\":1048576,\"relative\":2210.07,"
          + "\"quota\":1048576}",
      "{\"free\":0,\"used\":20323471,\"total\":1048576,\"relative\":1938.2,\"quota\":1048576}",
      "{\"free\":76976877568,\"used\":4688574,\"total\":76981566142,\"relative\":0.01,"
          + "\"definition\":\"default\"}",
    };
    assertThat(afterLogin(NEXTCLOUD_34, "5 GB", 0)).contains(blocks[0]);
    assertThat(afterLogin(NEXTCLOUD_28, "5 GB", 0)).contains(blocks[1]);
    assertThat(afterLogin(OWNCLOUD_10, "5 GB", 0)).contains(blocks[2]);
    assertThat(afterLogin(NEXTCLOUD_34, "1 MB", 23_174_294)).contains(blocks[3]);
    assertThat(afterLogin(NEXTCLOUD_28, "1 MB", 20_323_471)).contains(blocks[4]);
    assertThat(afterLogin(OWNCLOUD_10, "default", 0)).contains(blocks[5]);
  }

  private String afterLogin(Flavour flavour, String quota, long used) throws Exception {
    start(flavour);
    create("usr1");
    Account account = cloud.account("usr1").orElseThrow();
    assertThat(Visitor.of(cloud, "usr1", PASSWORD).get(V1 + "user").statusCode()).isEqualTo(200);
    account.setQuota(quota);
    if (used > 0) {
      account.setUsed(used);
    }
    return admin.get(V1 + "users/usr1" + JSON).body();
  }

  @Test
  void fiftyEditsInTenMinutes() throws Exception {
    start(NEXTCLOUD_29);
    cloud.addAccount("usr1");
    for (int i = 0; i < 50; i++) {
      assertAnswer(edit("usr1", "quota", "5 GB"), 200, OK_V1_NC);
    }
    HttpResponse<String> refused = edit("usr1", "quota", "5 GB");
    assertAnswer(refused, 429, "");
    assertThat(refused.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
    assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
    assertAnswer(admin.call("PUT", V1 + "users/usr1/disable" + JSON), 200, OK_V1_NC);
    cloud.later(Duration.ofMinutes(30));
    assertAnswer(edit("usr1", "quota", "5 GB"), 200, OK_V1_NC);
  }

  @Test
  void bruteForceProtection() throws Exception {
    start(NEXTCLOUD_28);
    for (int i = 0; i < 11; i++) {
      assertThat(Visitor.of(cloud, "admin", "no").get(V1 + "users").statusCode()).isEqualTo(401);
    }
    assertAnswer(
        admin.get(V1 + "users" + JSON),
        200,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":429,"
            + "\"message\":\"Reached maximum delay\"},\"data\":[]}}");
    assertThat(admin.get(V2 + "users").statusCode()).isEqualTo(429);
  }

  @Test
  void maintenance() throws Exception {
    start(NEXTCLOUD_34);
    cloud.maintenance(true);
    HttpResponse<String> answer = admin.get(V1 + "users" + JSON);
    assertAnswer(
        answer,
        503,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":503,"
            + "\"message\":\"Service unavailable\",\"totalitems\":\"\",\"itemsperpage\":\"\"},"
            + "\"data\":[]}}");
    assertThat(answer.headers().firstValue("X-Nextcloud-Maintenance-Mode")).contains("1");
    assertAnswer(
        admin.get("/status.php"),
        200,
        "{\"installed\":true,\"maintenance\":true,\"needsDbUpgrade\":false,"
            + "\"version\":\"34.0.1.2\",\"versionstring\":\"34.0.1\",\"edition\":\"\","
            + "\"productname\":\"Nextcloud\",\"extendedSupport\":false}");
    start(OWNCLOUD_10);
    cloud.maintenance(true);
    answer = admin.get(V2 + "users" + JSON);
    assertAnswer(
        answer,
        503,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":503,"
            + "\"message\":\"Service unavailable\"},\"data\":[]}}");
    assertThat(answer.headers().firstValue("X-Nextcloud-Maintenance-Mode")).isEmpty();
    assertAnswer(
        admin.get("/status.php"),
        200,
        "{\"installed\":true,\"maintenance\":true,\"needsDbUpgrade\":false,"
            + "\"version\":\"10.15.2.0\",\"versionstring\":\"10.15.2\","
            + "\"edition\":\"Community\",\"productname\":\"ownCloud\",\"product\":\"ownCloud\"}");
  }

  @Test
  void ownUserWithScopes() throws Exception {
    start(NEXTCLOUD_34);
    Account me = cloud.account("admin").orElseThrow();
    me.setLastLogin(1795391930);
    assertThat(admin.get(V2 + "user" + JSON).body())
        .contains(
            "\"manager\":\"\",\"avatarScope\":\"v2-federated\",\"email\":null,"
                + "\"emailScope\":\"v2-federated\",\"additional_mail\":[],"
                + "\"additional_mailScope\":[],\"displayname\":\"admin\","
                + "\"display-name\":\"admin\",\"displaynameScope\":\"v2-federated\","
                + "\"phone\":\"\",\"phoneScope\":\"v2-local\"")
        .contains("\"pronouns\":\"\",\"pronounsScope\":\"v2-federated\",\"groups\":[\"admin\"]");
    start(OWNCLOUD_10);
    assertAnswer(
        admin.get(V2 + "user" + JSON),
        200,
        "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":200,\"message\":\"OK\","
            + "\"totalitems\":\"\",\"itemsperpage\":\"\"},\"data\":{\"id\":\"admin\","
            + "\"display-name\":\"admin\",\"email\":null,\"language\":\"en\"}}}");
  }

  @Test
  void failedCreateLeavesTheUserOnNextcloud() throws Exception {
    start(NEXTCLOUD_34);
    cloud.addGroup("cust");
    assertThat(
            create("half", "groups[]", "cust", "email", "h@example.org", "quota", "garbage").body())
        .contains("\"statuscode\":101,\"message\":\"Invalid quota value: garbage\"");
    Account half = cloud.account("half").orElseThrow();
    assertThat(half.enabled()).isTrue();
    assertThat(half.password()).isEqualTo(PASSWORD);
    assertThat(half.groups()).containsExactly("cust");
    assertThat(half.email()).isNull();

    assertThat(create("none1", "groups[]", "no-such-group").body())
        .contains("\"statuscode\":104,\"message\":\"Group no-such-group does not exist\"");
    assertThat(create("bad:user").body())
        .contains(
            "101,\"message\":\"Only the following characters are allowed in an Login: "
                + "\\\"a-z\\\", \\\"A-Z\\\", \\\"0-9\\\", spaces and \\\"_.@-'\\\"\"");
    assertThat(admin.call("POST", V1 + "users" + JSON, "userid", "n2", "password", "abc").body())
        .contains(
            "107,\"message\":\"Password is among the 1,000,000 most common ones. "
                + "Please make it unique. Password needs to be at least 10 characters long.\"");
    assertThat(cloud.accounts()).extracting(Account::id).containsExactly("admin", "half");
  }

  @Test
  void completeCreateOnNextcloud() throws Exception {
    start(NEXTCLOUD_29);
    assertAnswer(
        create(
            "full1",
            "displayName",
            "Žluť",
            "email",
            "full1@example.org",
            "groups[]",
            "admin",
            "quota",
            "5 GB",
            "language",
            "de"),
        200,
        "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":100,\"message\":\"OK\","
            + "\"totalitems\":\"\",\"itemsperpage\":\"\"},\"data\":{\"id\":\"full1\"}}}");
    Account full = cloud.account("FULL1").orElseThrow();
    assertThat(full.displayName()).isEqualTo("Žluť");
    assertThat(full.quotaBytes()).hasValue(5368709120L);
    assertThat(full.language()).isEqualTo("de");
    assertThat(cloud.writes())
        .extracting(Request::line)
        .containsExactly(
            "POST users userid=full1 password=*** displayName=Žluť email=full1@example.org"
                + " groups[]=admin quota=5 GB language=de");
  }

  @Test
  void owncloudSaysUnauthorisedForMuch() throws Exception {
    start(OWNCLOUD_10);
    cloud.addAccount("usr1");
    String refusal =
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":997,\"message\":null},"
            + "\"data\":[]}}";
    HttpResponse<String> answer = edit("usr1", "language", "de");
    assertAnswer(answer, 401, refusal);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertAnswer(edit("no-such-user-x", "quota", "1 GB"), 401, refusal);
    HttpResponse<String> dead = edit("usr1", "displayname", "d".repeat(65));
    assertAnswer(dead, 200, "");
    assertThat(dead.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
  }

  @Test
  void missingHeaderAndMissingParameters() throws Exception {
    start(NEXTCLOUD_34);
    assertAnswer(
        admin.exchange("GET", V1 + "users", false), 412, "{\"message\":\"CSRF check failed\"}");
    assertAnswer(admin.call("POST", V1 + "users" + JSON, "password", PASSWORD), 400, "");
    start(OWNCLOUD_10);
    assertThat(admin.exchange("GET", V1 + "users", false).statusCode()).isEqualTo(200);
  }

  @Test
  void ordinaryUsers() throws Exception {
    start(NEXTCLOUD_28);
    create("usr1");
    Visitor user = Visitor.of(cloud, "usr1", PASSWORD);
    assertAnswer(
        user.get(V2 + "users" + JSON),
        403,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":403,"
            + "\"message\":\"Logged in user must be at least a sub admin\"},\"data\":[]}}");
    assertAnswer(
        user.get(V2 + "users/admin" + JSON),
        404,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":998,\"message\":\"\"},"
            + "\"data\":[]}}");
    cloud.account("usr1").orElseThrow().setEnabled(false);
    assertThat(user.get(V1 + "user" + JSON).statusCode()).isEqualTo(401);
  }

  @Test
  void ordinaryUsersOfOwncloud() throws Exception {
    start(OWNCLOUD_10);
    create("usr1");
    Visitor user = Visitor.of(cloud, "usr1", PASSWORD);
    assertAnswer(
        user.get(V2 + "users" + JSON),
        401,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":997,"
            + "\"message\":\"Unauthorised\"},\"data\":[]}}");
    assertAnswer(
        user.get(V2 + "users/admin" + JSON),
        401,
        "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":997,\"message\":null},"
            + "\"data\":[]}}");
    cloud.account("usr1").orElseThrow().setEnabled(false);
    assertThat(user.get(V1 + "user" + JSON).body()).contains("\"message\":\"User disabled\"");
  }

  @Test
  void groupsOfUsers() throws Exception {
    start(NEXTCLOUD_34);
    cloud.addAccount("usr1");
    cloud.addGroup("cust");
    String groups = V1 + "users/usr1/groups" + JSON;
    assertAnswer(admin.call("POST", groups, "groupid", "cust"), 200, OK_V1_NC);
    assertThat(admin.get(groups).body()).contains("\"data\":{\"groups\":[\"cust\"]}");
    assertThat(admin.get(V1 + "groups/cust" + JSON).body()).contains("{\"users\":[\"usr1\"]}");
    assertAnswer(admin.call("DELETE", groups + "&groupid=cust"), 200, OK_V1_NC);
    assertThat(cloud.account("usr1").orElseThrow().groups()).isEmpty();
    assertThat(admin.call("POST", groups, "groupid", "no-such").body()).contains(":102,");
  }

  @Test
  void unknownEndpointAndSubFolder() throws Exception {
    start(NEXTCLOUD_28);
    assertThat(admin.get(V2 + "users/" + JSON).statusCode()).isEqualTo(404);
    assertThat(admin.get(V1 + "users/a%2Fb").statusCode()).isEqualTo(405);
    try (CloudStandIn sub = CloudStandIn.start(NEXTCLOUD_34, "/nextcloud")) {
      assertThat(sub.url().toString()).endsWith("/nextcloud");
      assertThat(Visitor.admin(sub).get(V1 + "users" + JSON).body()).contains("[\"admin\"]");
      assertThat(sub.requests()).extracting(Request::line).containsExactly("GET users");
    }
  }

  @Test
  void faultsHappenOnce() throws Exception {
    start(NEXTCLOUD_34);
    cloud.fault(Request::isWrite, Fault.dropAfter());
    assertThatThrownBy(() -> create("usr1")).isInstanceOf(IOException.class);
    assertThat(cloud.account("usr1")).isPresent();
    cloud.fault(r -> r.path().endsWith("/usr1"), Fault.dropBefore());
    assertThatThrownBy(() -> admin.call("DELETE", V1 + "users/usr1"))
        .isInstanceOf(IOException.class);
    assertThat(cloud.account("usr1")).isPresent();
    cloud.fault(r -> true, Fault.ocs(996, "Internal Server Error\n"));
    assertThat(admin.get(V1 + "users" + JSON).body()).contains("\"statuscode\":996");
    cloud.fault(r -> true, Fault.status(502, Map.of("Retry-After", "1"), "text/html", "bad"));
    assertThat(admin.get(V1 + "users").headers().firstValue("Retry-After")).contains("1");
    cloud.fault(r -> true, Fault.cutJson());
    assertThat(admin.get(V1 + "users" + JSON).body()).startsWith("{").doesNotEndWith("}");
    cloud.fault(r -> true, Fault.htmlLogin());
    assertThat(admin.get(V1 + "users" + JSON).body()).contains("<form");
    cloud.fault(r -> true, Fault.delay(Duration.ofMillis(50)));
    assertThat(admin.get(V1 + "users" + JSON).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void takesAnAddressForALogin(Flavour flavour) throws Exception {
    start(flavour);
    cloud.addAccount("anna@corp.example");
    Account bob = cloud.addAccount("bob");
    bob.setEmail("Anna@corp.example");
    bob.setPassword("Known-only-to-bob-1");

    Visitor visitor = Visitor.of(cloud, "anna@corp.example", "Known-only-to-bob-1");
    assertThat(visitor.get("/ocs/v1.php/cloud/user?format=json").body()).contains("\"id\":\"bob\"");
    cloud.addAccount("eve").setEmail("anna@corp.example");
    assertThat(visitor.get("/ocs/v1.php/cloud/user?format=json").body()).contains("997");
  }

  @Test
  void newestTakesAnAddressForAnIdOnAllRoutes() throws Exception {
    start(NEXTCLOUD_34);
    Account bob = cloud.addAccount("bob");
    bob.setEmail("anna@corp.example");
    String anna = "/ocs/v1.php/cloud/users/anna@corp.example";

    assertThat(admin.get(anna + "?format=json").body()).contains("\"id\":\"bob\"");
    assertThat(admin.call("PUT", anna + "/disable?format=json").body()).contains(":100,");
    assertThat(bob.enabled()).isFalse();
    String users = "/ocs/v1.php/cloud/users?format=json";
    assertThat(admin.call("POST", users, "userid", "anna@corp.example", "password", "x").body())
        .contains(":102,");
    assertThat(admin.call("DELETE", anna + "?format=json").body()).contains(":100,");
    assertThat(cloud.account("bob")).isEmpty();
  }

  @Test
  void olderDoesNotTakeAnAddressForAnId() throws Exception {
    start(NEXTCLOUD_28);
    cloud.addAccount("bob").setEmail("anna@corp.example");

    assertThat(admin.get("/ocs/v1.php/cloud/users/anna@corp.example?format=json").body())
        .contains(":404,");
  }
}
