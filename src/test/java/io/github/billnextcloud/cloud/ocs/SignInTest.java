package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.ConnectionSettings;
import io.github.billnextcloud.cloud.http.SessionFile;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which a server stops to know us, and what is sent then. */
class SignInTest extends OnTheWire {

  private static final String CONFIRM = "/ocs/v1.php/core/apppassword/confirm" + FORMAT;
  private static final String UNCONFIRMED =
      "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":403,"
          + "\"message\":\"Password confirmation is required\"},\"data\":[]}}";
  private static final String STRANGER =
      "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":997,"
          + "\"message\":\"Current user is not logged in\"},\"data\":[]}}";
  private static final String WRONG =
      "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":403,\"message\":\"\"},"
          + "\"data\":[]}}";

  @TempDir private Path var;

  @Test
  void enableUserWhenAppPasswordMustBeConfirmedConfirmsItOnceForAllThatFollows() {
    everything(json(UNCONFIRMED));
    SERVER.stubFor(any(anyUrl()).withCookie("oc1", matching("a")).willReturn(json(Recorded.NC_OK)));
    SERVER.stubFor(
        put(urlEqualTo(CONFIRM))
            .willReturn(
                json(Recorded.NC_OK)
                    .withHeader("Set-Cookie", "oc1=a; path=/", "oc_sessionPassphrase=p; path=/")));
    OcsCloud cloud = cloud(both(), Timeouts.OPERATION);

    cloud.enableUser(ANN);
    cloud.disableUser(ANN);
    cloud(both(), Timeouts.OPERATION).enableUser(ANN);

    assertThat(paths()).containsExactly("enable", "confirm", "enable", "disable", "enable");
    assertThat(received().get(1).getBodyAsString()).contains("password=");
    assertThat(received()).allMatch(it -> it.getHeader("Authorization").equals(basic("app-word")));
  }

  @Test
  void enableUserWhenPasswordToConfirmIsWrongSaysSoAndTriesItOnce() {
    everything(json(UNCONFIRMED));
    SERVER.stubFor(put(urlEqualTo(CONFIRM)).willReturn(json(WRONG)));

    assertThat(kindOf(() -> cloud(both(), Timeouts.OPERATION).enableUser(ANN)))
        .isEqualTo(CloudErrorKind.UNAUTHORIZED);
    assertThat(paths()).containsExactly("enable", "confirm");
  }

  /** A proxy that lets no cookie through must not make us confirm for ever. */
  @Test
  void enableUserWhenConfirmationDoesNotHelpIsForbidden() {
    everything(json(UNCONFIRMED));
    SERVER.stubFor(put(urlEqualTo(CONFIRM)).willReturn(json(Recorded.NC_OK)));

    assertThat(kindOf(() -> cloud(both(), Timeouts.OPERATION).enableUser(ANN)))
        .isEqualTo(CloudErrorKind.FORBIDDEN);
    assertThat(paths()).containsExactly("enable", "confirm", "enable");
  }

  /** No server of ours asks for that; one that does must not keep us for ever. */
  @Test
  void knockWhenMereReadingIsToBeConfirmedIsForbidden() {
    everything(json(UNCONFIRMED));

    assertThat(kindOf(() -> cloud(both(), Timeouts.OPERATION).knock()))
        .isEqualTo(CloudErrorKind.FORBIDDEN);
    assertThat(received()).hasSize(1);
  }

  @Test
  void enableUserWhenAppPasswordIsAloneIsForbiddenAtOnce() {
    everything(json(UNCONFIRMED));
    CloudCredentials alone =
        new CloudCredentials("admin", new Secret(""), new Secret("app-word"), new Secret(""));

    assertThat(kindOf(() -> cloud(alone, Timeouts.OPERATION).enableUser(ANN)))
        .isEqualTo(CloudErrorKind.FORBIDDEN);
    assertThat(received()).hasSize(1);
  }

  @Test
  void findUserWhenAppPasswordWasTakenBackGoesOnWithThePassword() {
    everything(json(STRANGER));
    byPassword(json(Recorded.NC_OK));
    OcsCloud cloud = cloud(both(), Timeouts.OPERATION);

    cloud.knock();
    cloud.enableUser(ANN);

    assertThat(received())
        .extracting(it -> it.getHeader("Authorization"))
        .containsExactly(basic("app-word"), basic(PASSWORD), basic(PASSWORD));
  }

  @Test
  void knockWhenPasswordIsWrongTriesItOnce() {
    everything(json(STRANGER));

    for (Timeouts patience : Timeouts.values()) {
      forget();
      everything(json(STRANGER));
      assertThat(kindOf(() -> cloud(password(), patience).knock()))
          .isEqualTo(CloudErrorKind.UNAUTHORIZED);
      assertThat(received()).hasSize(1);
    }
  }

