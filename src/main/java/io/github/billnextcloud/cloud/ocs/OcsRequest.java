package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.CloudRequest;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;

/** One call of one route of OCS, whose codes mean other things with a message than without. */
final class OcsRequest extends CloudRequest<OcsRequest> {

  /** Of a server that knows no confirmation: Nextcloud before 32, and ownCloud. */
  private static final Integer[] UNCONFIRMABLE = {404, 998, 999};

  private static final String API = "ocs/v1.php/";
  private static final String PAGES = "index.php/";
  private static final String FILES = "remote.php/dav/";

  final FormBody.Builder form = new FormBody.Builder();
  private final Map<Integer, CloudErrorKind> silentRefusals = new HashMap<>();
  private final Map<Integer, CloudErrorKind> invalidRefusals = new HashMap<>();
  private boolean alsoInXml;
  private String entry = API;
  private String name = "pmnextcloud";

  private OcsRequest(String method, Sentence purpose, String... path) {
    super(method, purpose, "cloud", path);
  }

  @Override
  protected OcsRequest self() {
    return this;
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

  /**
   * A folder by WebDAV, whose answers are the status of HTTP: 405 where there is one already.
   *
   * @param path the owner's id and the folder's name
   */
  static OcsRequest folder(Sentence purpose, String... path) {
    OcsRequest request = new OcsRequest("MKCOL", purpose, path).of("files");
    request.entry = FILES;
    return request.answeredBy(405);
  }

  /** Shows a session the password; answered without success where that is not known. */
  static OcsRequest confirmation(Secret password) {
    return put(Sentence.of("purpose.confirm"), "apppassword", "confirm")
        .of("core")
        .answeredBy(UNCONFIRMABLE)
        .refusedBy(403, CloudErrorKind.UNAUTHORIZED)
        .with("password", password.reveal());
  }

  /** A field of the body: never of the address, which servers write into their logs. */
  OcsRequest with(String field, String value) {
    form.add(field, value);
    return this;
  }

  /**
   * Nobody there is an answer: Nextcloud's 404, and ownCloud's 998, which has a sentence. Without
   * one it is Nextcloud hiding its users from those who may not see them.
   */
  OcsRequest answeredByNobody() {
    return answeredBy(404, 998).refusedSilentlyBy(998, CloudErrorKind.FORBIDDEN);
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

  /**
   * A page of an app, which answers in the envelope of the API and refuses beside it; code 999
   * where there is no such page.
   */
  OcsRequest ofPage(String app) {
    entry = PAGES;
    return of(app);
  }

  boolean isPage() {
    return entry.equals(PAGES);
  }

  boolean isOfFiles() {
    return entry.equals(FILES);
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
    return server.route(entry + api(), path());
  }

  boolean isAnswer(OcsAnswer answer) {
    return isAnsweredBy(answer.code()) && refusal(answer).isEmpty();
  }

  /** What this refusal means on this route; empty when it means nothing special. */
  Optional<CloudErrorKind> refusal(OcsAnswer answer) {
    Optional<CloudErrorKind> special =
        Optional.ofNullable(special(answer.message()).get(answer.code()));
    return special.isPresent() ? special : refusal(answer.code());
  }

  private Map<Integer, CloudErrorKind> special(String message) {
    if (message.isEmpty()) {
      return silentRefusals;
    }
    return message.startsWith("Invalid ") ? invalidRefusals : Map.of();
  }
}
