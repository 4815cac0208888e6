package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses that a customer's programs need. */
class CustomerLinksTest {

  private static final String ADDRESS = "https://cloud.example.org:8443/nextcloud";

  private static Map<String, String> links(String login, UserProfile profile) {
    CloudUser user =
        new CloudUser(
            new UserId(login), true, Quota.UNLIMITED, profile, Set.of(), UserUsage.UNKNOWN);
    return new CustomerLinks(ADDRESS, user).params();
  }

  @Test
  void paramsWhenNextcloudHaveBothLinks() {
    assertThat(links("user_7", UserProfile.UNKNOWN))
        .containsExactly(
            Map.entry("webdav_url", ADDRESS + "/remote.php/dav/files/user_7/"),
            Map.entry("phone_link", "nc://login/server:" + ADDRESS + "&user:user_7"));
  }

  @Test
  void paramsWhenOwnCloudHaveNoLinkOfNextcloudsApp() {
    assertThat(links("user_7", UserProfile.UNKNOWN.withoutLanguage()))
        .containsOnlyKeys("webdav_url");
  }

  @ParameterizedTest
  @CsvSource({
    "https://my.example.org/order?id={item}, https://my.example.org/order?id=7",
    "http://my.example.org, http://my.example.org",
    "my.example.org,",
    "javascript:alert(1),",
    "'',",
  })
  void toOrderWhenNoAddressIsTypedIsNone(String typed, String link) {
    ProcessingModule module = new ProcessingModule(1, Map.of("order_link", typed), Map.of());
    assertThat(CustomerLinks.toOrder(module, 7)).isEqualTo(Optional.ofNullable(link));
  }

  @ParameterizedTest
  @CsvSource({
    "a b, a%20b",
    "a+b, a%2Bb",
    "anna@example.org, anna@example.org",
    "o'hara, o%27hara",
  })
  void paramsWhenLoginHasSignsAreAddressesAllTheSame(String login, String inPath) {
    String webDav = links(login, UserProfile.UNKNOWN).get("webdav_url");
    assertThat(webDav).endsWith("/" + inPath + "/");
    assertThat(URI.create(webDav).getPath()).endsWith("/" + login + "/");
  }
}
