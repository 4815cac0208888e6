package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.HttpSettings;
import io.github.billnextcloud.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.HttpUrl;

/**
 * Where a cloud is and as whom we work there.
 *
 * @param authorization the value of the header
 */
public record OcsEndpoint(CloudAddress at, Secret authorization, HttpSettings way) {

  /** One that is reached directly and known to the JDK's authorities. */
  public OcsEndpoint(CloudAddress at, Secret authorization) {
    this(at, authorization, HttpSettings.USUAL);
  }

  /** Basic authentication, preferred by every server with a password that may write. */
  public static Secret basic(String login, Secret password) {
    return new Secret(Credentials.basic(login, password.reveal(), StandardCharsets.UTF_8));
  }

  public static Secret bearer(Secret token) {
    return new Secret("Bearer " + token.reveal());
  }

  public HttpUrl route(String api, List<String> path) {
    HttpUrl.Builder url = base().newBuilder().addPathSegments("ocs/v1.php").addPathSegments(api);
    for (String segment : path) {
      requirePassable(segment);
      url.addPathSegment(segment);
    }
    return url.addQueryParameter("format", "json").build();
  }

  public HttpUrl base() {
    return at.url();
  }

  /**
   * Whatever else a name has in it can be encoded; a slash no server takes, however it is written.
   */
  private static void requirePassable(String segment) {
    if (segment.isEmpty() || segment.matches("\\.{1,2}") || segment.contains("/")) {
      throw new CloudException(
          CloudErrorKind.REFUSED, "No address leads to a user whose id is '" + segment + "'");
    }
  }

  /** For people and for the customer. */
  public String address() {
    return at.toString();
  }
}
