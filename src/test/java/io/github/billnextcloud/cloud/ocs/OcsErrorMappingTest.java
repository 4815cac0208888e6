package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.ConnectionFailure;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer means that is not the one hoped for. */
class OcsErrorMappingTest extends OnTheWire {

  private static final String LOCATION =
      "https://127.0.0.1:8443/ocs/v1.php/cloud/users?format=json";

  @Test
  void answerWhenItIsAPageSaysSo() {
    answers(html(200, Recorded.NGINX_404));

    assertThat(failure())
        .hasMessageEndingWith("the answer is no OCS answer but a page '404 Not Found'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "", " ", "ok", "[]", "{}", "{\"ocs\":{}}", "{\"ocs\":[]}"})
  void answerWhenItIsNoOcsIsNotUnderstood(String body) {
    answers(html(200, body));

    assertThat(failure().kind()).isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
  }

  @Test
  void answerWhenItIsCutOffIsNoSuccess() {
    answers(json(Recorded.NC_OK.substring(0, 60)));

    assertThat(failure().kind()).isIn(CloudErrorKind.UNREACHABLE, CloudErrorKind.NOT_UNDERSTOOD);
  }

  @Test
  void answerWhenItIsCutOffIsNotQuoted() {
    answers(json("{\"ocs\":{\"meta\":{\"status\":\"secret of another\""));

    assertThat(failure()).hasMessageNotContaining("secret of another");
  }

  @Test
  void answerWhenItSendsUsOnTellsWhere() {
    answers(html(301, Recorded.NGINX_301).withHeader("Location", LOCATION));

    assertThat(failure())
        .hasMessageEndingWith("a page '301 Moved Permanently': it sends us on to " + LOCATION)
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.WRONG_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void answerWhenItSendsUsOnIsNotFollowed(int status) {
    answers(html(status, "").withHeader("Location", server("/elsewhere").base().toString()));

    failureOf(() -> patientCloud().enableUser(ANN));

    assertThat(received()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "304, WRONG_ADDRESS",
    "400, NOT_UNDERSTOOD",
    "401, UNAUTHORIZED",
    "403, NOT_UNDERSTOOD",
    "404, WRONG_ADDRESS",
    "405, NOT_UNDERSTOOD",
    "406, NOT_UNDERSTOOD",
    "408, UNREACHABLE",
    "412, NOT_UNDERSTOOD",
    "413, NOT_UNDERSTOOD",
    "418, NOT_UNDERSTOOD",
    "425, UNREACHABLE",
    "429, THROTTLED",
    "500, UNREACHABLE",
    "502, UNREACHABLE",
    "503, BUSY",
    "504, UNREACHABLE",
    "521, UNREACHABLE"
  })
  void answerWhenItIsAPageIsJudgedByTheStatus(int status, CloudErrorKind kind) {
    answers(html(status, Recorded.NGINX_404));

    assertThat(failure().kind()).isEqualTo(kind);
  }

  /** Its words are in the cloud's own language, its title is the provider's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Access through untrusted domain</html>",
        "<html><title>Our cloud</title>Zugriff über eine nicht vertrauenswürdige Domain</html>"
      })
  void answerWhenDomainIsNotTrustedSaysSo(String page) {
    answers(html(400, page));

    assertThat(failure())
        .hasMessageEndingWith("is the name among its trusted domains?")
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.WRONG_ADDRESS);
  }

  @Test
  void answerWhenPortSpeaksTlsSaysSo() {
    answers(
        html(
            400,
            "<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head>"));

    assertThat(failure())
        .hasMessageEndingWith("the address must begin with https://")
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.WRONG_ADDRESS);
  }

  @Test
  void answerWhenItIs400WithoutABodyBlamesWhatIsBeforeTheCloud() {
    answers(aResponse().withStatus(400));

    assertThat(failure())
        .hasMessageContaining("HTTP 400 with an empty page: something before the cloud")
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.NOT_UNDERSTOOD);
  }

  @Test
  void answerWhenHeaderWasTakenAwayOnTheWayBlamesNeitherAddressNorRights() {
    answers(json(412, "{\"message\":\"CSRF check failed\"}"));

    assertThat(failure())
        .hasMessageContaining("something before the cloud does not let our GET, or its headers")
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.NOT_UNDERSTOOD);
  }

  /** Nextcloud's own "no", in XML although JSON was asked for. */
  @Test
  void answerWhenForbiddenByTheCloudItselfIsAboutRights() {
    answers(html(403, Recorded.XML_UNAUTHORISED.replace("997", "403")));

    assertThat(failure().kind()).isEqualTo(CloudErrorKind.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 405, 406, 412, 413})
  void answerWhenThePagesComeAfterAGoodAnswerBlamesNeitherAddressNorRights(int status) {
    SERVER.stubFor(any(anyUrl()).willReturn(json(Recorded.NC_OK)));
    SERVER.stubFor(
        put(anyUrl())
            .willReturn(
                html(status, "<html><head><title>Access denied</title></head>")
                    .withHeader("Location", "/sorry")
                    .withHeader("Server", "ddos-guard")));
    OcsCloud cloud = cloud();
    cloud.knock();

    CloudException failure = failureOf(() -> cloud.disableUser(ANN));

    assertThat(failure.kind()).isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
    assertThat(failure)
        .hasMessageContaining(status + " with a page 'Access denied' (Server: ddos-guard)")
        .hasMessageContaining("something before the cloud does not let our PUT");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 429, 503})
  void answerWhenItIsAChallengeSaysFromWhom(int status) {
    answers(
        html(status, "<!DOCTYPE html><html><head><title>Just a\n moment...</title></head></html>")
            .withHeader("Server", "cloudflare"));

    assertThat(failure())
        .hasMessageContaining("with a page 'Just a moment...' (Server: cloudflare)");
  }

  @Test
  void answerWhenPageIsHostileIsShownShortAndVisible() {
    answers(
        html(403, "<title>a\u0007\u009B31m\u202E" + "b".repeat(500) + "</title>")
            .withHeader("Server", "x".repeat(500)));

    assertThat(failure().getMessage()).hasSizeLessThan(450).matches("[^\\p{C}]+");
  }

  /** Nextcloud 28 and 29 answer so even though JSON was asked for. */
  @Test
  void answerWhenUnauthorisedInXmlIsUnderstood() {
    answers(
        html(401, Recorded.XML_UNAUTHORISED).withHeader("Content-Type", "text/xml; charset=UTF-8"));

    assertThat(failure().kind()).isEqualTo(CloudErrorKind.UNAUTHORIZED);
  }

  @Test
  void signsInWhenRefusedInXmlAfterAGoodAnswerIsFalse() {
    answers(json(Recorded.NC_OK));
    OcsCloud cloud = cloud();
    cloud.knock();
    answers(html(401, Recorded.XML_UNAUTHORISED));

    assertThat(cloud.signsIn(ANN, new Secret("no"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Unauthorised", "Current user is not logged in"})
  void answerWhenUnauthorisedInJsonIsUnderstood(String message) {
    answers(json(401, Recorded.nextcloudFailure(997, message)));

    assertThat(failure().kind()).isEqualTo(CloudErrorKind.UNAUTHORIZED);
  }

  @Test
  void answerWhenThrottledWithHttp200TellsWhenAgain() {
    answers(json(Recorded.nextcloudFailure(429, "Reached maximum delay")));

    assertThat(failure())
        .hasMessageMatching(".* answered 429 'Reached maximum delay' \\(again after 2\\S+Z\\)")
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.THROTTLED);
  }

  @Test
  void answerWhenInMaintenanceSaysSo() {
    answers(
        json(503, Recorded.nextcloudFailure(503, "Service unavailable"))
            .withHeader("X-Nextcloud-Maintenance-Mode", "1"));

    assertThat(failure())
        .hasMessageEndingWith("503 'Service unavailable': it is in maintenance mode")
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.BUSY);
  }

  @Test
  void answerWhenMessageIsLongCutsIt() {
    answers(json(Recorded.nextcloudFailure(101, "a".repeat(5000))));

    assertThat(failure().getMessage()).hasSizeLessThan(400).endsWith("…'");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 301, 400, 401, 403, 404, 429, 500, 503})
  void answerWhenRefusedKeepsTheCredentialsToItself(int status) {
    answers(html(status, Recorded.NGINX_404));

    String header = server("/").credentials().authorization().reveal();
    assertThat(failure()).hasMessageNotContainingAny(PASSWORD, header, header.substring(6));
  }

  @ParameterizedTest
  @CsvSource({"408, 1", "502, 1", "503, 1", "504, 1", "500, 0", "429, 0", "404, 0", "401, 0"})
  void answerWhenServerIsAwayIsTriedAgainSoon(int status, int seconds) {
    answers(html(status, ""));

    assertThat(failure().retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void noAnswerWhenItTookTooLongIsNotTriedAgain() {
    assertThat(withoutAnswer(new SocketTimeoutException("timeout")).retryAfter()).isZero();
  }

  @Test
  void noAnswerWhenHostIsUnknownIsNotTriedAgain() {
    assertThat(withoutAnswer(new UnknownHostException("no.example")).retryAfter()).isZero();
  }

  @Test
  void noAnswerWhenConnectionBrokeIsTriedAgainSoon() {
    assertThat(withoutAnswer(new IOException("reset")).retryAfter()).hasSeconds(1);
  }

  private static CloudException withoutAnswer(IOException failure) {
    return ConnectionFailure.of(server("/"), Sentence.of("purpose.look_for", "ann"), failure);
  }

  private static CloudException failure() {
    return failureOf(() -> cloud().findUser(ANN));
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
  }
}
