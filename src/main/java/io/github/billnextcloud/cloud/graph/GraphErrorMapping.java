package io.github.billnextcloud.cloud.graph;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.SignInProblem;
import io.github.billnextcloud.cloud.http.CloudCredentials.CredentialKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.HttpErrorMapping;
import io.github.billnextcloud.cloud.http.InterceptedAnswer;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import okhttp3.Response;

/**
 * What a refusal means: first by its HTTP status, then by who said it and in which words, for codes
 * and statuses do not always agree.
 */
final class GraphErrorMapping {

  private final GraphRequest request;
  private final CredentialKind credential;
  private final Timeouts patience;
  private final Response response;
  private final HttpErrorMapping http;

  /**
   * @param known whether the graph service has answered at this address before
   */
  GraphErrorMapping(
      GraphRequest request,
      CloudEndpoint server,
      Timeouts patience,
      Response response,
      boolean known) {
    this.request = request;
    this.credential = server.credentials().kind();
    this.patience = patience;
    this.response = response;
    this.http = new HttpErrorMapping(server, request.purpose(), response, known);
  }

  CloudException of(GraphAnswer answer, String body) {
    if (answer.code().isEmpty()) {
      return byProxy(new InterceptedAnswer(response, body), body);
    }
    Sentence said = Sentence.of("cloud.answered_with", answer.status(), answer.message());
    return request
        .refusal(answer.status())
        .filter(kind -> answer.status() != 404 || answer.saysMissing())
        .map(kind -> http.failure(kind, said))
        .orElseGet(() -> byService(answer, said));
  }

  /** The graph service's own words. */
  private CloudException byService(GraphAnswer answer, Sentence said) {
    if (answer.message().startsWith("accountEnabled option not compatible")) {
      return http.failure(CloudErrorKind.FORBIDDEN, Sentence.of("cloud.no_disabling", said));
    }
    return switch (answer.status()) {
      case 401, 403 -> http.failure(CloudErrorKind.FORBIDDEN, said);
      case 404 ->
          answer.saysMissing() ? http.failure(CloudErrorKind.REFUSED, said) : http.passing(said);
      case 405 ->
          answer.message().contains("read-only")
              ? http.failure(
                  CloudErrorKind.FORBIDDEN, Sentence.of(SignInProblem.USERS_ELSEWHERE, said))
              : http.failure(CloudErrorKind.NOT_UNDERSTOOD, said);
      default ->
          http.failure(
              answer.status() >= 500 ? CloudErrorKind.UNREACHABLE : CloudErrorKind.REFUSED, said);
    };
  }

  /** Without a word of the graph service: the proxy before it, or something between. */
  private CloudException byProxy(InterceptedAnswer responder, String body) {
    int status = response.code();
    Sentence said = Sentence.of("cloud.answered_http", status, responder.description());
    return switch (status) {
      case 200, 404 ->
          http.firstly(
              CloudErrorKind.WRONG_ADDRESS, said, Sentence.of("cloud.no_graph_here", said));
      case 401 -> unauthorized(said, body.isBlank());
      case 500 -> http.passing(said);
      default -> http.of(responder);
    };
  }

  /**
   * While the directory is away, and while the server starts, right credentials get the same answer
   * as wrong ones: an operation waits, and only who tests what was typed is told that it is wrong.
   * Without a challenge it is known: they are right, and the account is disabled.
   */
  private CloudException unauthorized(Sentence said, boolean empty) {
    if (request.otherAuthorization().isPresent()) {
      return http.failure(CloudErrorKind.UNAUTHORIZED, said);
    }
    List<String> challenges = response.headers("WWW-Authenticate");
    if (challenges.isEmpty() && empty) {
      return http.failure(
          CloudErrorKind.UNAUTHORIZED, Sentence.of(SignInProblem.ACCOUNT_DISABLED, said));
    }
    boolean waits = patience == Timeouts.OPERATION || patience == Timeouts.ROUND;
    Sentence reason = Sentence.of(whyNotLetIn(challenges), said);
    return waits ? http.passing(reason) : http.failure(CloudErrorKind.UNAUTHORIZED, reason);
  }

  /** Infinite Scale asks for Basic only where it takes passwords; OpenCloud always. */
  private String whyNotLetIn(List<String> challenges) {
    if (credential == CredentialKind.TOKEN) {
      return SignInProblem.TOKEN_NOT_TAKEN;
    }
    boolean onlyTokens =
        !challenges.isEmpty() && challenges.stream().noneMatch(it -> it.contains("Basic"));
    return onlyTokens ? SignInProblem.TAKES_NO_PASSWORDS : SignInProblem.NOT_LET_IN_NOW;
  }
}
