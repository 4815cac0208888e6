package io.github.billnextcloud.standin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A display name that is no text, as Nextcloud 34, 28 and ownCloud 10.15 show it. */
class CloudStandInNoTextTest {
  private static final String USER = "/ocs/v1.php/cloud/users/ann";

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void jsonIsEmptyAndXmlIsNot(Flavour flavour) throws Exception {
    try (CloudStandIn cloud = CloudStandIn.start(flavour)) {
      cloud.addAccount("ann").setDisplayName("\uD800x");
      Visitor admin = Visitor.admin(cloud);

      assertThat(admin.get(USER + "?format=json"))
          .returns(200, it -> it.statusCode())
          .returns("", it -> it.body())
          .returns(
              "application/json; charset=utf-8",
              it -> it.headers().firstValue("Content-Type").orElseThrow());
      assertThat(admin.get(USER + "?format=xml").body())
          .contains("<displayname>\uFFFDx</displayname>");
      assertThat(admin.get(USER + "/groups?format=json").body()).contains("\"groups\":[]");
      assertThat(admin.get(USER.replace("/ann", "?search=ann&format=json")).body())
          .contains("[\"ann\"]");
      if (flavour.nextcloud()) {
        assertThat(admin.get(USER.replace("ann", "details?format=json")).body()).isEmpty();
      }
    }
  }
}
