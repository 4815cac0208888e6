package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.ConnectionFailure;
import io.github.billnextcloud.cloud.http.InterceptedAnswer;
import io.github.billnextcloud.cloud.http.JsonReader;
import io.github.billnextcloud.cloud.http.SessionCookies;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.safe.Uninterrupted;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks what only a cloud's web interface offers, in a session that ends with this object. */
final class WebInterfaceClient {

  private static final Set<String> OF_DAV = Set.of("REPORT", "PROPFIND");

  private static final Logger LOG = LoggerFactory.getLogger(WebInterfaceClient.class);

  /** Bytes; the longest answer is a list of an account's devices. */
  private static final long LONGEST_BODY = 1L << 20;

  private static final Pattern REQUEST_TOKEN =
      Pattern.compile("data-requesttoken=\"([^\"]{1,1000})\"");

  private final CloudEndpoint server;
  private final Secret authorization;
  private final String name;
  private final OkHttpClient client;
  private SessionCookies cookies = SessionCookies.EMPTY;

  /** Empty until a page has asked for it. */
  private Optional<Secret> requestToken = Optional.empty();

  private WebInterfaceClient(CloudEndpoint server, Secret authorization, String name) {
    this.server = server;
    this.authorization = authorization;
    this.name = name;
    this.client = server.client(Timeouts.OPERATION).retryOnConnectionFailure(false).build();
  }

  static WebInterfaceClient signedIn(CloudEndpoint server, String name) {
    return new WebInterfaceClient(server, server.credentials().authorization(), name);
  }

  /** As somebody else. */
  static WebInterfaceClient of(CloudEndpoint server, Secret authorization, String name) {
    return new WebInterfaceClient(server, authorization, name);
  }

  /** As somebody whom the cloud does not know. */
  static WebInterfaceClient stranger(CloudEndpoint server, String name) {
    return new WebInterfaceClient(server, new Secret(""), name);
  }

  /** What a page has answered; nothing when it has answered that there is nothing. */
  record Page(String body) {

    Map<String, Object> fields() {
      return OcsAnswer.asMap(value());
    }

    List<?> list() {
      return value() instanceof List<?> list ? list : List.of();
    }

    /** True when the page wants what {@link #takeRequestToken} fetches. */
    boolean isForged() {
      return String.valueOf(fields().get("message")).startsWith("CSRF");
    }

    private @Nullable Object value() {
      try {
        return body.isBlank() ? List.of() : JsonReader.readAny(body);
      } catch (IOException broken) {
        return List.of();
      }
    }
  }

  /**
   * What came back of a question that may have any answer.
   *
   * @param code of the API's envelope; that of HTTP where there is none
   */
  record PageAnswer(int status, int code, String body) {

    /** True when somebody of this name is shown. */
    boolean names(String login) {
      return status < 300
          && (body.contains('"' + login + '"')
              || body.contains("UID:" + login)
              || body.contains("/principals/users/" + login + "/"));
    }

    /** True when nobody else was to be expected: nothing was found, or may be asked there. */
    boolean isNo() {
      boolean forged = status == 412 && body.contains("CSRF");
      return !forged && !isBroken(status) && !isBroken(code);
    }

    private static boolean isBroken(int code) {
      return code == 429 || code >= 500 && code < 600 || code == 996;
    }

    boolean isSignedOut() {
      return status == 401 || code == 401 || code == 997 && body.contains("not logged in");
    }
  }

  /** What a page of the web interface has for the forms on it; empty where it has none. */
  static Optional<String> requestToken(String page) {
    Matcher token = REQUEST_TOKEN.matcher(page);
    return token.find() ? Optional.of(token.group(1)) : Optional.empty();
  }

  /**
   * Nextcloud 28 takes a question of its web interface for forged without it, and the end of a
   * session too; to newer ones the API's header is enough. It stands for this session.
   */
  void takeRequestToken(Sentence purpose) {
    Map<String, Object> told = json(get(purpose, "csrftoken")).fields();
    requestToken = Optional.ofNullable(told.get("token")).map(String::valueOf).map(Secret::new);
  }

