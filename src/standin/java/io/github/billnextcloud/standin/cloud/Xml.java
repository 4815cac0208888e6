package io.github.billnextcloud.standin.cloud;

import java.util.List;
import java.util.Map;

/** Writes values the way the servers do: true is 1, false is empty, null has no end tag. */
final class Xml {
  private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?>\n");

  private Xml() {}

  static String of(String root, Object value) {
    Xml xml = new Xml();
    xml.write(root, value, 0);
    return xml.out.toString();
  }

  private void write(String name, Object value, int depth) {
    indent(depth);
    if (isEmpty(value)) {
      out.append('<').append(name).append("/>\n");
    } else if (value instanceof Map<?, ?> map) {
      out.append('<').append(name).append(">\n");
      map.forEach((key, child) -> write((String) key, child, depth + 1));
      end(name, depth);
    } else if (value instanceof List<?> list) {
      out.append('<').append(name).append(">\n");
      list.forEach(child -> write("element", child, depth + 1));
      end(name, depth);
    } else {
      out.append('<').append(name).append('>').append(text(value));
      out.append("</").append(name).append(">\n");
    }
  }

  private static boolean isEmpty(Object value) {
    return value == null
        || value instanceof Map<?, ?> map && map.isEmpty()
        || value instanceof List<?> list && list.isEmpty();
  }

  private void end(String name, int depth) {
    indent(depth);
    out.append("</").append(name).append(">\n");
  }

  private void indent(int depth) {
    out.append(" ".repeat(depth));
  }

  private static String text(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "1" : "";
    }
    if (value instanceof Double number) {
      return Json.number(number);
    }
    return value
        .toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
