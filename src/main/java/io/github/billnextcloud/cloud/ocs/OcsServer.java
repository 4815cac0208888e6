package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.HttpUrl;

/**
 * Where a cloud is and as whom we work there.
 *
 * @param base with port and path, so that installs in a sub-folder work; never with credentials
 * @param authorization the value of the header
 */
public record OcsServer(HttpUrl base, Secret authorization) {

  private static final String FRONT_CONTROLLER = "index.php";

  /**
   * The address that a person typed, made usable: with or without a slash at its end, even copied
   * from the browser's bar. Empty when it is no http or https address.
   */
  public static Optional<HttpUrl> parseAddress(String typed) {
    HttpUrl url = HttpUrl.parse(typed.trim());
    if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
      return Optional.empty();
    }
    List<String> segments = url.pathSegments();
    HttpUrl.Builder base = url.newBuilder().query(null).fragment(null).encodedPath("/");
    for (String segment : segments) {
      if (segment.equals(FRONT_CONTROLLER)) {
        break;
      }
      if (!segment.isEmpty()) {
        base.addPathSegment(segment);
      }
    }
    return Optional.of(base.build());
  }

  /** Basic authentication, preferred by every server with a password that may write. */
  public static Secret basic(String login, Secret password) {
    return new Secret(Credentials.basic(login, password.reveal(), StandardCharsets.UTF_8));
  }

  public static Secret bearer(Secret token) {
    return new Secret("Bearer " + token.reveal());
  }

  HttpUrl route(String api, List<String> path) {
    HttpUrl.Builder url = base.newBuilder().addPathSegments("ocs/v1.php").addPathSegments(api);
    for (String segment : path) {
      url.addPathSegment(segment);
    }
    return url.addQueryParameter("format", "json").build();
  }

  /** For people and for the customer: the address without a slash at its end. */
  public String address() {
    String text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
