package io.github.billnextcloud.standin.cloud;

import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_28;
import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_29;
import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_34;
import static io.github.billnextcloud.standin.cloud.Flavour.OWNCLOUD_10;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Groups of their own: listed, searched and created. */
class CloudStandInGroupsTest {
  private static final String V1 = "/ocs/v1.php/cloud/groups?format=json";
  private static final String V2 = "/ocs/v2.php/cloud/groups?format=json";

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

  private String create(String path, String id) throws Exception {
    return admin.call("POST", path, "groupid", id).body();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void pagesAndSearches(Flavour flavour) throws Exception {
    start(flavour);
    cloud.addGroup("pro");
    cloud.addGroup("basic");
    assertThat(admin.get(V2).body()).endsWith("{\"groups\":[\"admin\",\"basic\",\"pro\"]}}}");
    assertThat(admin.get(V2 + "&limit=1&offset=1").body()).endsWith("{\"groups\":[\"basic\"]}}}");
    assertThat(admin.get(V2 + "&search=PRO").body()).endsWith("{\"groups\":[\"pro\"]}}}");
    assertThat(admin.get(V2 + "&limit=2&offset=3").body()).endsWith("{\"groups\":[]}}}");
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void createsOnce(Flavour flavour) throws Exception {
    start(flavour);
    assertThat(create(V1, "Ünï grp/1")).contains("\"statuscode\":100");
    assertThat(create(V1, "Ünï grp/1")).contains("\"statuscode\":102");
    assertThat(create(V1, "")).contains("\"statuscode\":101,\"message\":\"Invalid group name\"");
    assertThat(admin.get(V1).body()).contains("\"\\u00dcn\\u00ef grp\\/1\"");
  }

  @Test
  void wordsOfDuplicates() throws Exception {
    start(NEXTCLOUD_34);
    assertThat(create(V2, "admin")).contains("\"statuscode\":102,\"message\":\"group exists\"");
    start(OWNCLOUD_10);
    assertThat(create(V1, "admin")).contains("\"statuscode\":102,\"message\":null");
    assertThat(create(V2, "admin")).contains("\"statuscode\":400,\"message\":null");
  }

  @Test
  void longNamesDoNotComeBack() throws Exception {
    String name = "g".repeat(65);
    for (Flavour flavour : new Flavour[] {NEXTCLOUD_29, NEXTCLOUD_34}) {
      start(flavour);
      assertThat(create(V1, name)).contains("\"statuscode\":100");
      assertThat(create(V2, name))
          .contains("\"statuscode\":103,\"message\":\"Not supported by backend\"");
      assertThat(admin.get(V1).body()).doesNotContain(name).containsPattern("\"[0-9a-f]{64}\"");
    }
    start(NEXTCLOUD_28);
    assertThat(create(V1, name)).contains("\"statuscode\":996");
    start(OWNCLOUD_10);
    assertThat(create(V1, name)).isEmpty();
  }
}
