package io.github.billnextcloud.standin.cloud;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads form-encoded fields and percent-encoded path segments. */
final class Form {
  private Form() {}

  static Map<String, List<String>> parse(String encoded) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (encoded != null) {
      for (String pair : encoded.split("&")) {
        int at = pair.indexOf('=');
        String name = decode(at < 0 ? pair : pair.substring(0, at));
        String value = at < 0 ? "" : decode(pair.substring(at + 1));
        if (!name.isEmpty()) {
          fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
      }
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A plus in a path is a plus. */
  static String decodeSegment(String segment) {
    return decode(segment.replace("+", "%2B"));
  }
}
