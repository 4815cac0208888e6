package io.github.billnextcloud.standin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of a hundred thousand users, each page and each user is found. */
class CloudStandInScaleTest {
  private static final String USERS = "/ocs/v1.php/cloud/users";

  @Test
  void answersForManyUsers() throws Exception {
    try (CloudStandIn cloud = CloudStandIn.start(Flavour.NEXTCLOUD_34)) {
      for (int i = 0; i < 100_000; i++) {
        cloud.addAccount("user_" + i);
      }
      cloud.keepNoJournal();
      Visitor admin = Visitor.admin(cloud);
      String last = USERS + "/details?format=json&limit=500&offset=99501";
      assertThat(admin.get(last).body().contains("\"user_99999\":{")).isTrue();

      for (int i = 0; i < 5; i++) {
        // Not contains(): nobody could read that failure.
        assertThat(admin.get(last).body().endsWith("true}}}}}}")).isTrue();
      }
      for (int i = 0; i < 200; i++) {
        assertThat(admin.get(USERS + "/USER_" + i).body()).contains("<id>user_" + i + "</id>");
      }
      assertThat(cloud.requests()).isEmpty();
      assertThat(cloud.requestCount()).isEqualTo(206);
    }
  }

  @Test
  void countsWithAndWithoutJournal() throws Exception {
    try (CloudStandIn cloud = CloudStandIn.start(Flavour.OWNCLOUD_10)) {
      Visitor admin = Visitor.admin(cloud);
      admin.get(USERS);
      assertThat(cloud.requests()).hasSize(1);
      cloud.keepNoJournal();
      cloud.fault(Request::isWrite, Fault.ocs(996, "no"));
      assertThat(admin.call("DELETE", USERS + "/usr1").body()).contains("996");
      assertThat(cloud.requests()).isEmpty();
      assertThat(cloud.requestCount()).isEqualTo(2);
      cloud.forgetRequests();
      assertThat(cloud.requestCount()).isZero();
    }
  }
}
