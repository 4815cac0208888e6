package io.github.billnextcloud.standin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One request with everything the handling needs to know of it. */
final class Call {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Headers headers;
  private final String rawPath;
  private final String text;
  private final Map<String, List<String>> body;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final List<String> segments;
  private final Request request;

  private Call(HttpExchange exchange, String rawPath, String sessionCookie) throws IOException {
    this.headers = exchange.getRequestHeaders();
    this.rawPath = rawPath;
    this.text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    this.body = body(exchange, text);
    for (String cookie : headers.getOrDefault("Cookie", List.of())) {
      readCookies(cookie);
    }
    this.segments =
        Arrays.stream(rawPath.replaceFirst("^/+", "").split("/", -1))
            .map(Form::decodeSegment)
            .toList();
    Map<String, List<String>> fields = Form.parse(exchange.getRequestURI().getRawQuery());
    body.forEach((name, list) -> fields.merge(name, list, Call::joined));
    Credentials credentials = credentials();
    this.request =
        new Request(
            exchange.getRequestMethod(),
            "/" + String.join("/", segments),
            fields,
            cookies.containsKey(sessionCookie),
            credentials == null ? "" : credentials.toString());
  }

  /** Null when the request goes to another path than that of the installation. */
  static Call read(HttpExchange exchange, String installPath, String sessionCookie)
      throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    if (!path.equals(installPath) && !path.startsWith(installPath + "/")) {
      return null;
    }
    return new Call(exchange, path.substring(installPath.length()), sessionCookie);
  }

  private static Map<String, List<String>> body(HttpExchange exchange, String text) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null && type.startsWith("application/json")) {
      return JsonForm.parse(text);
    }
    return Form.parse(type != null && type.startsWith(FORM) ? text : null);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private void readCookies(String header) {
    for (String pair : header.split(";")) {
      String[] parts = pair.strip().split("=", 2);
      cookies.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
  }

  Request request() {
    return request;
  }

  String method() {
    return request.method();
  }

  Credentials credentials() {
    return Credentials.of(headers.getFirst("Authorization"));
  }

  String cookie(String name) {
    return cookies.get(name);
  }

  /** Whether a cookie of that name came along, whatever prefix the browser's rules gave it. */
  boolean hasCookieLike(String name) {
    return cookies.keySet().stream().anyMatch(it -> it.endsWith(name));
  }

  boolean announcesApi() {
    return "true".equals(headers.getFirst("OCS-APIRequest"));
  }

  boolean acceptsJson() {
    String accept = headers.getFirst("Accept");
    return accept != null && accept.startsWith("application/json");
  }

  /** Decoded segments below the install path, an empty one last after a trailing slash. */
  List<String> segments() {
    return segments;
  }

  boolean isOcs() {
    return segments.size() > 2
        && segments.get(0).equals("ocs")
        && segments.get(1).matches("v[12]\\.php");
  }

  /** A page of the app "Team folders", which answers like the API. */
  boolean isTeamFolders() {
    return request.path().startsWith("/index.php/apps/groupfolders/");
  }

  /** Whether ownCloud answers by the older part of its API, which knows no sessions. */
  boolean isOldRoute() {
    return isOcs() && segments.get(2).equals("cloud") && segments.size() > 3 && isOfUsers();
  }

  private boolean isOfUsers() {
    return segments.get(3).equals("users") || segments.get(3).equals("groups");
  }

  boolean v2() {
    return isOcs() && segments.get(1).equals("v2.php");
  }

  /** The body as it came. */
  String text() {
    return text;
  }

  /** The body as JSON; null when it is none. */
  JsonNode json() {
    return JsonForm.tree(text);
  }

  /** Whether the last segment is "$ref" as it was sent: encoded, it leads nowhere. */
  boolean isBareReference() {
    return rawPath.endsWith("/$ref");
  }

  boolean hasEncodedSlash() {
    return rawPath.contains("%2F") || rawPath.contains("%2f");
  }

  /** A field of query or body, or null. */
  String field(String name) {
    return request.field(name);
  }

  /** A field of the body alone: some of ownCloud's calls do not look at the query. */
  String bodyField(String name) {
    return body.containsKey(name) ? body.get(name).get(0) : null;
  }

  String fieldOrEmpty(String name) {
    String value = field(name);
    return value == null ? "" : value;
  }

  /** A header, or null. */
  String header(String name) {
    return headers.getFirst(name);
  }

  /** Whether a list field was sent, be it empty. */
  boolean hasList(String name) {
    return request.form().keySet().stream().anyMatch(it -> it.startsWith(name + "["));
  }

  /** All values of a PHP list field, sent as name[] or name[0]. */
  List<String> list(String name) {
    List<String> values = new ArrayList<>();
    request
        .form()
        .forEach(
            (key, list) -> {
              if (key.startsWith(name + "[")) {
                values.addAll(list);
              }
            });
    return values;
  }
}
