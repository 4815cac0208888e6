package io.github.billnextcloud.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.text.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a directory would do to the accounts of a tariff for them, told before one is sold. */
class DirectoryTariffChecksTest extends WithWayToCloud {

  private static final String OF_PROVIDER = "user_oidc/provider-1-";

  private CheckFinding found() {
    return examine().results().stream()
        .filter(it -> it.check().id().equals("promises"))
        .map(CheckResult::finding)
        .findFirst()
        .orElseThrow();
  }

  private String told() {
    CheckFinding found = found();
    return found.state() + ": " + found.found().in(Language.EN);
  }

  private void sellTo(Flavour flavour) {
    start(flavour);
    terms =
        Map.of(
            "account_source", List.of("directory"),
            "quota_source", List.of("fixed"),
            "fixed_quota", List.of("10"));
  }

  /** As the app has it after its first sign-in, when nobody has set more than who people are. */
  private void openId() {
    cloud.appSetting("user_oidc/enabled", "yes");
    cloud.appSetting("user_oidc/installed_version", "8.10.1");
    cloud.appSetting(OF_PROVIDER + "jwksCache", "");
    cloud.appSetting(OF_PROVIDER + "mappingUid", "email");
  }

  @Test
  void directoriesWhenThereAreNoneAreFine() {
    sellTo(Flavour.NEXTCLOUD_34);
    assertThat(found().state()).isEqualTo(CheckStatus.FINE);
  }

  @Test
  void openIdWhenNobodyHasSetMoreWritesQuotasAndMakesLogins() {
    sellTo(Flavour.NEXTCLOUD_34);
    openId();
    assertThat(told())
        .startsWith("WARNING")
        .contains("'quota' (provider-1)", "--mapping-quota=none", "--unique-uid=0")
        .doesNotContain("whitelist");
  }

  @Test
  void openIdWhenItIsSetAsTheDoctorSaysIsFine() {
    sellTo(Flavour.NEXTCLOUD_34);
    openId();
    cloud.appSetting(OF_PROVIDER + "mappingQuota", "none");
    cloud.appSetting(OF_PROVIDER + "uniqueUid", "0");
    assertThat(told()).startsWith("FINE");

    cloud.appSetting(OF_PROVIDER + "groupProvisioning", "1");
    assertThat(told()).startsWith("WARNING").contains("provider-1", "--group-whitelist-regex");
    cloud.appSetting(OF_PROVIDER + "groupWhitelistRegex", "^firm-");
    assertThat(told()).startsWith("FINE");

    cloud.appSetting(OF_PROVIDER + "mappingQuota", "space");
    assertThat(told()).startsWith("WARNING").contains("'space' (provider-1)");
  }

  @Test
  void directoriesWhenTheirAppIsOffDoNothing() {
    sellTo(Flavour.NEXTCLOUD_34);
    openId();
    cloud.appSetting("user_oidc/enabled", "no");
    cloud.samlProvider("quota");
    cloud.appSetting("user_saml/enabled", "no");
    assertThat(told()).startsWith("FINE");
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34"})
  void samlWhenItHasAnAttributeForQuotasIsTold(Flavour flavour) {
    sellTo(flavour);
    cloud.samlProvider("");
    assertThat(told()).startsWith("FINE");
    cloud.samlProvider("quota");
    assertThat(told()).startsWith("WARNING").contains("user_saml quota_mapping (2)");
  }

  @ParameterizedTest
  @CsvSource({
    "user_ldap,s01ldap_quota_attr",
    "user_ldap,ldap_quota_def",
    "user_saml,saml-attribute-mapping-quota_mapping"
  })
  void directoriesWhenASettingOfTheAppWritesQuotasAreTold(String app, String key) {
    sellTo(Flavour.NEXTCLOUD_34);
    cloud.appSetting(app + "/enabled", "yes");
    cloud.appSetting(app + "/" + key, "");
    assertThat(told()).startsWith("FINE");
    cloud.appSetting(app + "/" + key, "5 GB");
    assertThat(told()).startsWith("WARNING").contains(app + " " + key);
  }
}
