package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.probe.AutoDetectingCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What it means when no answer arrives, or not a whole one. */
class NoAnswerTest extends OnTheWire {

  @Test
  void findUserWhenAnswerBreaksOffIsUnreachable() {
    always(answer(Fault.RANDOM_DATA_THEN_CLOSE));

    assertThat(kindOf(() -> cloud().findUser(ANN))).isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @Test
  void findUserWhenChunkIsBrokenIsUnreachable() {
    always(answer(Fault.MALFORMED_RESPONSE_CHUNK));

    assertThat(kindOf(() -> cloud().findUser(ANN))).isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @ParameterizedTest
  @EnumSource(Timeouts.class)
  void findUserWhenNobodyListensGivesUpAtOnce(Timeouts patience) throws IOException {
    HttpUrl nobody = HttpUrl.get("http://127.0.0.1:" + closedPort() + "/");

    assertThat(failureOf(() -> cloud(nobody, patience).findUser(ANN)).retryAfter()).isZero();
  }

  @Test
  void findUserWhenNobodyListensIsUnreachable() throws IOException {
    HttpUrl nobody = HttpUrl.get("http://127.0.0.1:" + closedPort() + "/");

    assertThat(kindOf(() -> cloud(nobody, Timeouts.OPERATION).findUser(ANN)))
        .isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @Test
  void findUserWhenHostIsUnknownSaysSo() {
    HttpUrl nowhere = HttpUrl.get("http://no-such-host.invalid/cloud/");

    assertThat(failureOf(() -> cloud(nowhere, Timeouts.OPERATION).findUser(ANN)))
        .hasMessage(
            "Could not look for ann on http://no-such-host.invalid/cloud:"
                + " the host name is not known");
  }

  @Test
  void findUserWhenCertificateIsNobodysBlamesIt() {
    HttpUrl unknown = HttpUrl.get("https://127.0.0.1:" + SERVER.httpsPort() + "/");

    assertThat(kindOf(() -> cloud(unknown, Timeouts.OPERATION).findUser(ANN)))
        .isEqualTo(CloudErrorKind.CERTIFICATE);
  }

  /** Whoever saves the module is told what to do about it, not to come again later. */
  @Test
  void checkAccessWhenCertificateIsNobodysBlamesIt() {
    CloudAddress unknown =
        CloudAddress.parse("https://127.0.0.1:" + SERVER.httpsPort()).orElseThrow();
    CloudEndpoint there = new CloudEndpoint(unknown, server("/").credentials());

    assertThat(kindOf(() -> new AutoDetectingCloud(there, Timeouts.FORM).checkAccess()))
        .isEqualTo(CloudErrorKind.CERTIFICATE);
  }

  @Test
  void findUserWhenEncryptionIsExpectedButNotSpokenIsUnreachable() {
    HttpUrl plain = HttpUrl.get("https://127.0.0.1:" + SERVER.port() + "/");

    assertThat(kindOf(() -> cloud(plain, Timeouts.FORM).findUser(ANN)))
        .isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  private static OcsCloud cloud(HttpUrl base, Timeouts patience) {
    return new OcsCloud(
        new CloudEndpoint(new CloudAddress(base), server("/").credentials()), patience);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return taken.getLocalPort();
    }
  }

  private static ResponseDefinitionBuilder answer(Fault fault) {
    return json("").withFault(fault);
  }

  private static void always(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
  }
}
