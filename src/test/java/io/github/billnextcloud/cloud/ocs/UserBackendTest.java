package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.UserBackendName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose an account is, as servers tell. */
class UserBackendTest extends OnTheWire {

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
