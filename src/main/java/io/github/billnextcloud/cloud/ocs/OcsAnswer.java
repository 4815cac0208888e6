package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.http.AccessRefusal;
import io.github.billnextcloud.cloud.http.JsonReader;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every OCS answer.
 *
 * @param code 100 is success with v1; what else means depends on the route
 * @param message of the server, made safe to show and log; empty when there is none
 * @param data of the answer: a {@code Map}, or an empty {@code List} when there is nothing
 */
public record OcsAnswer(int code, String message, @Nullable Object data) {

  static final int OK = 100;

  /** As the servers themselves say it of a route that they do not know. */
  static final int UNKNOWN_ROUTE = 999;

  private static final int CREATED = 201;

  private static final int FORBIDDEN = 403;
  private static final int UNAUTHORISED = 997;

  /** Stands for what nobody is to read. */
  private static final String DATABASE_ERROR = "an error in the server's database";

  private static final int LONGEST_MESSAGE = 200;

  /** Reads an answer; empty when this is none. */
  public static Optional<OcsAnswer> parse(String body) throws IOException {
    if (!body.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    return inEnvelope(asMap(JsonReader.read(body).get("ocs")));
  }

  /** Reads an answer in XML; empty when this is none. */
  static Optional<OcsAnswer> parseXml(String body) {
    return inEnvelope(asMap(OcsXml.read(body)));
  }

  /**
   * Reads the answer of an app's page; empty when this is none. What it refuses comes with the HTTP
   * status and the exception's words alone.
   */
  static Optional<OcsAnswer> parsePage(int status, String body) throws IOException {
    if (!body.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    Map<String, Object> fields = JsonReader.read(body);
    Optional<OcsAnswer> enveloped = inEnvelope(asMap(fields.get("ocs")));
    boolean refuses = status >= 400 && fields.get("message") instanceof String;
    return enveloped.isEmpty() && refuses
        ? Optional.of(new OcsAnswer(status, safe(fields.get("message")), null))
        : enveloped;
  }

  /** Reads what WebDAV answers to a folder that is made; empty when it is none of its answers. */
  static Optional<OcsAnswer> parseFiles(int status, String body) {
    if (status == CREATED) {
      return Optional.of(new OcsAnswer(OK, "", null));
    }
    return body.contains("<d:error")
        ? Optional.of(new OcsAnswer(status, safe(between(body, "<s:message>", "<")), null))
        : Optional.empty();
  }

  private static String between(String body, String before, String behind) {
    int begin = body.indexOf(before) + before.length();
    int end = body.indexOf(behind, begin);
    return begin < before.length() || end < 0 ? "" : body.substring(begin, end);
  }

  private static Optional<OcsAnswer> inEnvelope(Map<String, Object> envelope) {
    Map<String, Object> meta = asMap(envelope.get("meta"));
    String code = String.valueOf(meta.get("statuscode"));
    return code.matches("\\d{1,9}")
        ? Optional.of(
            new OcsAnswer(Integer.parseInt(code), safe(meta.get("message")), envelope.get("data")))
        : Optional.empty();
  }

  public boolean isOk() {
    return code == OK;
  }

  /** ownCloud says 997 without a word of what our account may not do: that is no sign-in. */
  AccessRefusal accessRefusal() {
    if (code == FORBIDDEN && message.startsWith("Password confirmation is required")) {
      return AccessRefusal.UNCONFIRMED;
    }
    return code == UNAUTHORISED && !message.isEmpty() || code == 401
        ? AccessRefusal.SIGNED_OUT
        : AccessRefusal.NONE;
  }

  public Map<String, Object> fields() {
    return asMap(data);
  }

  /** A JSON object; an empty one where the server sent something else. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> asMap(@Nullable Object value) {
    return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
  }

  /** A JSON list; PHP writes one with gaps as an object. */
  static List<String> asTexts(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().map(String::valueOf).toList();
    }
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /** The server's message as people are told it. */
  Sentence said() {
    return message.equals(DATABASE_ERROR)
        ? Sentence.of("cloud.database_error")
        : Sentence.verbatim(message);
  }

  /** ownCloud puts its database's error into the message, the password's hash included. */
  private static String safe(@Nullable Object message) {
    String text = message == null ? "" : message.toString().strip().replaceAll("\\s+", " ");
    if (text.toLowerCase(Locale.ROOT).contains("sqlstate") || text.contains("exception occurred")) {
      return DATABASE_ERROR;
    }
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
  }
}
