package io.github.billnextcloud.standin.cloud;

import java.time.Duration;
import java.util.Map;

/** One thing that goes wrong with one request. */
public sealed interface Fault {
  /** Answers with this instead of handling the request. */
  record Status(int code, Map<String, String> headers, String contentType, String body)
      implements Fault {}

  /** Answers with this refusal in the server's own envelope instead of handling the request. */
  record Ocs(int statuscode, String message) implements Fault {}

  /** Closes the connection, the request is not handled. */
  record DropBefore() implements Fault {}

  /** Handles the request, then closes the connection without an answer. */
  record DropAfter() implements Fault {}

  /** Handles the request and holds the answer back that long. */
  record Delay(Duration duration) implements Fault {}

  /** Answers with a login page, as a proxy in front of the server does. */
  record HtmlLogin() implements Fault {}

  /** Handles the request and sends the first half of the body as if it were all. */
  record CutJson() implements Fault {}

  static Fault status(int code, Map<String, String> headers, String contentType, String body) {
    return new Status(code, headers, contentType, body);
  }

  static Fault ocs(int statuscode, String message) {
    return new Ocs(statuscode, message);
  }

  static Fault dropBefore() {
    return new DropBefore();
  }

  static Fault dropAfter() {
    return new DropAfter();
  }

  static Fault delay(Duration duration) {
    return new Delay(duration);
  }

  static Fault htmlLogin() {
    return new HtmlLogin();
  }

  static Fault cutJson() {
    return new CutJson();
  }
}
