package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From settings to the cloud, and what settings are refused. */
class CloudFactoryTest {

  @Test
  void ofWhenPasswordIsRightSignsIn() {
    try (CloudStandIn cloud = CloudStandIn.start(Flavour.NEXTCLOUD_29)) {
      ProcessingModule module =
          module(cloud.url().toString(), "admin", CloudStandIn.ADMIN_PASSWORD, "");
      assertThat(CloudFactory.of(module, Timeouts.FORM).checkAccess().actingUser())
          .hasToString("admin");
    }
  }

  @Test
  void ofWhenTokenIsThereNeedsNoPassword() {
    try (CloudStandIn cloud = CloudStandIn.start(Flavour.NEXTCLOUD_29)) {
      cloud.appPassword("aaaaa-bbbbb");
      ProcessingModule module = module(cloud.url().toString(), "", "", "aaaaa-bbbbb");
      assertThat(CloudFactory.of(module, Timeouts.FORM).checkAccess().actingUser())
          .hasToString("admin");
    }
  }

  @Test
  void ofWhenTokenIsWrongDoesNotTryThePassword() {
    try (CloudStandIn cloud = CloudStandIn.start(Flavour.NEXTCLOUD_29)) {
      ProcessingModule module =
          module(cloud.url().toString(), "admin", CloudStandIn.ADMIN_PASSWORD, "aaaaa-bbbbb");
      assertThatThrownBy(() -> CloudFactory.of(module, Timeouts.FORM).checkAccess())
          .isInstanceOf(CloudException.class);
    }
  }

  @Test
  void addressWhenTypedWithSlashHasNone() {
    assertThat(CloudFactory.address(module("https://x.example.org/cloud/", "a", "b", "")))
        .isEqualTo("https://x.example.org/cloud");
  }

  @ParameterizedTest
  @CsvSource({"'', word", "admin, ''", "'', ''", "' ', ' '"})
  void ofWhenCredentialsAreMissingRefuses(String login, String password) {
    assertThat(refusal(module("https://x", login, password, " ")))
        .hasMessage("nc_username and nc_password, or nc_token, are not filled in")
        .extracting(ProvisioningException::reason)
        .isEqualTo(Reason.BAD_SETTINGS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"тайна", "two words", "two\nlines", "a\u0000b"})
  void ofWhenTokenCannotBeSentRefusesWithoutShowingIt(String token) {
    assertThat(refusal(module("https://x", "", "", token)))
        .hasMessage("nc_token has characters that no token has")
        .extracting(ProvisioningException::reason)
        .isEqualTo(Reason.BAD_SETTINGS);
  }

  @Test
  void ofWhenAddressIsNoneRefusesAndShowsIt() {
    assertThat(refusal(module("cloud.example.org", "a", "b", "")))
        .hasMessage("base_url is no http:// or https:// address: 'cloud.example.org'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ann:hunter2@x/",
        "https://ann:hun@ter2@x",
        "ftp://a:hunter2@x",
        "https:/ann:hunter2@x",
        "https:\\\\ann:hunter2@x",
        "ann:hunter2@x"
      })
  void ofWhenAddressHasCredentialsRefusesWithoutShowingThem(String address) {
    assertThat(refusal(module(address, "a", "b", "")))
        .hasMessageContaining("***@x")
        .hasMessageNotContaining("ter2");
  }

  private static ProvisioningException refusal(ProcessingModule module) {
    return catchThrowableOfType(
        ProvisioningException.class, () -> CloudFactory.of(module, Timeouts.FORM));
  }

  private static ProcessingModule module(
      String address, String login, String password, String token) {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    secrets.put("nc_password", new Secret(password));
    secrets.put("nc_token", new Secret(token));
    return new ProcessingModule(1, Map.of("base_url", address, "nc_username", login), secrets);
  }
}
