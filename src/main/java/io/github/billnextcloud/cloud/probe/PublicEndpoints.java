package io.github.billnextcloud.cloud.probe;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.ConnectionFailure;
import io.github.billnextcloud.cloud.http.InterceptedAnswer;
import io.github.billnextcloud.cloud.http.JsonReader;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.ocs.OcsAnswer;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** What a cloud tells those who have not signed in: asked without our credentials. */
final class PublicEndpoints {

  /** Bytes; the longest answer that we ask for has some thousands. */
  private static final long LONGEST_BODY = 1L << 20;

  private final CloudEndpoint server;
  private final OkHttpClient client;

  PublicEndpoints(CloudEndpoint server, Timeouts patience) {
    this.server = server;
    this.client = server.client(patience).build();
  }

  /** {@code status.php}, which answers in maintenance too. */
  ServerStatus status() {
    HttpUrl url = server.base().newBuilder().addPathSegment("status.php").build();
    try (Response response = client.newCall(request(url)).execute()) {
      if (response.code() != 200) {
        CloudException failure = elsewhere(response);
        return statusByCapabilities(response.code()).orElseThrow(() -> failure);
      }
      String body = body(response);
      Map<String, Object> told = fields(body);
      if (!told.containsKey("installed")) {
        throw failure(
            CloudErrorKind.WRONG_ADDRESS,
            Sentence.of("cloud.no_cloud", new InterceptedAnswer(response, body).description()));
      }
      return status(told, response);
    } catch (IOException silent) {
      throw failure(ConnectionFailure.kind(silent), ConnectionFailure.reason(server, silent));
    }
  }

  private static ServerStatus status(Map<String, Object> told, Response response) {
    return new ServerStatus(
        product(told),
        String.valueOf(told.getOrDefault("productversion", told.getOrDefault("versionstring", ""))),
        isOn(told, "installed"),
        isOn(told, "maintenance"),
        isOn(told, "needsDbUpgrade"),
        clock(response));
  }

  private static String product(Map<String, Object> told) {
    return told.containsKey("product")
        ? UserIdRule.productNamed(String.valueOf(told.get("product")))
        : UserIdRule.NEXTCLOUD;
  }

  /**
   * Infinite Scale and OpenCloud tell the same there, by another of their services: the page may be
   * away while all that we need answers.
   */
  private Optional<ServerStatus> statusByCapabilities(int instead) throws IOException {
    if (instead < 500) {
      return Optional.empty();
    }
    try (Response response = client.newCall(request(capabilities())).execute()) {
      Map<String, Object> all =
          OcsAnswer.parse(body(response))
              .map(answer -> OcsAnswer.asMap(answer.fields().get("capabilities")))
              .orElse(Map.of());
      Map<String, Object> told = OcsAnswer.asMap(OcsAnswer.asMap(all.get("core")).get("status"));
      return told.isEmpty() ? Optional.empty() : Optional.of(status(told, response));
    }
  }

  private HttpUrl capabilities() {
    return server
        .route("ocs/v1.php/cloud", List.of("capabilities"))
        .newBuilder()
        .addQueryParameter("format", "json")
        .build();
  }

  /** Nextcloud tells it with the capabilities that everybody may read; ownCloud has none. */
  BruteForceStatus guard() {
    try (Response response = client.newCall(request(capabilities())).execute()) {
      Optional<OcsAnswer> answer = OcsAnswer.parse(body(response));
      if (response.code() == 429 || answer.filter(it -> it.code() == 429).isPresent()) {
        throw failure(CloudErrorKind.THROTTLED, Sentence.of("cloud.answered", 429));
      }
      if (answer.filter(OcsAnswer::isOk).isEmpty()) {
        return BruteForceStatus.UNKNOWN;
      }
      Map<String, Object> all = OcsAnswer.asMap(answer.get().fields().get("capabilities"));
      Map<String, Object> guard = OcsAnswer.asMap(all.get("bruteforce"));
      return guard.get("delay") instanceof Number millis
          ? new BruteForceStatus(
              true, Duration.ofMillis(millis.longValue()), isOn(guard, "allow-listed"))
          : BruteForceStatus.UNKNOWN;
    } catch (IOException silent) {
      throw failure(ConnectionFailure.kind(silent), ConnectionFailure.reason(server, silent));
    }
  }

  private static Request request(HttpUrl url) {
    return new Request.Builder()
        .url(url)
        .header("OCS-APIRequest", "true")
        .header("Accept", "application/json")
        .header("User-Agent", "pmnextcloud")
        .build();
  }

  private CloudException elsewhere(Response response) throws IOException {
    String location = response.header("Location");
    Sentence who = new InterceptedAnswer(response, body(response)).description();
    Sentence said = Sentence.of("cloud.answered_http", response.code(), who);
    return failure(
        response.code() < 500 ? CloudErrorKind.WRONG_ADDRESS : CloudErrorKind.UNREACHABLE,
        location == null ? said : Sentence.of("cloud.sends_on", said, location));
  }

  private static Map<String, Object> fields(String body) throws IOException {
    return body.stripLeading().startsWith("{") ? JsonReader.read(body) : Map.of();
  }

  private static String body(Response response) throws IOException {
    return response.peekBody(LONGEST_BODY).string();
  }

  private static Optional<Instant> clock(Response response) {
    Date date = response.headers().getDate("Date");
    return Optional.ofNullable(date).map(Date::toInstant);
  }

  private static boolean isOn(Map<String, Object> fields, String name) {
    return Boolean.parseBoolean(String.valueOf(fields.get(name)));
  }

  private CloudException failure(CloudErrorKind kind, Sentence reason) {
    return new CloudException(kind, Sentence.of("cloud.no_look", server.address(), reason));
  }
}
