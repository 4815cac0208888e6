package io.github.billnextcloud.standin.cloud;

import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_28;
import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_29;
import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_34;
import static io.github.billnextcloud.standin.cloud.Flavour.OWNCLOUD_10;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** How much is used and what is left: by a user, and on the whole server. */
class CloudStandInUsageTest {
  private static final String JSON = "?format=json";
  private static final String USER = "/ocs/v1.php/cloud/users/usr1" + JSON;
  private static final String INFO = "/ocs/v2.php/apps/serverinfo/api/v1/info" + JSON;

  private static String shown(Flavour flavour, long login, long used) throws Exception {
    try (CloudStandIn cloud = CloudStandIn.start(flavour)) {
      Account account = cloud.addAccount("usr1");
      account.setQuota("5 GB");
      account.setUsed(used);
      account.setLastLogin(login);
      return Visitor.admin(cloud).get(USER).body();
    }
  }

  @Test
  void beforeTheFirstLogin() throws Exception {
    assertThat(shown(NEXTCLOUD_28, 0, 7))
        .contains("\"lastLogin\":0,")
        .contains("\"quota\":{\"quota\":5368709120,\"used\":0}");
    assertThat(shown(NEXTCLOUD_34, 0, 7))
        .contains("\"firstLoginTimestamp\":0,\"lastLoginTimestamp\":0,\"lastLogin\":0,")
        .contains("{\"free\":5368709120,\"used\":0,\"total\":5368709120,\"relative\":0,");
    assertThat(shown(OWNCLOUD_10, 0, 7))
        .contains("\"last_login\":0,")
        .contains("\"quota\":{\"definition\":\"5 GB\"}");
  }

  @Test
  void afterIt() throws Exception {
    String space = "\"free\":5365709120,\"used\":3000000,\"total\":5368709120,\"relative\":0.06";
    assertThat(shown(NEXTCLOUD_29, 1_700_000_000, 3_000_000))
        .contains("\"lastLogin\":1700000000000,")
        .contains("\"quota\":{" + space + ",\"quota\":5368709120}");
    assertThat(shown(NEXTCLOUD_34, 1_700_000_000, 3_000_000))
        .contains("\"lastLoginTimestamp\":1700000000,\"lastLogin\":1700000000000,")
        .contains("\"quota\":{" + space + ",\"quota\":5368709120}");
    assertThat(shown(OWNCLOUD_10, 1_700_000_000, 3_000_000))
        .contains("\"last_login\":1700000000,")
        .contains("\"quota\":{" + space + ",\"definition\":\"5 GB\"}");
  }

  @Test
  void tellsTheFreeSpace() throws Exception {
    try (CloudStandIn cloud = CloudStandIn.start(NEXTCLOUD_34)) {
      Visitor admin = Visitor.admin(cloud);
      assertThat(admin.get(INFO).body()).contains("\"freespace\":10995116277760,");
      cloud.freeSpace(48_472_944_640L);
      assertThat(admin.get(INFO + "&skipApps=true&skipUpdate=true").body())
          .contains("\"data\":{\"nextcloud\":{\"system\":{\"version\":\"34.0.1.2\",")
          .contains("\"freespace\":48472944640,\"cpuload\":[0.84,")
          .contains("\"storage\":{\"num_users\":1,\"num_files\":40,")
          .contains("\"server\":{\"webserver\":")
          .contains("\"activeUsers\":{\"last5minutes\":1,");
      assertThat(admin.get(INFO.replace("v2", "v1").replace(JSON, "")).body())
          .contains("<freespace>48472944640</freespace>");
    }
  }

  @Test
  void serverInfoIsForAdministrators() throws Exception {
    try (CloudStandIn cloud = CloudStandIn.start(NEXTCLOUD_34)) {
      cloud.addAccount("usr1").setPassword("secret");
      HttpResponse<String> refused = Visitor.of(cloud, "usr1", "secret").get(INFO);
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body()).endsWith("\"data\":{\"message\":\"Unauthorized\"}}}");
    }
  }

  @Test
  void serverInfoIsNotEverywhere() throws Exception {
    for (Flavour flavour : Flavour.ofOcs()) {
      try (CloudStandIn cloud = CloudStandIn.start(flavour)) {
        cloud.withoutServerInfo();
        Visitor admin = Visitor.admin(cloud);
        String nowhere = admin.get("/ocs/v2.php/cloud/nosuch" + JSON).body();
        assertThat(nowhere).contains("Invalid query, please check the syntax.");
        assertThat(admin.get(INFO).body()).isEqualTo(nowhere);
        int code = flavour == OWNCLOUD_10 ? 999 : 998;
        assertThat(admin.get(INFO.replace("v2", "v1")).body()).contains("\"statuscode\":" + code);
      }
    }
  }
}
