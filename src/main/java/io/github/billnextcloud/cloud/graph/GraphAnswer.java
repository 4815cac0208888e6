package io.github.billnextcloud.cloud.graph;

import io.github.billnextcloud.safe.PrintableText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server answered.
 *
 * @param fields of the object that came; empty when none did
 */
record GraphAnswer(int status, Map<String, Object> fields) {

  private static final int LONGEST_MESSAGE = 200;

  boolean isOk() {
    return status >= 200 && status < 300;
  }

  String text(String name) {
    return text(fields.get(name));
  }

  static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  /** A JSON object; an empty one where the server sent something else. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
  }

  static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  /** The graph service's word for what went wrong; empty of an answer that is not its own. */
  String code() {
    return text(object(fields.get("error")).get("code"));
  }

  /** Safe to show. */
  String message() {
    String message = text(object(fields.get("error")).get("message"));
    String line = PrintableText.line(message).strip();
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
  }

  /** "user search failed" and an empty message are no answers to whether somebody is there. */
  boolean saysMissing() {
    return status == 404
        && List.of("not found", "no drive returned from storage", "drive not found")
            .contains(message());
  }
}
