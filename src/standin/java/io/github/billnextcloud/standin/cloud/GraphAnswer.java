package io.github.billnextcloud.standin.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the graph service answers, and what the proxy before it says in its stead. */
final class GraphAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, List<String>> BY_GRAPH =
      Map.of("X-Graph-Version", List.of("v1.0"));

  private GraphAnswer() {}

  static Answer ok(Object value) {
    return of(200, value);
  }

  static Answer of(int status, Object value) {
    try {
      String body = JSON.writeValueAsString(value);
      return new Answer.Raw(status, "application/json", body, BY_GRAPH);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Answer done() {
    return new Answer.Raw(204, null, "", BY_GRAPH);
  }

  static Answer error(int status, String code, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put(
        "innererror",
        Map.of("date", "2026-11-25T13:09:58Z", "request-id", "standin/0000000001-000001"));
    error.put("message", message);
    return of(status, Map.of("error", error));
  }

  static Answer invalid(String message) {
    return error(400, "invalidRequest", message);
  }

  static Answer missing() {
    return missing("not found");
  }

  static Answer missing(String message) {
    return error(404, "itemNotFound", message);
  }

  static Answer readOnly() {
    return error(405, "notAllowed", "server is configured read-only");
  }

  /** Who is signed in, and no administrator. */
  static Answer forbidden(State state) {
    if (state.flavour == Flavour.INFINITE_SCALE_5) {
      return error(401, "accessDenied", "Unauthorized");
    }
    return error(403, "accessDenied", "Forbidden");
  }

  /** Said by the proxy, which is no part of the graph service. */
  static Answer empty(int status) {
    return new Answer.Raw(status, null, "", Map.of());
  }

  static Answer noRoute() {
    return Answer.raw(404, "text/plain; charset=utf-8", "404 page not found\n");
  }

  /** What any path that nobody serves gets, POST too. */
  static Answer webPage() {
    return Answer.raw(
        200, "text/html", "<html><head><base href=\"/\"/></head><body>placeholder</body></html>");
  }
}
