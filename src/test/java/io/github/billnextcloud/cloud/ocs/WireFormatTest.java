package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request carries: its path, its headers, the session. */
class WireFormatTest extends OnTheWire {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "me@example.org, me@example.org",
        "o'brien,        o'brien",
        "a b,            a%20b",
        "aaa+bbbb,       aaa+bbbb",
        ".a.b.,          .a.b.",
        "100%,           100%25",
        "oauth2|corp|0f, oauth2%7Ccorp%7C0f",
        "wXHHqYbG+zM1=,  wXHHqYbG+zM1=",
        "CORP\\ivan,     CORP%5Civan",
        "rené,           ren%C3%A9",
        "urn:ivan,       urn:ivan",
        "a?b#c,          a%3Fb%23c"
      })
  void findUserWhenIdIsOddEncodesIt(String id, String segment) {
    answers(json(Recorded.NC_MISSING));

    cloud().findUser(new UserId(id));

    assertThat(sent().getUrl()).isEqualTo(USERS + "/" + segment + FORMAT);
  }

  /** They would lead to the list of all users, or nowhere. */
  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b"})
  void findUserWhenNoAddressLeadsThereSendsNothing(String id) {
    assertThat(kindOf(() -> cloud().findUser(new UserId(id)))).isEqualTo(CloudErrorKind.REFUSED);
    assertThat(received()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/", "/nextcloud/", "/nextcloud", "/a%20b/c/"})
  void findUserWhenInstalledInASubFolderKeepsIt(String path) {
    answers(json(Recorded.NC_MISSING));
    String base = "http://127.0.0.1:" + SERVER.port() + path;
    CloudEndpoint server =
        new CloudEndpoint(CloudAddress.parse(base).orElseThrow(), server("/").credentials());

    new OcsCloud(server, Timeouts.FORM).findUser(ANN);

    String folder = path.equals("/") ? "" : path.replaceAll("/$", "");
    assertThat(sent().getUrl()).isEqualTo(folder + USERS + "/ann" + FORMAT);
  }

  @Test
  void findUserWhenSentIsMarkedAsApiCall() {
    answers(json(Recorded.NC_MISSING));

    cloud().findUser(ANN);

    assertThat(sent().getHeader("OCS-APIRequest")).isEqualTo("true");
  }

  @Test
  void findUserWhenSentAcceptsJson() {
    answers(json(Recorded.NC_MISSING));

    cloud().findUser(ANN);

    assertThat(sent().getHeader("Accept")).isEqualTo("application/json");
  }

  @Test
  void findUserWhenPasswordIsNoAsciiSendsItInUtf8() {
    answers(json(Recorded.NC_MISSING));

    cloud().findUser(ANN);

    byte[] credentials = ("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    assertThat(sent().getHeader("Authorization"))
        .isEqualTo("Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  @Test
  void findUserWhenTokenIsGivenSendsIt() {
    answers(json(Recorded.NC_MISSING));
    CloudEndpoint server =
        new CloudEndpoint(server("/").at(), CloudCredentials.ofToken(new Secret("abc.def")));

    new OcsCloud(server, Timeouts.FORM).findUser(ANN);

    assertThat(sent().getHeader("Authorization")).isEqualTo("Bearer abc.def");
  }

  @Test
  void setEmailWhenSentIsAForm() {
    answers(json(Recorded.NC_OK));

    cloud().setEmail(ANN, "ann@example.org");

    assertThat(sent().getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
  }

  @Test
  void findUserWhenServerKeepsASessionCarriesIt() {
    answers(
        json(Recorded.NC_MISSING)
            .withHeader("Set-Cookie", "oc_sessionPassphrase=p; path=/; HttpOnly", "nc=1; path=/"));
    OcsCloud cloud = cloudOfARound();

    cloud.findUser(ANN);
    cloud.findUser(ANN);

    assertThat(received().get(1).getHeader("Cookie")).isEqualTo("oc_sessionPassphrase=p; nc=1");
  }

  /** Until it is signed in, ownCloud ends a session that changes something. */
  @Test
  void deleteUserWhenSessionIsNewGoesWithoutIt() {
    answers(json(Recorded.NC_MISSING).withHeader("Set-Cookie", "nc=1; path=/"));
    OcsCloud cloud = cloudOfARound();
    cloud.findUser(ANN);
    answers(json(Recorded.NC_OK));

    cloud.enableUser(ANN);

    assertThat(received().get(1).containsHeader("Cookie")).isFalse();
  }

  /** The second request of a session costs Nextcloud more than a few passwords. */
  @Test
  void findUserWhenFewRequestsAreAheadCarriesNoSession() {
    answers(json(Recorded.NC_MISSING).withHeader("Set-Cookie", "nc=1; path=/"));
    for (OcsCloud cloud : List.of(cloud(), patientCloud())) {
      cloud.findUser(ANN);
      cloud.findUser(ANN);
    }

    assertThat(received()).hasSize(4).noneMatch(request -> request.containsHeader("Cookie"));
  }

  @Test
  void findUserWhenCookieExpiredDropsIt() {
    answers(
        json(Recorded.NC_MISSING)
            .withHeader(
                "Set-Cookie",
                "gone=1; expires=Thu, 01-Jan-1970 00:00:01 GMT; path=/",
                "oc_sessionPassphrase=1"));
    OcsCloud cloud = cloudOfARound();

    cloud.findUser(ANN);
    cloud.findUser(ANN);

    assertThat(received().get(1).getHeader("Cookie")).isEqualTo("oc_sessionPassphrase=1");
  }

  @Test
  void findUserWhenCookieIsTakenBackForgetsIt() {
    answers(json(Recorded.NC_MISSING).withHeader("Set-Cookie", "oc_sessionPassphrase=1; path=/"));
    OcsCloud cloud = cloudOfARound();
    cloud.findUser(ANN);
    answers(
        json(Recorded.NC_MISSING)
            .withHeader("Set-Cookie", "oc_sessionPassphrase=deleted; Max-Age=0; path=/"));

    cloud.findUser(ANN);
    cloud.findUser(ANN);

    assertThat(received().get(2).containsHeader("Cookie")).isFalse();
  }

  @Test
  void findUserWhenCookieIsRenewedSendsTheNewOne() {
    answers(json(Recorded.NC_MISSING).withHeader("Set-Cookie", "oc_sessionPassphrase=1; path=/"));
    OcsCloud cloud = cloudOfARound();
    cloud.findUser(ANN);
    answers(json(Recorded.NC_MISSING).withHeader("Set-Cookie", "oc_sessionPassphrase=2; path=/"));

    cloud.findUser(ANN);
    cloud.findUser(ANN);

    assertThat(received().get(2).getHeader("Cookie")).isEqualTo("oc_sessionPassphrase=2");
  }

  private static LoggedRequest sent() {
    return received().get(0);
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
  }
}
