package io.github.billnextcloud.standin.cloud;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** A plain HTTP client that logs in to a stand-in, for tests. */
final class Visitor {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String authorization;
  private final Map<String, String> jar;
  private final Map<String, String> announced = new LinkedHashMap<>();

  private Visitor(URI base, String authorization, Map<String, String> jar) {
    this.base = base;
    this.authorization = authorization;
    this.jar = jar;
  }

  static Visitor admin(CloudStandIn cloud) {
    return of(cloud, CloudStandIn.ADMIN, CloudStandIn.ADMIN_PASSWORD);
  }

  static Visitor of(CloudStandIn cloud, String login, String password) {
    byte[] pair = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Visitor(cloud.url(), "Basic " + Base64.getEncoder().encodeToString(pair), null);
  }

  /** Sends this Authorization header, or none when it is null. */
  static Visitor with(CloudStandIn cloud, String authorization) {
    return new Visitor(cloud.url(), authorization, null);
  }

  /** The same, keeping cookies from now on as browsers do. */
  Visitor keepingCookies() {
    return new Visitor(base, authorization, new LinkedHashMap<>());
  }

  /** Somebody else who has got hold of these cookies. */
  Visitor sharingCookies(Visitor owner) {
    return new Visitor(base, authorization, owner.jar);
  }

  /** The same with a copy of these cookies. */
  Visitor copyingCookies() {
    return new Visitor(base, authorization, new LinkedHashMap<>(jar));
  }

  /** Sends this header from now on. */
  void announce(String name, String value) {
    announced.put(name, value);
  }

  Map<String, String> jar() {
    return jar;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return call("GET", path);
  }

  /** Fields come as name, value, name, value. */
  HttpResponse<String> call(String method, String path, String... fields)
      throws IOException, InterruptedException {
    return exchange(method, path, true, fields);
  }

  HttpResponse<String> callJson(String method, String path, String json)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .header("OCS-APIRequest", "true")
            .method(method, HttpRequest.BodyPublishers.ofString(json));
    return send(request);
  }

  HttpResponse<String> exchange(String method, String path, boolean announced, String... fields)
      throws IOException, InterruptedException {
    StringJoiner body = new StringJoiner("&");
    for (int i = 0; i < fields.length; i += 2) {
      body.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(10))
            .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
    if (fields.length > 0) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    if (announced) {
      request.header("OCS-APIRequest", "true");
    }
    return send(request);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    announced.forEach(request::header);
    if (jar != null && !jar.isEmpty()) {
      StringJoiner cookies = new StringJoiner("; ");
      jar.forEach((name, value) -> cookies.add(name + "=" + value));
      request.header("Cookie", cookies.toString());
    }
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (jar != null) {
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
    }
    return answer;
  }

  private void keep(String line) {
    String[] cookie = line.split(";")[0].split("=", 2);
    if (line.contains("Max-Age=0")) {
      jar.remove(cookie[0]);
    } else {
      jar.put(cookie[0], cookie[1]);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
