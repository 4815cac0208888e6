package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.text.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import okhttp3.Response;

/** What an answer means that is none of the cloud's API, whatever API that is. */
public final class HttpErrorMapping {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration USUAL_WINDOW = Duration.ofMinutes(10);

  private final CloudEndpoint server;
  private final Sentence purpose;
  private final Response response;
  private final boolean known;

  /**
   * @param purpose what could not be done
   * @param known whether the API has answered at this address before
   */
  public HttpErrorMapping(
      CloudEndpoint server, Sentence purpose, Response response, boolean known) {
    this.server = server;
    this.purpose = purpose;
    this.response = response;
    this.known = known;
  }

  /** Judged by the HTTP status, and by who answered. */
  public CloudException of(InterceptedAnswer responder) {
    int status = response.code();
    Sentence said = Sentence.of("cloud.answered_http", status, responder.description());
    return switch (status) {
      case 400 -> badRequest(said, responder);
      case 408, 425, 502, 504 -> failure(CloudErrorKind.UNREACHABLE, said, retryAfter(SOON));
      case 429 -> throttled(said);
      case 503 -> failure(CloudErrorKind.BUSY, withMaintenance(said), retryAfter(SOON));
      default -> unusual(status, said);
    };
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
  public CloudException firstly(CloudErrorKind kind, Sentence said, Sentence explained) {
    return known ? intercepted(said) : failure(kind, explained);
  }

  /** No cloud answers so: a firewall or a proxy has looked into the request. */
  public CloudException intercepted(Sentence said) {
    String method = response.request().method();
    return failure(CloudErrorKind.NOT_UNDERSTOOD, Sentence.of("cloud.intercepted", said, method));
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
  public CloudException throttled(Sentence said) {
    Duration told = retryAfter(Duration.ZERO);
    Instant again = Instant.now().plus(told.isZero() ? USUAL_WINDOW : told);
    return failure(
        CloudErrorKind.THROTTLED,
        Sentence.of("cloud.again_after", said, again.truncatedTo(ChronoUnit.SECONDS)),
        told);
  }

  public Sentence withMaintenance(Sentence said) {
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

  /** That soon it may have passed. */
  public CloudException passing(Sentence reason) {
    return failure(CloudErrorKind.UNREACHABLE, reason, SOON);
  }

  public CloudException failure(CloudErrorKind kind, Sentence reason) {
    return failure(kind, reason, Duration.ZERO);
  }

  private CloudException failure(CloudErrorKind kind, Sentence reason, Duration retryAfter) {
    return new CloudException(kind, server.failed(purpose, reason), retryAfter);
  }
}
