package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A link to set a password, by the page for those who have forgotten theirs. */
class PasswordLinkTest extends OnTheWire {

  private static final String PAGE = "/index.php/lostpassword/email";
  private static final String TOKEN = "INIcwB3hnbIjRj9J3Yd6mZY6=:VYcpgSqCrsJRCW8bq8RI/eRj+KDI=";

  private static void page(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(post(urlEqualTo(PAGE)).willReturn(answer));
  }

  @Test
  void sendWhenTheHeaderIsTakenAsksOnceAndAsNobody() {
    page(json("{\"status\":\"success\"}"));

    cloud().sendPasswordLink(ANN);

    assertThat(received()).hasSize(1);
    assertThat(received().get(0).getBodyAsString()).isEqualTo("user=ann");
    assertThat(received().get(0).getHeader("Authorization")).isNull();
    assertThat(received().get(0).getHeader("OCS-APIRequest")).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({"json", "html"})
  void sendWhenTheHeaderIsNotTakenBringsWhatTheSignInPageGave(String kind) {
    page(
        kind.equals("json")
            ? json(412, "{\"message\":\"CSRF check failed\"}")
            : html(412, "<html class=\"ng-csp\"></html>"));
    SERVER.stubFor(
        get(urlEqualTo("/index.php/login"))
            .willReturn(
                html(200, "<html><head\n data-requesttoken=\"" + TOKEN + "\"></head></html>")
                    .withHeader("Set-Cookie", "oc_sessionPassphrase=abc; path=/; HttpOnly")));
    SERVER.stubFor(
        post(urlEqualTo(PAGE))
            .withRequestBody(containing("requesttoken=INIcwB3hnbIjRj9J3Yd6mZY6%3D%3AVYcpgSqCrsJR"))
            .withHeader("Cookie", containing("oc_sessionPassphrase=abc"))
            .willReturn(json("{\"status\":\"success\"}")));

    cloud().sendPasswordLink(ANN);

    assertThat(received()).hasSize(3);
  }

  @Test
  void sendWhenNobodyIsWrittenToSaysWhatTheServerSays() {
    page(json("{\"status\":\"error\",\"msg\":\"Password reset is disabled\"}"));

    assertThat(failureOf(() -> cloud().sendPasswordLink(ANN)))
        .hasMessageContaining("Password reset is disabled")
        .returns(CloudErrorKind.REFUSED, CloudException::kind);
  }

  @ParameterizedTest
  @CsvSource({"429, THROTTLED", "503, UNREACHABLE", "403, REFUSED", "404, REFUSED"})
  void sendWhenThePageIsNotAnsweredIsNotDone(int status, CloudErrorKind kind) {
    page(html(status, ""));

    assertThat(kindOf(() -> cloud().sendPasswordLink(ANN))).isEqualTo(kind);
  }

  /** OkHttp would ask again by itself: for a letter, an app password, the last use of a token. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "00"})
  void sendWhenThePageWantsToBeAskedAgainAtOnceIsAskedOnce(String pause) {
    page(html(503, "later").withHeader("Retry-After", pause));

    assertThat(kindOf(() -> cloud().sendPasswordLink(ANN))).isEqualTo(CloudErrorKind.UNREACHABLE);
    assertThat(received()).hasSize(1);
  }

  @Test
  void sendWhenTheConnectionEndsIsNotDone() {
    page(hangUp());

    assertThat(kindOf(() -> cloud().sendPasswordLink(ANN))).isEqualTo(CloudErrorKind.UNREACHABLE);
  }
}
