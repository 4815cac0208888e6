package io.github.billnextcloud.cloud.graph;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.InterceptedAnswer;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.text.Sentence;
import java.time.Duration;
import okhttp3.Response;

/**
 * What a refusal means: first by its HTTP status, then by who said it and in which words, for codes
 * and statuses do not always agree.
 */
final class GraphErrorMapping {

  private static final Duration SOON = Duration.ofSeconds(1);

  private final GraphRequest request;
  private final CloudEndpoint server;
  private final Timeouts patience;

  GraphErrorMapping(GraphRequest request, CloudEndpoint server, Timeouts patience) {
    this.request = request;
    this.server = server;
    this.patience = patience;
  }

  CloudException of(GraphAnswer answer, Response response, String body) {
    Sentence who = new InterceptedAnswer(response, body).description();
    if (answer.code().isEmpty()) {
      Sentence said = Sentence.of("cloud.answered_http", answer.status(), who);
      return answer.status() == 401 ? unauthorized(response, said) : byProxy(answer.status(), said);
    }
    Sentence said = Sentence.of("cloud.answered_with", answer.status(), answer.message());
    return request
        .refusal(answer.status())
        .filter(kind -> answer.status() != 404 || answer.saysMissing())
        .map(kind -> failure(kind, said))
        .orElseGet(() -> byService(answer, said));
  }

  /** The graph service's own words. */
  private CloudException byService(GraphAnswer answer, Sentence said) {
    if (answer.message().startsWith("accountEnabled option not compatible")) {
      return failure(CloudErrorKind.FORBIDDEN, Sentence.of("cloud.no_disabling", said));
    }
    return switch (answer.status()) {
      case 401, 403 -> failure(CloudErrorKind.FORBIDDEN, said);
      case 404 ->
          answer.saysMissing()
              ? failure(CloudErrorKind.REFUSED, said)
              : failure(CloudErrorKind.UNREACHABLE, said, SOON);
      case 405 ->
          answer.message().contains("read-only")
              ? failure(CloudErrorKind.FORBIDDEN, Sentence.of("cloud.users_elsewhere", said))
              : failure(CloudErrorKind.NOT_UNDERSTOOD, said);
      default ->
          failure(
              answer.status() >= 500 ? CloudErrorKind.UNREACHABLE : CloudErrorKind.REFUSED, said);
    };
  }

  /** Without a word of the graph service: the proxy before it, or something between. */
  private CloudException byProxy(int status, Sentence said) {
    return switch (status) {
      case 408, 425, 500, 502, 504 -> failure(CloudErrorKind.UNREACHABLE, said, SOON);
      case 429 -> failure(CloudErrorKind.THROTTLED, said);
      case 503 -> failure(CloudErrorKind.BUSY, said, SOON);
      case 200, 404 ->
          failure(CloudErrorKind.WRONG_ADDRESS, Sentence.of("cloud.no_graph_here", said));
      default -> failure(CloudErrorKind.NOT_UNDERSTOOD, said);
    };
  }

  /**
   * While the directory is away, and while the server starts, right credentials get the same answer
   * as wrong ones: an operation waits, and only who tests what was typed is told that it is wrong.
   * Without a challenge they were right.
   */
  private CloudException unauthorized(Response response, Sentence said) {
    boolean ours = request.otherAuthorization().isEmpty();
    boolean challenged = response.header("WWW-Authenticate") != null;
    boolean waits = ours && (patience == Timeouts.OPERATION || patience == Timeouts.ROUND);
    Sentence reason = said;
    if (ours && !challenged) {
      reason = Sentence.of("cloud.account_is_disabled", said);
    } else if (waits) {
      reason = Sentence.of("cloud.not_let_in", said);
    }
    return waits
        ? failure(CloudErrorKind.UNREACHABLE, reason, SOON)
        : failure(CloudErrorKind.UNAUTHORIZED, reason);
  }

  private CloudException failure(CloudErrorKind kind, Sentence reason) {
    return failure(kind, reason, Duration.ZERO);
  }

  private CloudException failure(CloudErrorKind kind, Sentence reason, Duration retryAfter) {
    return new CloudException(kind, server.failed(request.purpose, reason), retryAfter);
  }
}
