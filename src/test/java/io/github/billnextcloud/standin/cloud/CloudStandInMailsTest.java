package io.github.billnextcloud.standin.cloud;

import static io.github.billnextcloud.standin.cloud.Flavour.OWNCLOUD_10;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is created with an address and gets a mail: without a password, one to choose it. */
class CloudStandInMailsTest {
  private static final String USERS = "/ocs/v1.php/cloud/users";
  private static final String JSON = "?format=json";

  private static String create(CloudStandIn cloud, String... fields) throws Exception {
    return Visitor.admin(cloud).call("POST", USERS + JSON, fields).body();
  }

  @ParameterizedTest
  @EnumSource(names = "NEXTCLOUD_.*", mode = EnumSource.Mode.MATCH_ANY)
  void goToThoseWithAnAddress(Flavour flavour) throws Exception {
    try (CloudStandIn cloud = CloudStandIn.start(flavour)) {
      assertThat(create(cloud, "userid", "usr1", "email", "a@example.org")).contains(":100,");
      assertThat(create(cloud, "userid", "usr2", "password", "", "email", "b@example.org"))
          .contains(":100,");
      assertThat(create(cloud, "userid", "usr3", "password", "Xk29-tz!qq81", "email", "c@x.org"))
          .contains(":100,");
      assertThat(create(cloud, "userid", "usr4", "password", "")).contains(":108,");
      assertThat(create(cloud, "userid", "usr5", "email", "e@x.org", "quota", "garbage"))
          .doesNotContain(":100,");
      assertThat(cloud.mails()).containsExactly("usr1", "usr2", "usr3");
      assertThat(cloud.account("usr1").orElseThrow().password()).isNotEmpty();
      assertThat(cloud.account("usr4")).isEmpty();

      Visitor.admin(cloud).call("POST", USERS + "/USR3/welcome");
      assertThat(cloud.mails()).containsExactly("usr1", "usr2", "usr3", "usr3");
    }
  }

  @Test
  void owncloudWantsPasswords() throws Exception {
    try (CloudStandIn cloud = CloudStandIn.start(OWNCLOUD_10)) {
      assertThat(create(cloud, "userid", "usr1", "email", "a@example.org"))
          .contains("\"statuscode\":101,\"message\":\"A valid password must be provided\"");
      assertThat(cloud.account("usr1")).isEmpty();
      assertThat(cloud.mails()).isEmpty();
    }
  }
}
