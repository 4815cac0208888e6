package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One call of one route. It can say what it is for, and it alone knows what the route's status
 * codes mean: the same code means different things on different routes.
 *
 * @param <R> the request of one protocol
 */
public abstract class CloudRequest<R extends CloudRequest<R>> {

  private final String method;
  private final Sentence purpose;
  private final List<String> path;
  private final Map<String, String> query = new LinkedHashMap<>();
  private final Set<Integer> answers = new HashSet<>();
  private final Map<Integer, CloudErrorKind> refusals = new HashMap<>();
  private String api;
  private boolean repeatable = true;
  private Optional<Secret> otherAuthorization = Optional.empty();

  protected CloudRequest(String method, Sentence purpose, String api, String... path) {
    this.method = method;
    this.purpose = purpose;
    this.api = api;
    this.path = List.of(path);
  }

  protected abstract R self();

  public final R asking(String parameter, String value) {
    query.put(parameter, value);
    return self();
  }

  /** Status codes that are answers here, not failures. */
  public final R answeredBy(Integer... codes) {
    answers.addAll(List.of(codes));
    return self();
  }

  public final R refusedBy(int code, CloudErrorKind kind) {
    refusals.put(code, kind);
    return self();
  }

  /** Must not be sent again without looking at what the first time has done. */
  public final R once() {
    repeatable = false;
    return self();
  }

  /** Sent with these credentials instead of ours, and without our session. */
  public final R as(Secret authorization) {
    otherAuthorization = Optional.of(authorization);
    return self();
  }

  /** A route of another part of the server. */
  public final R of(String part) {
    api = part;
    return self();
  }

  public final String method() {
    return method;
  }

  /** What could not be done when this fails: completes "Could not …". */
  public final Sentence purpose() {
    return purpose;
  }

  public final List<String> path() {
    return path;
  }

  public final Map<String, String> query() {
    return query;
  }

  protected final String api() {
    return api;
  }

  public final boolean isAnsweredBy(int code) {
    return answers.contains(code);
  }

  /** What this refusal means on this route; empty when it means nothing special. */
  public final Optional<CloudErrorKind> refusal(int code) {
    return Optional.ofNullable(refusals.get(code));
  }

  public final boolean isRepeatable() {
    return repeatable;
  }

  public final boolean isChange() {
    return !method.equals("GET");
  }

  public final boolean isDeletion() {
    return method.equals("DELETE");
  }

  /** Empty when our own credentials are to be used. */
  public final Optional<Secret> otherAuthorization() {
    return otherAuthorization;
  }
}
