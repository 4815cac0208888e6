package io.github.billnextcloud.cloud.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/** One call of one route: what it is for, and what the route's refusals mean. */
final class GraphRequest {

  private static final String GRAPH = "graph/v1.0";

  final String method;
  private final List<String> path;

  /** What could not be done when this fails: completes "Could not …". */
  final Sentence purpose;

  private final Map<String, String> query = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Set<Integer> answers = new HashSet<>();
  private final Map<Integer, CloudErrorKind> refusals = new HashMap<>();
  private String body = "";
  private String api = GRAPH;
  private boolean repeatable = true;
  private boolean plain;
  private boolean unclear;
  private Optional<Secret> otherAuthorization = Optional.empty();

  private GraphRequest(String method, Sentence purpose, String... path) {
    this.method = method;
    this.purpose = purpose;
    this.path = List.of(path);
  }

  static GraphRequest get(Sentence purpose, String... path) {
    return new GraphRequest("GET", purpose, path);
  }

  static GraphRequest post(Sentence purpose, String... path) {
    return new GraphRequest("POST", purpose, path);
  }

  static GraphRequest patch(Sentence purpose, String... path) {
    return new GraphRequest("PATCH", purpose, path);
  }

  static GraphRequest delete(Sentence purpose, String... path) {
    return new GraphRequest("DELETE", purpose, path);
  }

  GraphRequest asking(String parameter, String value) {
    query.put(parameter, value);
    return this;
  }

  GraphRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  GraphRequest with(JsonObject json) {
    body = json.toString();
    return this;
  }

  /** Statuses that are answers here, not failures; 404 only where it says "not found". */
  GraphRequest answeredBy(Integer... statuses) {
    answers.addAll(List.of(statuses));
    return this;
  }

  GraphRequest refusedBy(int status, CloudErrorKind kind) {
    refusals.put(status, kind);
    return this;
  }

  /** Must not be sent again without looking at what the first time has done. */
  GraphRequest once() {
    repeatable = false;
    return this;
  }

  /** Sent with these credentials instead of ours. */
  GraphRequest as(Secret authorization) {
    otherAuthorization = Optional.of(authorization);
    return this;
  }

  /** A route beside the graph service's. */
  GraphRequest of(String folder) {
    api = folder;
    return this;
  }

  /** Answered in plain text, whatever its form is called. */
  GraphRequest plainly() {
    plain = true;
    return this;
  }

  /** Answered by any 404, also by one that does not say that nobody is there. */
  GraphRequest unclearToo() {
    unclear = true;
    return this;
  }

  /** By which a user is named where one is added to a group. */
  static String memberAddress(CloudEndpoint server, String user) {
    return server.route(GRAPH, List.of("users", user)).toString();
  }

  boolean isAnsweredUnclearly() {
    return unclear;
  }

  boolean isPlain() {
    return plain;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  boolean isAnswer(int status) {
    return answers.contains(status);
  }

  Optional<CloudErrorKind> refusal(int status) {
    return Optional.ofNullable(refusals.get(status));
  }

  /** Empty when our own are to be used. */
  Optional<Secret> otherAuthorization() {
    return otherAuthorization;
  }

  boolean isChange() {
    return !method.equals("GET");
  }

  /** Never with X-Requested-With: then a refusal would not say what is demanded. */
  Request http(CloudEndpoint server, Secret authorization) {
    HttpUrl.Builder url = server.route(api, path).newBuilder();
    query.forEach(url::addQueryParameter);
    Request.Builder http =
        new Request.Builder()
            .url(url.build())
            .header("Accept", "application/json")
            .header("User-Agent", "pmnextcloud");
    if (!authorization.isBlank()) {
      http.header("Authorization", authorization.reveal());
    }
    headers.forEach(http::header);
    boolean sends = isChange() && !method.equals("DELETE");
    if (sends && !body.isEmpty()) {
      http.header("Content-Type", "application/json");
    }
    return http.method(method, sends ? RequestBody.create(body.getBytes(UTF_8)) : null).build();
  }

  /** For the log. */
  String route() {
    return method + " " + String.join("/", path);
  }
}
