package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.http.AccessRefusal;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.ConnectionFailure;
import io.github.billnextcloud.cloud.http.HttpTransport;
import io.github.billnextcloud.cloud.http.InterceptedAnswer;
import io.github.billnextcloud.cloud.http.ReauthenticatingSender;
import io.github.billnextcloud.cloud.http.ReauthenticatingSender.Attempt;
import io.github.billnextcloud.cloud.http.ReauthenticatingSender.Pass;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.http.TransientRetry;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one request and returns the server's answer, or says in a sentence why there is none. */
public final class OcsClient {

  private static final Logger LOG = LoggerFactory.getLogger(OcsClient.class);

  private static final Secret NO_COOKIES = new Secret("");

  /** So often it is asked who we are before a server keeps a session. */
  private static final int BEGINS_SESSION = 2;

  private final CloudEndpoint server;
  private final TransientRetry repeats;
  private final HttpTransport transport;
  private final ReauthenticatingSender access;

  /** Whether the API has answered: then the address is right, whoever answers later. */
  private volatile boolean known;

  public OcsClient(CloudEndpoint server, Timeouts patience) {
    this(server, patience, InstantSource.system());
  }

  OcsClient(CloudEndpoint server, Timeouts patience, InstantSource clock) {
    this.server = server;
    this.repeats = new TransientRetry(patience);
    this.access =
        new ReauthenticatingSender(
            server.credentials(), patience, server.session(), server.renewal(), clock);
    this.transport = new HttpTransport(server, patience);
  }

  /**
   * The answer with code 100, or with a code that the request takes for an answer.
   *
   * @throws CloudException for everything else
   */
  OcsAnswer send(OcsRequest request) {
    return repeats.answer(request.isRepeatable(), request, this::attempt);
  }

  private OcsAnswer attempt(OcsRequest request) {
    Optional<Secret> other = request.otherAuthorization();
    if (other.isPresent()) {
      return exchange(request, new Pass(other.get(), NO_COOKIES, false, false, false, null))
          .answer();
    }
    for (int asked = 0; asked < BEGINS_SESSION && access.isToBegin(request.isChange()); asked++) {
      OcsRequest ourselves = OcsRequest.get(Sentence.of("purpose.sign_in"), "user");
      access.send(false, pass -> exchange(ourselves, pass), this::confirm);
    }
    return access.send(request.isChange(), pass -> exchange(request, pass), this::confirm).answer();
  }

  /** Good for half an hour of changes in this session. */
  private void confirm() {
    OcsRequest request = OcsRequest.confirmation(access.password());
    try (Pass pass = access.confirmingPass()) {
      Exchange exchange = exchange(request, pass);
      if (exchange.answer().isOk()) {
        access.confirmed(exchange.setCookie());
      } else {
        access.cannotConfirm();
      }
    }
  }

  /** What came back; {@link #answer} judges it. */
  private final class Exchange implements Attempt {

    private final OcsRequest request;
    private final Response response;
    private final String body;
    private final Optional<OcsAnswer> told;
    private final boolean before;

    Exchange(OcsRequest request, String format, Response response) throws IOException {
      this.request = request;
      this.response = response;
      this.body = HttpTransport.text(response);
      this.told = request.isOfFiles() ? ofFiles() : request.isPage() ? ofPage() : ofApi(format);
      this.before = known;
      known |= told.isPresent();
    }

    private Optional<OcsAnswer> ofApi(String format) throws IOException {
      return format.equals("xml") ? OcsAnswer.parseXml(body) : OcsAnswer.parse(body);
    }

    private Optional<OcsAnswer> ofFiles() {
      return OcsAnswer.parseFiles(response.code(), body);
    }

    private Optional<OcsAnswer> ofPage() throws IOException {
      Optional<OcsAnswer> answer = OcsAnswer.parsePage(response.code(), body);
      boolean asked = request.isAnsweredBy(OcsAnswer.UNKNOWN_ROUTE);
      return answer.isEmpty() && asked && isUnknownPage()
          ? Optional.of(new OcsAnswer(OcsAnswer.UNKNOWN_ROUTE, "", null))
          : answer;
    }

    /** Nextcloud has an empty page there; ownCloud leads to its own, in a session to the files. */
    private boolean isUnknownPage() {
      String onward = response.header("Location", "");
      boolean own = onward.endsWith("/login") || onward.endsWith("/apps/files/");
      return response.code() == 404 || response.code() == 302 && own;
    }

    @Override
    public List<String> setCookie() {
      return response.headers("Set-Cookie");
    }

    boolean isEmpty() {
      return response.code() == 200 && body.isEmpty();
    }

    OcsAnswer answer() {
      return new OcsErrorMapping(request, server, response, before).of(told, body);
    }

    /** Older Nextcloud says 401 in XML whatever it was asked for. */
    @Override
    public AccessRefusal refusal() {
      if (told.isPresent()) {
        return told.get().accessRefusal();
      }
      boolean stranger =
          response.code() == 401 && OcsErrorMapping.isApi(new InterceptedAnswer(response, body));
      return stranger ? AccessRefusal.SIGNED_OUT : AccessRefusal.NONE;
    }
  }

  private Exchange exchange(OcsRequest request, Pass pass) {
    Exchange exchange = exchange(request, "json", pass);
    return exchange.isEmpty() && request.isAlsoInXml() ? exchange(request, "xml", pass) : exchange;
  }

  private Exchange exchange(OcsRequest request, String format, Pass pass) {
    long begun = System.nanoTime();
    try (Response response = transport.send(http(request, format, pass), request.isRepeatable())) {
      Exchange exchange = new Exchange(request, format, response);
      logCall(request, response.code(), exchange.told, begun);
      return exchange;
    } catch (IOException failure) {
      throw ConnectionFailure.of(server, request.purpose(), failure);
    }
  }

  private Request http(OcsRequest request, String format, Pass pass) {
    HttpUrl.Builder url = request.url(server).newBuilder();
    for (Map.Entry<String, String> parameter : request.query().entrySet()) {
      url.addQueryParameter(parameter.getKey(), parameter.getValue());
    }
    url.addQueryParameter("format", format);
    Request.Builder http = new Request.Builder().url(url.build());
    if (!pass.cookies().isBlank()) {
      http.header("Cookie", pass.cookies().reveal());
    }
    return http.header("OCS-APIRequest", "true")
        .header("Accept", "application/" + format)
        .header("User-Agent", request.name())
        .header("Authorization", pass.authorization().reveal())
        .method(request.method(), request.isChange() ? request.form.build() : null)
        .build();
  }

  private static void logCall(
      OcsRequest request, int status, Optional<OcsAnswer> answer, long begun) {
    if (LOG.isDebugEnabled()) {
      String code = answer.map(it -> Integer.toString(it.code())).orElse("no OCS answer");
      long millis = (System.nanoTime() - begun) / 1_000_000;
      String path = String.join("/", request.path());
      LOG.debug("{} {}: HTTP {}, {}, {} ms", request.method(), path, status, code, millis);
    }
  }
}
