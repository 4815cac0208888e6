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
import java.util.StringJoiner;

/** A plain HTTP client that logs in to a stand-in, for tests. */
final class Visitor {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String authorization;
  private String cookies;

  private Visitor(URI base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  static Visitor admin(CloudStandIn cloud) {
    return of(cloud, CloudStandIn.ADMIN, CloudStandIn.ADMIN_PASSWORD);
  }

  static Visitor of(CloudStandIn cloud, String login, String password) {
    byte[] pair = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Visitor(cloud.url(), "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Sends these cookies from now on. */
  void send(String cookies) {
    this.cookies = cookies;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return call("GET", path);
  }

  /** Fields come as name, value, name, value. */
  HttpResponse<String> call(String method, String path, String... fields)
      throws IOException, InterruptedException {
    return exchange(method, path, true, fields);
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
            .header("Authorization", authorization)
            .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
    if (fields.length > 0) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    if (announced) {
      request.header("OCS-APIRequest", "true");
    }
    if (cookies != null) {
      request.header("Cookie", cookies);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
