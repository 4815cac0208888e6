package io.github.billnextcloud.standin.cloud;

import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_28;
import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_34;
import static io.github.billnextcloud.standin.cloud.Flavour.OWNCLOUD_10;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of users with all that is known of each. */
class CloudStandInDetailsTest {
  private static final String USERS = "/ocs/v2.php/cloud/users";
  private static final String DETAILS = USERS + "/details?format=json";

  private CloudStandIn cloud;
  private Visitor admin;

  private void start(Flavour flavour) {
    cloud = CloudStandIn.start(flavour);
    admin = Visitor.admin(cloud);
    List.of("usr2", "USR1", "usr3").forEach(cloud::addAccount);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(String body) throws Exception {
    Map<String, Object> ocs = (Map<String, Object>) JSON.std.mapFrom(body).get("ocs");
    return (Map<String, Object>) ocs.get("data");
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> users(String query) throws Exception {
    return (Map<String, Object>) data(admin.get(DETAILS + query).body()).get("users");
  }

  @ParameterizedTest
  @EnumSource(names = "NEXTCLOUD_.*", mode = EnumSource.Mode.MATCH_ANY)
  void showsEachAsAlone(Flavour flavour) throws Exception {
    start(flavour);
    Account usr2 = cloud.account("usr2").orElseThrow();
    usr2.setQuota("5 GB");
    usr2.setUsed(3_000_000);

    Map<String, Object> users = users("");
    assertThat(users.keySet()).containsExactly("admin", "USR1", "usr2", "usr3");
    for (String id : List.of("USR1", "usr2", "usr3")) {
      String alone = admin.get(USERS + "/" + id + "?format=json").body();
      assertThat(users.get(id)).isEqualTo(data(alone));
    }
    // The caller's own entry is without the scopes that GET users/admin has.
    assertThat(users.get("admin")).asString().contains("id=admin").doesNotContain("Scope");
  }

  @Test
  void pagesAndSearches() throws Exception {
    start(NEXTCLOUD_34);
    cloud.account("usr3").orElseThrow().setEmail("Ann@example.org");

    assertThat(users("&limit=2").keySet()).containsExactly("admin", "USR1");
    assertThat(users("&limit=2&offset=2").keySet()).containsExactly("usr2", "usr3");
    assertThat(users("&search=USR&limit=1&offset=1").keySet()).containsExactly("usr2");
    assertThat(users("&search=ann").keySet()).containsExactly("usr3");
    assertThat(admin.get(DETAILS + "&limit=0").body()).contains("\"statuscode\":996");
  }

  @Test
  void nobodyIsAnEmptyList() throws Exception {
    start(NEXTCLOUD_28);
    String none =
        "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":200,\"message\":\"OK\"},"
            + "\"data\":{\"users\":[]}}}";
    assertThat(admin.get(DETAILS + "&search=no-such").body()).isEqualTo(none);
    assertThat(admin.get(DETAILS + "&limit=5&offset=4").body()).isEqualTo(none);
  }

  @Test
  void brokenUserIsAnId() throws Exception {
    start(NEXTCLOUD_34);
    cloud.account("usr2").orElseThrow().setBroken(true);

    assertThat(admin.get(DETAILS).body()).contains("\"usr2\":{\"id\":\"usr2\"},\"usr3\":{\"ena");
    assertThat(admin.get(USERS + "/usr2?format=json").body()).contains("\"statuscode\":996");
  }

  @Test
  void onlyForAdministrators() throws Exception {
    start(NEXTCLOUD_34);
    cloud.account("usr2").orElseThrow().setPassword("secret");

    assertThat(Visitor.of(cloud, "usr2", "secret").get(DETAILS).body())
        .contains("\"statuscode\":403")
        .contains("Logged in account must be at least a sub admin");
  }

  @Test
  void isAnIdToOwncloudAndToOtherMethods() throws Exception {
    start(OWNCLOUD_10);
    assertThat(admin.get(DETAILS.replace("v2", "v1")).body())
        .contains("\"statuscode\":998,\"message\":\"The requested user could not be found\"");
    close();
    start(NEXTCLOUD_34);
    assertThat(admin.call("DELETE", DETAILS).body()).contains("\"statuscode\":998");
  }
}
