package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Response;

/**
 * What an answer, or its absence, means.
 *
 * <p>Only v1 of the API is used: its codes tell more than v2's, on ownCloud above all. They come
 * with HTTP 200 even for failures, a brute-force block included, so the code decides first and the
 * HTTP status where there is no code.
 */
final class OcsErrorMapping {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration USUAL_WINDOW = Duration.ofMinutes(10);
  private static final int UNAUTHORISED = 997;
  private static final int SERVER_ERROR = 996;

  private final OcsRequest request;
  private final OcsEndpoint server;
  private final Response response;
  private final boolean known;

  /**
   * @param known whether the API has answered at this address before
   */
  OcsErrorMapping(OcsRequest request, OcsEndpoint server, Response response, boolean known) {
    this.request = request;
    this.server = server;
    this.response = response;
    this.known = known;
  }

  OcsAnswer of(OcsAnswer answer, String body) {
    if (answer == null) {
      throw withoutAnswer(new InterceptedAnswer(response, body));
    }
    if (answer.isOk() || request.isAnswer(answer)) {
      return answer;
    }
    throw refusal(answer);
  }

  private CloudException refusal(OcsAnswer answer) {
    String said =
        "the server answered "
            + answer.code()
            + (answer.message().isEmpty() ? "" : " '" + answer.message() + "'");
    CloudErrorKind special = request.refusal(answer);
    if (special != null) {
      return failure(special, said);
    }
    return switch (answer.code()) {
      case UNAUTHORISED -> failure(credentialsOrRights(answer), said);
      case 401 -> failure(CloudErrorKind.UNAUTHORIZED, said);
      case 403 -> failure(CloudErrorKind.FORBIDDEN, said);
      case 429 -> throttled(said);
      case 503 -> failure(CloudErrorKind.BUSY, said + maintenance());
      case SERVER_ERROR, 500, 502, 504 -> failure(CloudErrorKind.UNREACHABLE, said);
      default -> failure(CloudErrorKind.REFUSED, said);
    };
  }

  /** ownCloud's 997 has a word for wrong credentials, and none for what is not allowed. */
  private static CloudErrorKind credentialsOrRights(OcsAnswer answer) {
    return answer.message().isEmpty() ? CloudErrorKind.FORBIDDEN : CloudErrorKind.UNAUTHORIZED;
  }

  /** Judged by the HTTP status, and by who answered: no OCS answer came with it. */
  private CloudException withoutAnswer(InterceptedAnswer responder) {
    int status = response.code();
    String said = "the server answered HTTP " + status + " with " + responder;
    return switch (status) {
      case 200 ->
          failure(CloudErrorKind.NOT_UNDERSTOOD, "the answer is no OCS answer but " + responder);
      case 400 -> badRequest(said, responder);
      case 401 ->
          responder.isApi()
              ? failure(CloudErrorKind.UNAUTHORIZED, said)
              : firstly(CloudErrorKind.UNAUTHORIZED, said, "");
      case 403 -> responder.isApi() ? failure(CloudErrorKind.FORBIDDEN, said) : intercepted(said);
      case 404 ->
          firstly(CloudErrorKind.WRONG_ADDRESS, said, ": there is no OCS API at this address");
      case 408, 425, 502, 504 -> failure(CloudErrorKind.UNREACHABLE, said, retryAfter(SOON));
      case 429 -> throttled(said);
      case 503 -> failure(CloudErrorKind.BUSY, said + maintenance(), retryAfter(SOON));
      default -> unusual(status, said);
    };
  }

  private CloudException unusual(int status, String said) {
    if (status >= 500) {
      return failure(CloudErrorKind.UNREACHABLE, said);
    }
    String location = response.header("Location");
    String onward = location == null ? said : said + ": it sends us on to " + location;
    return status < 400 ? firstly(CloudErrorKind.WRONG_ADDRESS, onward, "") : intercepted(said);
  }

  /** Settings may be wrong as long as nothing good has come from there, and no longer. */
  private CloudException firstly(CloudErrorKind kind, String said, String explained) {
    return known ? intercepted(said) : failure(kind, said + explained);
  }

  /** No cloud answers so: a firewall or a proxy has looked into the request. */
  private CloudException intercepted(String said) {
    String through = " does not let our " + request.method + ", or its headers, through";
    return failure(CloudErrorKind.NOT_UNDERSTOOD, said + ": something before the cloud" + through);
  }

  /**
   * The cloud's own page speaks any language and is entitled as the provider likes; those of
   * proxies begin with the number.
   */
  private CloudException badRequest(String said, InterceptedAnswer responder) {
    if (responder.says("HTTP request was sent to HTTPS port")) {
      return failure(CloudErrorKind.WRONG_ADDRESS, said + ": the address must begin with https://");
    }
    return responder.title().matches("(?i)(\\d{3}\\b|bad request|$).*")
            && !responder.says("trusted domain")
        ? intercepted(said)
        : firstly(CloudErrorKind.WRONG_ADDRESS, said, ": is the name among its trusted domains?");
  }

  /** Nextcloud lets an account change users 50 times in ten minutes, and does not say how long. */
  private CloudException throttled(String said) {
    Duration told = retryAfter(Duration.ZERO);
    Instant again = Instant.now().plus(told.isZero() ? USUAL_WINDOW : told);
    String time = " (again after " + again.truncatedTo(ChronoUnit.SECONDS) + ")";
    return failure(CloudErrorKind.THROTTLED, said + time, told);
  }

  private String maintenance() {
    return isInMaintenance() ? ": it is in maintenance mode" : "";
  }

  private boolean isInMaintenance() {
    return response.header("X-Nextcloud-Maintenance-Mode") != null;
  }

  private Duration retryAfter(Duration otherwise) {
    if (isInMaintenance()) {
      return Duration.ZERO;
    }
    String header = response.header("Retry-After");
    return header != null && header.matches("\\d{1,6}")
        ? Duration.ofSeconds(Math.max(1, Long.parseLong(header)))
        : otherwise;
  }

  private CloudException failure(CloudErrorKind kind, String reason) {
    return failure(kind, reason, Duration.ZERO);
  }

  private CloudException failure(CloudErrorKind kind, String reason, Duration retryAfter) {
    return new CloudException(kind, sentence(request, server, reason), retryAfter, null);
  }

  /** Judges a request that got no answer at all. */
  static CloudException of(OcsRequest request, OcsEndpoint server, IOException failure) {
    CloudErrorKind kind =
        isDistrust(failure) ? CloudErrorKind.CERTIFICATE : CloudErrorKind.UNREACHABLE;
    boolean passesSoon =
        kind == CloudErrorKind.UNREACHABLE
            && Stream.of(
                    ConnectException.class,
                    NoRouteToHostException.class,
                    UnknownHostException.class,
                    InterruptedIOException.class)
                .noneMatch(type -> type.isInstance(failure));
    Duration pause = passesSoon ? SOON : Duration.ZERO;
    String by = server.way().proxy().map(proxy -> ", by the proxy " + proxy).orElse("");
    return new CloudException(
        kind, sentence(request, server, reason(failure) + by), pause, failure);
  }

  private static boolean isDistrust(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof CertificateException
                    || cause instanceof CertPathValidatorException
                    || cause instanceof SSLPeerUnverifiedException);
  }

  private static String reason(IOException failure) {
    if (failure instanceof InterruptedIOException) {
      return "no answer in time";
    }
    if (failure instanceof UnknownHostException) {
      return "the host name is not known";
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private static String sentence(OcsRequest request, OcsEndpoint server, String reason) {
    return "Could not " + request.purpose + " on " + server.address() + ": " + reason;
  }
}
