package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.HttpErrorMapping;
import io.github.billnextcloud.cloud.http.InterceptedAnswer;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
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

  private static final int UNAUTHORISED = 997;
  private static final int SERVER_ERROR = 996;

  /** Where each user may look at himself only. */
  private static final String ANOTHERS_USER = "user id mismatch";

  private final OcsRequest request;
  private final Response response;
  private final HttpErrorMapping http;

  /**
   * @param known whether the API has answered at this address before
   */
  OcsErrorMapping(OcsRequest request, CloudEndpoint server, Response response, boolean known) {
    this.request = request;
    this.response = response;
    this.http = new HttpErrorMapping(server, request.purpose(), response, known);
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

  /** As recorded: of right passwords, too, and of routes that are gone. */
  private boolean hasNoOcs(InterceptedAnswer responder) {
    List<String> challenges = response.headers("WWW-Authenticate");
    return response.code() == 401
            && (challenges.isEmpty() || challenges.stream().anyMatch(it -> it.startsWith("Bearer")))
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
      return http.failure(special.get(), said);
    }
    return switch (answer.code()) {
      case UNAUTHORISED -> http.failure(credentialsOrRights(answer), said);
      case 401 -> http.failure(CloudErrorKind.UNAUTHORIZED, said);
      case 403 -> http.failure(CloudErrorKind.FORBIDDEN, said);
      case 429 -> http.throttled(said);
      case 503 -> http.failure(CloudErrorKind.BUSY, http.withMaintenance(said));
      case SERVER_ERROR, 500, 502, 504 -> http.failure(CloudErrorKind.UNREACHABLE, said);
      default -> http.failure(CloudErrorKind.REFUSED, said);
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
      case 200 ->
          http.failure(CloudErrorKind.NOT_UNDERSTOOD, Sentence.of("cloud.no_ocs_answer", who));
      case 401 ->
          isApi(responder)
              ? http.failure(CloudErrorKind.UNAUTHORIZED, said)
              : http.firstly(CloudErrorKind.UNAUTHORIZED, said, said);
      case 403 ->
          isApi(responder) ? http.failure(CloudErrorKind.FORBIDDEN, said) : http.intercepted(said);
      case 404 ->
          http.firstly(CloudErrorKind.WRONG_ADDRESS, said, Sentence.of("cloud.no_api_here", said));
      default -> http.of(responder);
    };
  }

  /** An answer in XML is the API's own, too: some versions forget that JSON was asked for. */
  static boolean isApi(InterceptedAnswer responder) {
    return responder.says("<ocs>") && responder.says("<statuscode>");
  }
}
