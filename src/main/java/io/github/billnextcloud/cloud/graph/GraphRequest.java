package io.github.billnextcloud.cloud.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.CloudRequest;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/** One call of one route of LibreGraph, or beside it. */
final class GraphRequest extends CloudRequest<GraphRequest> {

  private static final String GRAPH = "graph/v1.0";

  private final Map<String, String> headers = new LinkedHashMap<>();
  private String body = "";
  private boolean plain;
  private boolean unclear;

  private GraphRequest(String method, Sentence purpose, String... path) {
    super(method, purpose, GRAPH, path);
  }

  @Override
  protected GraphRequest self() {
    return this;
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

  GraphRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  GraphRequest with(JsonObjectBuilder json) {
    body = json.toString();
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

  /** Never with X-Requested-With: then a refusal would not say what is demanded. */
  Request http(CloudEndpoint server, Secret authorization) {
    HttpUrl.Builder url = server.route(api(), path()).newBuilder();
    query().forEach(url::addQueryParameter);
    Request.Builder http =
        new Request.Builder()
            .url(url.build())
            .header("Accept", "application/json")
            .header("User-Agent", "pmnextcloud");
    if (!authorization.isBlank()) {
      http.header("Authorization", authorization.reveal());
    }
    headers.forEach(http::header);
    boolean sends = isChange() && !isDeletion();
    if (sends && !body.isEmpty()) {
      http.header("Content-Type", "application/json");
    }
    return http.method(method(), sends ? RequestBody.create(body.getBytes(UTF_8)) : null).build();
  }

  /** For the log. */
  String route() {
    return method() + " " + String.join("/", path());
  }
}
