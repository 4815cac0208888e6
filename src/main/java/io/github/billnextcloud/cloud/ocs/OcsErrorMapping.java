package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.InterceptedAnswer;
import io.github.billnextcloud.text.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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

  /** Where each user may look at himself only. */
  private static final String ANOTHERS_USER = "user id mismatch";

  private final OcsRequest request;
  private final CloudEndpoint server;
  private final Response response;
  private final boolean known;

  /**
   * @param known whether the API has answered at this address before
   */
  OcsErrorMapping(OcsRequest request, CloudEndpoint server, Response response, boolean known) {
    this.request = request;
    this.server = server;
    this.response = response;
    this.known = known;
  }

  /**
   * @param told empty when the body is no answer of this API
   */
  OcsAnswer of(Optional<OcsAnswer> told, String body) {
    OcsAnswer answer = told.orElseThrow(() -> unanswered(new InterceptedAnswer(response, body)));
    if (answer.isOk() || request.isAnswer(answer)) {
      return answer;
    }
    throw answer.message().equals(ANOTHERS_USER) ? noOcs(refusal(answer)) : refusal(answer);
  }

  private CloudException unanswered(InterceptedAnswer responder) {
    CloudException failure = withoutAnswer(responder);
    return hasNoOcs(responder) ? noOcs(failure) : failure;
  }

  /** As recorded: of a right password, too, and of routes that are gone. */
  private boolean hasNoOcs(InterceptedAnswer responder) {
    return response.code() == 401 && response.header("WWW-Authenticate", "").startsWith("Bearer")
        || response.code() == 404 && responder.says("404 page not found");
  }

  private static NoOcsServerException noOcs(CloudException refusal) {
    return new NoOcsServerException(refusal.kind(), refusal.sentence());
  }

  private CloudException refusal(OcsAnswer answer) {
    Sentence said =
        answer.message().isEmpty()
            ? Sentence.of("cloud.answered", answer.code())
            : Sentence.of("cloud.answered_with", answer.code(), answer.said());
    Optional<CloudErrorKind> special = request.refusal(answer);
    if (special.isPresent()) {
      return failure(special.get(), said);
    }
    return switch (answer.code()) {
      case UNAUTHORISED -> failure(credentialsOrRights(answer), said);
      case 401 -> failure(CloudErrorKind.UNAUTHORIZED, said);
      case 403 -> failure(CloudErrorKind.FORBIDDEN, said);
      case 429 -> throttled(said);
      case 503 -> failure(CloudErrorKind.BUSY, withMaintenance(said));
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
    Sentence who = responder.description();
    Sentence said = Sentence.of("cloud.answered_http", status, who);
    return switch (status) {
      case 200 -> failure(CloudErrorKind.NOT_UNDERSTOOD, Sentence.of("cloud.no_ocs_answer", who));
      case 400 -> badRequest(said, responder);
      case 401 ->
          isApi(responder)
              ? failure(CloudErrorKind.UNAUTHORIZED, said)
              : firstly(CloudErrorKind.UNAUTHORIZED, said, said);
      case 403 -> isApi(responder) ? failure(CloudErrorKind.FORBIDDEN, said) : intercepted(said);
      case 404 ->
          firstly(CloudErrorKind.WRONG_ADDRESS, said, Sentence.of("cloud.no_api_here", said));
      case 408, 425, 502, 504 -> failure(CloudErrorKind.UNREACHABLE, said, retryAfter(SOON));
      case 429 -> throttled(said);
      case 503 -> failure(CloudErrorKind.BUSY, withMaintenance(said), retryAfter(SOON));
      default -> unusual(status, said);
    };
  }

  /** An answer in XML is the API's own, too: some versions forget that JSON was asked for. */
  static boolean isApi(InterceptedAnswer responder) {
    return responder.says("<ocs>") && responder.says("<statuscode>");
  }

  private CloudException unusual(int status, Sentence said) {
    if (status >= 500) {
      return failure(CloudErrorKind.UNREACHABLE, said);
    }
    String location = response.header("Location");
    Sentence onward = location == null ? said : Sentence.of("cloud.sends_on", said, location);
    return status < 400 ? firstly(CloudErrorKind.WRONG_ADDRESS, onward, onward) : intercepted(said);
  }

  /** Settings may be wrong as long as nothing good has come from there, and no longer. */
  private CloudException firstly(CloudErrorKind kind, Sentence said, Sentence explained) {
    return known ? intercepted(said) : failure(kind, explained);
  }

  /** No cloud answers so: a firewall or a proxy has looked into the request. */
  private CloudException intercepted(Sentence said) {
    return failure(
        CloudErrorKind.NOT_UNDERSTOOD, Sentence.of("cloud.intercepted", said, request.method));
  }

  /**
   * The cloud's own page speaks any language and is entitled as the provider likes; those of
   * proxies begin with the number.
   */
  private CloudException badRequest(Sentence said, InterceptedAnswer responder) {
    if (responder.says("HTTP request was sent to HTTPS port")) {
      return failure(CloudErrorKind.WRONG_ADDRESS, Sentence.of("cloud.must_be_https", said));
    }
    return responder.title().matches("(?i)(\\d{3}\\b|bad request|$).*")
            && !responder.says("trusted domain")
        ? intercepted(said)
        : firstly(CloudErrorKind.WRONG_ADDRESS, said, Sentence.of("cloud.untrusted_domain", said));
  }

  /** Nextcloud lets an account change users 50 times in ten minutes, and does not say how long. */
  private CloudException throttled(Sentence said) {
    Duration told = retryAfter(Duration.ZERO);
    Instant again = Instant.now().plus(told.isZero() ? USUAL_WINDOW : told);
    return failure(
        CloudErrorKind.THROTTLED,
        Sentence.of("cloud.again_after", said, again.truncatedTo(ChronoUnit.SECONDS)),
        told);
  }

  private Sentence withMaintenance(Sentence said) {
    return isInMaintenance() ? Sentence.of("cloud.in_maintenance", said) : said;
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

  private CloudException failure(CloudErrorKind kind, Sentence reason) {
    return failure(kind, reason, Duration.ZERO);
  }

  private CloudException failure(CloudErrorKind kind, Sentence reason, Duration retryAfter) {
    return new CloudException(kind, server.failed(request.purpose, reason), retryAfter);
  }
}
