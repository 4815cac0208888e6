package io.github.billnextcloud.standin.cloud;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes values the way PHP's json_encode does: escaped slashes, \\u escapes, [] when empty; and
 * nothing at all when one of the texts is none.
 */
final class Json {
  private final StringBuilder out = new StringBuilder();
  private boolean broken;

  private Json() {}

  static String of(Object value) {
    Json json = new Json();
    json.write(value);
    return json.broken ? "" : json.out.toString();
  }

  private void write(Object value) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      object(map);
    } else if (value instanceof Map<?, ?>) {
      out.append("[]");
    } else if (value instanceof List<?> list) {
      array(list);
    } else if (value instanceof String text) {
      string(text);
    } else if (value instanceof Double number) {
      out.append(number(number));
    } else {
      out.append(value);
    }
  }

  private void object(Map<?, ?> map) {
    char separator = '{';
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      string((String) entry.getKey());
      out.append(':');
      write(entry.getValue());
      separator = ',';
    }
    out.append('}');
  }

  private void array(List<?> list) {
    out.append('[');
    for (Iterator<?> values = list.iterator(); values.hasNext(); ) {
      write(values.next());
      if (values.hasNext()) {
        out.append(',');
      }
    }
    out.append(']');
  }

  private void string(String text) {
    broken |= text.codePoints().anyMatch(it -> Character.getType(it) == Character.SURROGATE);
    out.append('"');
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\', '/' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c > '~') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** PHP shows floats with 14 digits here, and whole ones without a point. */
  static String number(double value) {
    return Math.abs(value) < 1e15
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%.13e", value);
  }
}
