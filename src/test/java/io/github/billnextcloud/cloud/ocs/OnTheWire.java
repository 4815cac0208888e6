package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** A server that answers as a test tells it, with the client that talks to it. */
public abstract class OnTheWire {

  static final UserId ANN = new UserId("ann");
  static final String USERS = "/ocs/v1.php/cloud/users";
  static final String FORMAT = "?format=json";
  static final String PASSWORD = "pässwörd of the administrator";

  public static final WireMockServer SERVER = started();

  private static WireMockServer started() {
    WireMockServer server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .dynamicHttpsPort()
                .bindAddress("127.0.0.1"));
    server.start();
    return server;
  }

  @BeforeEach
  void forget() {
    SERVER.resetAll();
  }

  static CloudEndpoint server(String path) {
    HttpUrl base = HttpUrl.get("http://127.0.0.1:" + SERVER.port() + path);
    return new CloudEndpoint(
        new CloudAddress(base), CloudCredentials.ofPassword("admin", new Secret(PASSWORD)));
  }

  /** A client that tries once, as for a person at a form. */
  static OcsCloud cloud() {
    return new OcsCloud(server("/"), Timeouts.FORM);
  }

  /** A client that has many requests ahead. */
  static OcsCloud cloudOfARound() {
    return new OcsCloud(server("/"), Timeouts.ROUND);
  }

  /** A client that tries again where that may help. */
  static OcsCloud patientCloud() {
    return new OcsCloud(server("/"), Timeouts.OPERATION);
  }

  static UrlPattern user(String below) {
    return urlEqualTo(USERS + "/ann" + below + FORMAT);
  }

  static UrlPattern users() {
    return urlEqualTo(USERS + FORMAT);
  }

  static UrlPattern route(String path) {
    return urlEqualTo("/ocs/v1.php/cloud" + path + FORMAT);
  }

  static ResponseDefinitionBuilder json(String body) {
    return json(200, body);
  }

  static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; charset=utf-8")
        .withBody(body);
  }

  static ResponseDefinitionBuilder html(int status, String body) {
    return aResponse().withStatus(status).withHeader("Content-Type", "text/html").withBody(body);
  }

  static ResponseDefinitionBuilder hangUp() {
    return aResponse().withFault(Fault.EMPTY_RESPONSE);
  }

  static CloudException failureOf(ThrowingCallable call) {
    return catchThrowableOfType(CloudException.class, call);
  }

  static CloudException.CloudErrorKind kindOf(ThrowingCallable call) {
    CloudException failure = failureOf(call);
    return failure == null ? null : failure.kind();
  }

  /** What the server received, oldest first. */
  static List<LoggedRequest> received() {
    List<LoggedRequest> requests = new ArrayList<>();
    SERVER.getAllServeEvents().forEach(event -> requests.add(0, event.getRequest()));
    return requests;
  }
}
