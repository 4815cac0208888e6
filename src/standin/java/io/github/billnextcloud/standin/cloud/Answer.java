package io.github.billnextcloud.standin.cloud;

import java.util.List;
import java.util.Map;

/** What is sent back: an OCS result that still needs its envelope, or finished bytes. */
sealed interface Answer {
  String TEXT_XML = "text/xml; charset=UTF-8";
  String APPLICATION_XML = "application/xml; charset=utf-8";
  String JSON = "application/json; charset=utf-8";
  String HTML = "text/html; charset=UTF-8";

  /** Which part of the server speaks; each wraps its results a little differently. */
  enum Voice {
    /** The user and group API. */
    PROVISIONING,
    /** A controller of the app framework, on both products. */
    FRAMEWORK,
    /** The entry script, before or instead of a controller. */
    CORE,
    /** The entry script refusing credentials. */
    LOGIN
  }

  record Ocs(Voice voice, int code, String message, Object data) implements Answer {}

  record Raw(int http, String contentType, String body, Map<String, List<String>> headers)
      implements Answer {}

  static Answer ok() {
    return ok(List.of());
  }

  static Answer ok(Object data) {
    return new Ocs(Voice.PROVISIONING, 100, null, data);
  }

  static Answer no(int code) {
    return no(code, null);
  }

  static Answer no(int code, String message) {
    return no(Voice.PROVISIONING, code, message);
  }

  static Answer no(Voice voice, int code, String message) {
    return new Ocs(voice, code, message, List.of());
  }

  static Answer raw(int http, String contentType, String body) {
    return new Raw(http, contentType, body, Map.of());
  }

  /** HTTP 200 without a body: a fatal error of ownCloud's PHP code. */
  static Answer nothing() {
    return raw(200, HTML, "");
  }

  /** For what real servers do but this stand-in does not, so that no test trusts an invention. */
  static Answer notModelled(String what) {
    return raw(501, "text/plain; charset=UTF-8", "The stand-in does not model " + what);
  }

  /** A parameter the API cannot do without is missing. */
  static Answer missingParameter(Flavour flavour) {
    return flavour == Flavour.NEXTCLOUD_34 ? raw(400, HTML, "") : serverError();
  }

  static Answer serverError() {
    return no(Voice.CORE, 996, "Internal Server Error\n");
  }
}
