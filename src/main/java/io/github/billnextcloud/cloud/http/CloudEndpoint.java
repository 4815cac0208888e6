package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Where a cloud is and as whom we work there.
 *
 * @param session where one is kept from one event to the next
 * @param renewal of what OAuth has granted; without it the tokens are good until they end
 */
public record CloudEndpoint(
    CloudAddress at,
    CloudCredentials credentials,
    ConnectionSettings way,
    SessionFile session,
    Optional<OAuthTokenRefresher> renewal) {

  private static final int REQUEST_TIMEOUT = 408;

  public CloudEndpoint(
      CloudAddress at, CloudCredentials credentials, ConnectionSettings way, SessionFile session) {
    this(at, credentials, way, session, Optional.empty());
  }

  /** One that is reached directly and known to the JDK's authorities. */
  public CloudEndpoint(CloudAddress at, CloudCredentials credentials) {
    this(at, credentials, ConnectionSettings.usual(), SessionFile.none());
  }

  /** A redirect would turn a POST into a GET and carry our credentials elsewhere. */
  public OkHttpClient.Builder client(Timeouts patience) {
    return way.client(at)
        .connectTimeout(patience.connect)
        .readTimeout(patience.read)
        .callTimeout(patience.call)
        .addNetworkInterceptor(CloudEndpoint::withAPause)
        .followRedirects(false);
  }

  /**
   * OkHttp itself sends anything again, a create too, after 503 with "Retry-After: 0", and nearly
   * anything after 408.
   */
  private static Response withAPause(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String otherwise = response.code() == REQUEST_TIMEOUT ? "0" : "";
    return response.header("Retry-After", otherwise).matches("0+")
        ? response.newBuilder().header("Retry-After", "1").build()
        : response;
  }

  /**
   * @param api the folder of the interface, such as {@code graph/v1.0}
   */
  public HttpUrl route(String api, List<String> path) {
    HttpUrl.Builder url = base().newBuilder().addPathSegments(api);
    for (String segment : path) {
      requirePassable(segment);
      url.addPathSegment(segment);
    }
    return url.build();
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
          CloudErrorKind.REFUSED, Sentence.of("cloud.id_without_address", segment));
    }
  }

  /** What could not be done here, and why. */
  public Sentence failed(Sentence purpose, Sentence reason) {
    return Sentence.of("cloud.could_not", purpose, address(), reason);
  }

  /** For people and for the customer. */
  public String address() {
    return at.toString();
  }
}