  /** The session's files are gone: it reads for ever, and is refused every change. */
  @Test
  void enableUserWhenSessionMayOnlyReadGoesByThePassword() {
    sessionOfARound();
    SERVER.stubFor(any(anyUrl()).withCookie("oc1", matching(".*")).willReturn(json(UNCONFIRMED)));

    cloud(password(), Timeouts.ROUND).enableUser(ANN);

    assertThat(received())
        .extracting(it -> it.containsHeader("Cookie"))
        .containsExactly(true, false);
  }

  @Test
  void knockWhenSessionWasEndedBeginsAnew() {
    sessionOfARound();
    SERVER.stubFor(any(anyUrl()).withCookie("oc1", matching(".*")).willReturn(json(STRANGER)));

    cloud(password(), Timeouts.OPERATION).knock();

    assertThat(received())
        .extracting(it -> it.containsHeader("Cookie"))
        .containsExactly(true, false);
  }

  @Test
  void knockWhenPasswordWasChangedSaysSoAfterTheSessionAndThePasswordWereTriedOnce() {
    sessionOfARound();
    everything(json(STRANGER));

    assertThat(kindOf(() -> cloud(password(), Timeouts.OPERATION).knock()))
        .isEqualTo(CloudErrorKind.UNAUTHORIZED);
    assertThat(received()).hasSize(2);
  }

  /**
   * A session is another's business: whoever tests a password wants to know whether it is right.
   */
  @Test
  void knockWhenPasswordIsTypedAnewDoesNotUseTheOldSession() {
    sessionOfARound();
    CloudCredentials typed = CloudCredentials.ofPassword("admin", new Secret("mistyped"));

    cloud(typed, Timeouts.OPERATION).knock();

    assertThat(received()).noneMatch(it -> it.containsHeader("Cookie"));
  }

  /** Four at once would make four pairs of keys. */
  @Test
  void knockWhenManyBeginAtOnceLetsOneBeginTheSession() {
    SERVER.stubFor(
        any(anyUrl())
            .inScenario("session")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("begun")
            .willReturn(
                json(Recorded.NC_OK)
                    .withFixedDelay(50)
                    .withHeader("Set-Cookie", "oc1=a; path=/", "oc_sessionPassphrase=p; path=/")));
    SERVER.stubFor(
        any(anyUrl())
            .inScenario("session")
            .whenScenarioStateIs("begun")
            .willReturn(json(Recorded.NC_OK).withFixedDelay(50)));
    OcsCloud cloud = cloud(password(), Timeouts.ROUND);

    IntStream.range(0, 4)
        .mapToObj(number -> CompletableFuture.runAsync(cloud::knock))
        .toList()
        .forEach(CompletableFuture::join);

    assertThat(received()).filteredOn(it -> !it.containsHeader("Cookie")).hasSize(1);
  }

  /** The third event in a row is worth a session, which the fourth uses for all. */
  @Test
  void enableUserWhenEventsFollowEachOtherSharesTheirSession() {
    everything(
        json(Recorded.NC_OK)
            .withHeader("Set-Cookie", "oc1=a; path=/", "oc_sessionPassphrase=p; path=/"));
    for (int event = 0; event < 4; event++) {
      OcsCloud cloud = cloud(password(), Timeouts.OPERATION);
      cloud.knock();
      cloud.enableUser(ANN);
    }

    assertThat(received())
        .extracting(it -> it.containsHeader("Cookie"))
        .containsExactly(false, false, false, false, true, true, true, true);
  }

  private void sessionOfARound() {
    everything(
        json(Recorded.NC_OK)
            .withHeader("Set-Cookie", "oc1=a; path=/", "oc_sessionPassphrase=p; path=/"));
    OcsCloud cloud = cloud(password(), Timeouts.ROUND);
    cloud.knock();
    cloud.knock();
    forget();
    everything(json(Recorded.NC_OK));
  }

  private OcsCloud cloud(CloudCredentials credentials, Timeouts patience) {
    CloudAddress at = new CloudAddress(HttpUrl.get("http://127.0.0.1:" + SERVER.port() + "/"));
    SessionFile file = SessionFile.in(var.resolve("sessions"), OptionalLong.of(3), at, credentials);
    return new OcsCloud(
        new CloudEndpoint(at, credentials, ConnectionSettings.usual(), file), patience);
  }

  private static CloudCredentials password() {
    return CloudCredentials.ofPassword("admin", new Secret(PASSWORD));
  }

  private static CloudCredentials both() {
    return new CloudCredentials(
        "admin", new Secret(PASSWORD), new Secret("app-word"), new Secret(""));
  }

  private static String basic(String password) {
    return CloudCredentials.basic("admin", new Secret(password)).reveal();
  }

  private static void everything(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
  }

  private static void byPassword(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(
        any(anyUrl()).withHeader("Authorization", equalTo(basic(PASSWORD))).willReturn(answer));
  }

  /** The last word of each path that was asked for. */
  private static List<String> paths() {
    return received().stream()
        .filter(it -> it.getMethod().equals(RequestMethod.PUT))
        .map(LoggedRequest::getUrl)
        .map(url -> url.replaceAll(".*/|\\?.*", ""))
        .toList();
  }
}
