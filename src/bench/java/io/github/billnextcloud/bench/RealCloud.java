package io.github.billnextcloud.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server whose users a benchmark makes, looks at and removes; never those it has not made. */
final class RealCloud {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern DEVICES =
      Pattern.compile("initial-state-settings-app_tokens\" value=\"([^\"]*)\"");

  private final String address;
  private final String authorization;
  private HttpClient session;

  RealCloud(String address, String login, String password) {
    this.address = address;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** Its product and version. */
  String told() throws IOException, InterruptedException {
    JsonNode status = JSON.readTree(send(client(), "GET", "/status.php", "").body());
    return status.get("productname").asText() + " " + status.get("versionstring").asText();
  }

  void create(String user, String password) throws IOException, InterruptedException {
    users("POST", "", "userid=" + encoded(user) + "&password=" + encoded(password));
  }

  void delete(String user) throws IOException, InterruptedException {
    users("DELETE", "/" + user, "");
  }

  boolean isEnabled(String user) throws IOException, InterruptedException {
    return users("GET", "/" + user, "").at("/ocs/data/enabled").asBoolean();
  }

  private JsonNode users(String method, String path, String form)
      throws IOException, InterruptedException {
    String where = "/ocs/v1.php/cloud/users" + path + "?format=json";
    // A deletion may come when the session may no longer write.
    HttpClient by = method.equals("DELETE") ? client() : browser();
    JsonNode said = JSON.readTree(send(by, method, where, form).body());
    if (said.at("/ocs/meta/statuscode").asInt() != 100) {
      throw new IOException(method + " users" + path + ": " + said.at("/ocs/meta"));
    }
    return said;
  }

  /**
   * How many sessions and app passwords the account's own page lists, without the session that
   * asks; nothing where it cannot be read.
   */
  OptionalInt devices() throws IOException, InterruptedException {
    String list = send(browser(), "GET", "/index.php/settings/personal/authtokens", "").body();
    if (!list.startsWith("[")) {
      Matcher page =
          DEVICES.matcher(send(browser(), "GET", "/index.php/settings/user/security", "").body());
      list =
          page.find()
              ? new String(Base64.getDecoder().decode(page.group(1)), StandardCharsets.UTF_8)
              : "";
    }
    return list.startsWith("[")
        ? OptionalInt.of(JSON.readTree(list).size() - 1)
        : OptionalInt.empty();
  }

  /** In one session, so that looking does not cost as much as what is measured. */
  private HttpClient browser() throws IOException, InterruptedException {
    if (session == null) {
      session = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
      for (int step = 0; step < 2; step++) {
        send(session, "GET", "/ocs/v1.php/cloud/user?format=json", "");
      }
    }
    return session;
  }

  private static HttpClient client() {
    return HttpClient.newHttpClient();
  }

  /** Ends the session where the server lets a program do so. */
  void logout() throws IOException, InterruptedException {
    if (session != null) {
      send(session, "GET", "/index.php/logout", "");
    }
  }

  private HttpResponse<String> send(HttpClient client, String method, String path, String form)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("OCS-APIRequest", "true")
            .header("Authorization", authorization)
            .method(method, BodyPublishers.ofString(form));
    if (!form.isEmpty()) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
