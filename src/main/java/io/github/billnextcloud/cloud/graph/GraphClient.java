package io.github.billnextcloud.cloud.graph;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.AccessRefusal;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.ConnectionFailure;
import io.github.billnextcloud.cloud.http.HttpTransport;
import io.github.billnextcloud.cloud.http.JsonReader;
import io.github.billnextcloud.cloud.http.ReauthenticatingSender;
import io.github.billnextcloud.cloud.http.ReauthenticatingSender.Attempt;
import io.github.billnextcloud.cloud.http.SessionFile;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.http.TransientRetry;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one request and returns the server's answer, or says in a sentence why there is none. */
final class GraphClient {

  /** By which an answer that is no object but a list has that list. */
  static final String BARE_LIST = "value";

  private static final Logger LOG = LoggerFactory.getLogger(GraphClient.class);

  private final CloudEndpoint server;
  private final Timeouts patience;
  private final HttpTransport transport;
  private final TransientRetry repeats;
  private final ReauthenticatingSender access;

  /** Whether the graph service has answered: then the address is right, whoever answers later. */
  private volatile boolean known;

  /** These servers have no sessions: each request pays for the password again. */
  GraphClient(CloudEndpoint server, Timeouts patience) {
    this.server = server;
    this.patience = patience;
    this.transport = new HttpTransport(server, patience);
    this.repeats = new TransientRetry(patience);
    this.access =
        new ReauthenticatingSender(
            server.credentials(),
            patience,
            SessionFile.none(),
            server.renewal(),
            InstantSource.system());
  }

  CloudEndpoint server() {
    return server;
  }

  /** Of something that could not be done, and why. */
  CloudException failure(CloudErrorKind kind, Sentence purpose, Sentence reason) {
    return new CloudException(kind, server.failed(purpose, reason));
  }

  /** Of an answer that is none to what was asked. */
  CloudException notUnderstood(Sentence purpose) {
    return failure(CloudErrorKind.NOT_UNDERSTOOD, purpose, Sentence.of("cloud.not_understood"));
  }

  /** Our own account has a drive, or the storage does not answer. */
  boolean hasStorage(Sentence purpose) {
    return send(GraphRequest.get(purpose, "me", "drive").answeredBy(404)).isOk();
  }

  void requireStorage(Sentence purpose) {
    if (!hasStorage(purpose)) {
      throw failure(CloudErrorKind.UNREACHABLE, purpose, Sentence.of("cloud.storage_away"));
    }
  }

  /**
   * An answer with 2xx, or with a status that the request takes for one.
   *
   * @throws CloudException for everything else
   */
  GraphAnswer send(GraphRequest request) {
    return repeats.answer(request.isRepeatable(), request, this::attempt);
  }

  private GraphAnswer attempt(GraphRequest request) {
    return exchange(request, response -> read(request, response));
  }

  /**
   * Hands over the objects of a list one by one: there may be as many as there are users.
   *
   * @param name the field whose list it is
   */
  void list(GraphRequest request, String name, Consumer<Map<String, Object>> reader) {
    exchange(
        request,
        response -> {
          if (response.code() != 200 || !isJson(response)) {
            return read(request, response);
          }
          JsonReader.readEach(response.body().byteStream(), name, reader);
          return new ReceivedAnswer(request, response, "", new GraphAnswer(200, Map.of()));
        });
  }

  private ReceivedAnswer read(GraphRequest request, Response response) throws IOException {
    String body = HttpTransport.text(response);
    return new ReceivedAnswer(
        request, response, body, new GraphAnswer(response.code(), fields(body)));
  }

  /** What becomes of an answer. */
  private interface Reading {
    ReceivedAnswer read(Response response) throws IOException;
  }

  /** What came back; {@link #answer} judges it. */
  private final class ReceivedAnswer implements Attempt {

    private final GraphRequest request;
    private final Response response;
    private final String body;
    private final GraphAnswer told;

    ReceivedAnswer(GraphRequest request, Response response, String body, GraphAnswer told) {
      this.request = request;
      this.response = response;
      this.body = body;
      this.told = told;
    }

    @Override
    public List<String> setCookie() {
      return List.of();
    }

    /** Without a challenge the password was right, and the account is disabled. */
    @Override
    public AccessRefusal refusal() {
      boolean stranger = response.code() == 401 && response.header("WWW-Authenticate") != null;
      return stranger ? AccessRefusal.SIGNED_OUT : AccessRefusal.NONE;
    }

    GraphAnswer answer() {
      boolean before = known;
      known |= response.header("X-Graph-Version") != null;
      boolean missing =
          response.code() != 404
              || told.saysMissing()
              || request.isPlain()
              || request.isAnsweredUnclearly() && !told.code().isEmpty();
      boolean understood = response.code() != 200 || isJson(response) || request.isPlain();
      if (told.isOk() && understood || request.isAnsweredBy(response.code()) && missing) {
        return told;
      }
      throw new GraphErrorMapping(request, server, patience, response, before).of(told, body);
    }
  }

  private GraphAnswer exchange(GraphRequest request, Reading reading) {
    Optional<Secret> other = request.otherAuthorization();
    if (other.isPresent()) {
      return exchange(request, other.get(), reading).answer();
    }
    return access
        .send(
            request.isChange(),
            pass -> exchange(request, pass.authorization(), reading),
            GraphClient::confirm)
        .answer();
  }

  /** None of these servers demands it. */
  private static void confirm() {
    throw new IllegalStateException("there is no session to confirm");
  }

  private ReceivedAnswer exchange(GraphRequest request, Secret authorization, Reading reading) {
    Instant begun = Instant.now();
    try (Response response =
        transport.send(request.http(server, authorization), request.isRepeatable())) {
      long millis = Duration.between(begun, Instant.now()).toMillis();
      LOG.debug("{}: HTTP {}, {} ms", request.route(), response.code(), millis);
      return reading.read(response);
    } catch (IOException failure) {
      throw ConnectionFailure.of(server, request.purpose(), failure);
    }
  }

  /** Any path that nobody serves is answered 200, by the web page. */
  private static boolean isJson(Response response) {
    return response.header("Content-Type", "").startsWith("application/json");
  }

  private static Map<String, Object> fields(String body) throws IOException {
    String text = body.stripLeading();
    if (text.startsWith("[")) {
      return Map.of(BARE_LIST, GraphAnswer.list(JsonReader.readAny(text)));
    }
    return text.startsWith("{") ? JsonReader.read(text) : Map.of();
  }
}
