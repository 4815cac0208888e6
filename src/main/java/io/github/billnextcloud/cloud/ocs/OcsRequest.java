package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One call of one route. It can say what it is for, and it alone knows what the route's status
 * codes mean: the same code means different things on different routes.
 */
final class OcsRequest {

  final String method;
  final List<String> path;

  /** What could not be done when this fails: completes "Could not …". */
  final Sentence purpose;

  final FormBody.Builder form = new FormBody.Builder();
  private final Map<String, String> query = new HashMap<>();
  private final Set<Integer> answers = new HashSet<>();
  private final Map<Integer, CloudErrorKind> refusals = new HashMap<>();
  private final Map<Integer, CloudErrorKind> silentRefusals = new HashMap<>();
  private final Map<Integer, CloudErrorKind> invalidRefusals = new HashMap<>();
  private String api = "cloud";
  private boolean repeatable = true;
  private boolean alsoInXml;
  private @Nullable Secret otherAuthorization;
  private String name = "pmnextcloud";

  private OcsRequest(String method, Sentence purpose, String... path) {
    this.method = method;
    this.purpose = purpose;
    this.path = List.of(path);
  }

  static OcsRequest get(Sentence purpose, String... path) {
    return new OcsRequest("GET", purpose, path);
  }

  static OcsRequest put(Sentence purpose, String... path) {
    return new OcsRequest("PUT", purpose, path);
  }

  static OcsRequest post(Sentence purpose, String... path) {
    return new OcsRequest("POST", purpose, path);
  }

  static OcsRequest delete(Sentence purpose, String... path) {
    return new OcsRequest("DELETE", purpose, path);
  }

  /** A field of the body: never of the address, which servers write into their logs. */
  OcsRequest with(String field, String value) {
    form.add(field, value);
    return this;
  }

  OcsRequest asking(String parameter, String value) {
    query.put(parameter, value);
    return this;
  }

  /** Status codes that are answers here, not failures. */
  OcsRequest answeredBy(Integer... codes) {
    answers.addAll(List.of(codes));
    return this;
  }

  /**
   * Nobody there is an answer: Nextcloud's 404, and ownCloud's 998, which has a sentence. Without
   * one it is Nextcloud hiding its users from those who may not see them.
   */
  OcsRequest answeredByNobody() {
    return answeredBy(404, 998).refusedSilentlyBy(998, CloudErrorKind.FORBIDDEN);
  }

  OcsRequest refusedBy(int code, CloudErrorKind kind) {
    refusals.put(code, kind);
    return this;
  }

  /** Like {@link #refusedBy}, but only without a message: with one, the code means the usual. */
  OcsRequest refusedSilentlyBy(int code, CloudErrorKind kind) {
    silentRefusals.put(code, kind);
    return this;
  }

  /** Like {@link #refusedBy}, but only where the message finds a value invalid. */
  OcsRequest refusedAsInvalidBy(int code, CloudErrorKind kind) {
    invalidRefusals.put(code, kind);
    return this;
  }

  /**
   * About one user, who may have given himself a name that is no text, such as half of a pair of
   * UTF-16: PHP writes no JSON then, but nothing at all. XML shows him whole.
   */
  OcsRequest orInXml() {
    alsoInXml = true;
    return this;
  }

  boolean isAlsoInXml() {
    return alsoInXml;
  }

  /** Must not be sent again without looking at what the first time has done. */
  OcsRequest once() {
    repeatable = false;
    return this;
  }

  /** Sent with these credentials instead of ours, and without our session. */
  OcsRequest as(Secret authorization) {
    otherAuthorization = authorization;
    return this;
  }

  /** A route of an app instead of the provisioning API. */
  OcsRequest of(String app) {
    api = app;
    return this;
  }

  /** What the server calls a device that comes of it. */
  OcsRequest named(String userAgent) {
    name = userAgent;
    return this;
  }

  String name() {
    return name;
  }

  /** Without the query. */
  HttpUrl url(CloudEndpoint server) {
    return server.route("ocs/v1.php/" + api, path);
  }

  Map<String, String> query() {
    return query;
  }

  boolean isAnswer(OcsAnswer answer) {
    return answers.contains(answer.code()) && refusal(answer).isEmpty();
  }

  boolean isAnsweredBy(int code) {
    return answers.contains(code);
  }

  /** What this refusal means on this route; empty when it means nothing special. */
  Optional<CloudErrorKind> refusal(OcsAnswer answer) {
    CloudErrorKind special = special(answer.message()).get(answer.code());
    return Optional.ofNullable(special == null ? refusals.get(answer.code()) : special);
  }

  private Map<Integer, CloudErrorKind> special(String message) {
    if (message.isEmpty()) {
      return silentRefusals;
    }
    return message.startsWith("Invalid ") ? invalidRefusals : Map.of();
  }

  boolean isRepeatable() {
    return repeatable;
  }

  boolean isDeletion() {
    return method.equals("DELETE");
  }

  boolean hasBody() {
    return !method.equals("GET");
  }

  /** Empty when our own credentials are to be used. */
  Optional<Secret> otherAuthorization() {
    return Optional.ofNullable(otherAuthorization);
  }
}