  PageAnswer ask(Sentence purpose, String method, HttpUrl url, Optional<RequestBody> body) {
    try (Response response = exchange(method, url, body)) {
      String text = response.peekBody(LONGEST_BODY).string();
      int code = OcsAnswer.parse(text).map(OcsAnswer::code).orElse(response.code());
      return new PageAnswer(response.code(), code, text);
    } catch (IOException failure) {
      throw ConnectionFailure.of(server, purpose, failure);
    }
  }

  /** A page that answers in JSON; 404 is that there is nothing. */
  Page json(OcsRequest request) {
    HttpUrl.Builder url = server.base().newBuilder().addPathSegment("index.php");
    request.path().forEach(url::addPathSegment);
    try (Response response = exchange(request, url.build())) {
      String body = response.peekBody(LONGEST_BODY).string();
      if (response.code() == 404) {
        return new Page("");
      }
      if (response.code() != 200 && !request.isAnsweredBy(response.code())) {
        throw refused(request, response, body);
      }
      return new Page(body);
    } catch (IOException failure) {
      throw ConnectionFailure.of(server, request.purpose(), failure);
    }
  }

  /** Ends the session, of which the server would keep a row. Without it all has been done, too. */
  void signOut() {
    Uninterrupted.run(this::logOut);
  }

  private void logOut() {
    HttpUrl page = server.base().newBuilder().addPathSegments("index.php/logout").build();
    try (Response response = exchange(get(Sentence.NONE, "logout"), page)) {
      LOG.debug("signed out: HTTP {}", response.code());
    } catch (IOException failure) {
      LOG.warn("the session is left to end by itself: {}", failure.toString());
    }
  }

  private CloudException refused(OcsRequest request, Response response, String body) {
    Sentence who = new InterceptedAnswer(response, body).description();
    return new CloudException(
        kind(response.code()),
        server.failed(request.purpose(), Sentence.of("cloud.answered_http", response.code(), who)));
  }

  private static CloudErrorKind kind(int status) {
    if (status == 429) {
      return CloudErrorKind.THROTTLED;
    }
    return status >= 500 ? CloudErrorKind.UNREACHABLE : CloudErrorKind.REFUSED;
  }

  /** The API, in the same session. */
  OcsAnswer ocs(OcsRequest request) {
    try (Response response = exchange(request, inJson(request))) {
      String body = response.peekBody(LONGEST_BODY).string();
      return new OcsErrorMapping(request, server, response, false).of(OcsAnswer.parse(body), body);
    } catch (IOException failure) {
      throw ConnectionFailure.of(server, request.purpose(), failure);
    }
  }

  private HttpUrl inJson(OcsRequest request) {
    return request.url(server).newBuilder().addQueryParameter("format", "json").build();
  }

  private Response exchange(OcsRequest request, HttpUrl url) throws IOException {
    return exchange(
        request.method(),
        url,
        request.isChange() ? Optional.of(request.form.build()) : Optional.empty());
  }

  private Response exchange(String method, HttpUrl url, Optional<? extends RequestBody> body)
      throws IOException {
    Request.Builder http =
        new Request.Builder()
            .url(url)
            .header("OCS-APIRequest", "true")
            .header("Accept", "application/json")
            .header("User-Agent", name)
            .method(method, body.orElse(null));
    if (OF_DAV.contains(method)) {
      // Without it servers search below nothing, and refuse, or show all that is below.
      http.header("Depth", "0");
    }
    if (!authorization.isBlank()) {
      http.header("Authorization", authorization.reveal());
    }
    requestToken.ifPresent(token -> http.header("requesttoken", token.reveal()));
    if (!cookies.isEmpty()) {
      http.header("Cookie", cookies.header());
    }
    Response response = client.newCall(http.build()).execute();
    cookies = cookies.with(response.headers("Set-Cookie"));
    return response;
  }
}
