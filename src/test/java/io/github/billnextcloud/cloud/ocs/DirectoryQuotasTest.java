package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.UserBackendName;
import io.github.billnextcloud.cloud.http.Timeouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Nextcloud tells of directories: whose an account is, and which of them set quotas. */
class DirectoryQuotasTest extends OnTheWire {

  private static final String APPS = "/ocs/v1.php/apps/provisioning_api/api/v1/config/apps/";

  private static void config(String path, String data) {
    SERVER.stubFor(
        get(urlPathEqualTo(APPS + path))
            .willReturn(
                json(
                    "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":100},\"data\":{\"data\":"
                        + data
                        + "}}}")));
  }

  @Test
  void quotasOfDirectoriesWhenSomeAreSetAreThose() {
    config(
        "user_ldap",
        "[\"s01ldap_host\",\"s01ldap_quota_attr\",\"s01ldap_quota_def\",\"ldap_quota_def\"]");
    config("user_ldap/s01ldap_quota_attr", "\"quota\"");
    config("user_ldap/s01ldap_quota_def", "\"\"");
    config("user_ldap/ldap_quota_def", "\"5 GB\"");
    config("user_oidc", "[\"provider-1-mappingQuota\",\"provider-1-mappingEmail\"]");
    config("user_oidc/provider-1-mappingQuota", "\"quota\"");
    config("user_saml", "[]");

    assertThat(new AppConfigApi(new OcsClient(server("/"), Timeouts.FORM)).quotasOfDirectories())
        .containsExactly(
            "user_ldap s01ldap_quota_attr",
            "user_ldap ldap_quota_def",
            "user_oidc provider-1-mappingQuota");
  }

  @ParameterizedTest
  @CsvSource({"Database, true", "LDAP, false", "user_oidc, false", "user_saml, false"})
  void backendOfWhenNextcloudTellsIsThat(String backend, boolean own) {
    SERVER.stubFor(
        get(user(""))
            .willReturn(
                json(
                    "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":100},\"data\":{\"id\":"
                        + "\"ann\",\"enabled\":true,\"backend\":\""
                        + backend
                        + "\"}}}")));

    assertThat(cloud().backendOf(ANN)).contains(new UserBackendName(backend));
    assertThat(new UserBackendName(backend).isOwn()).isEqualTo(own);
  }

  @Test
  void backendOfWhenTheServerDoesNotTellIsUnknown() {
    SERVER.stubFor(
        get(user(""))
            .willReturn(
                json(
                    "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":100},\"data\":"
                        + "{\"enabled\":\"true\",\"home\":\"/data/ann\"}}}")));
    SERVER.stubFor(
        get(user("/groups"))
            .willReturn(
                json(
                    "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":100},\"data\":"
                        + "{\"groups\":[]}}}")));

    assertThat(cloud().backendOf(ANN)).isEmpty();
  }
}
