package io.github.billnextcloud.standin.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An element of the document the panel answers with, printable in the formats of {@code -o}. */
final class Reply {

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Reply> children = new ArrayList<>();
  private String text = "";

  Reply(String name) {
    this.name = name;
  }

  /** The answer of a function that did something and has nothing to say. */
  static Reply ok() {
    return new Reply("doc").with(new Reply("ok"));
  }

  Reply attribute(String key, String value) {
    attributes.put(key, value);
    return this;
  }

  Reply text(String value) {
    text = value == null ? "" : value;
    return this;
  }

  Reply with(Reply child) {
    children.add(child);
    return this;
  }

  Reply with(String childName, Object value) {
    return with(new Reply(childName).text(value == null ? "" : value.toString()));
  }

  /** Adds a child and returns it, to go on below it. */
  Reply child(String childName) {
    Reply child = new Reply(childName);
    children.add(child);
    return child;
  }

  String in(String format) {
    return switch (format) {
      case "xml", "devel" -> "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml();
      case "json" -> "{" + quoted(name) + ":" + json() + "}";
      default -> lines();
    };
  }

  private String xml() {
    StringBuilder out = new StringBuilder("<").append(name);
    attributes.forEach((key, value) -> out.append(' ' + key + "=\"" + escaped(value) + '"'));
    if (text.isEmpty() && children.isEmpty()) {
      return out.append("/>").toString();
    }
    out.append('>').append(escaped(text));
    children.forEach(child -> out.append(child.xml()));
    return out.append("</").append(name).append('>').toString();
  }

  /** Text is {@code {"$":"…"}}; equal children make a list. */
  private String json() {
    List<String> fields = new ArrayList<>();
    attributes.forEach((key, value) -> fields.add(quoted("$" + key) + ":" + quoted(value)));
    if (!text.isEmpty()) {
      fields.add("\"$\":" + quoted(text));
    }
    Map<String, List<Reply>> groups =
        children.stream()
            .collect(Collectors.groupingBy(r -> r.name, LinkedHashMap::new, Collectors.toList()));
    groups.forEach((key, group) -> fields.add(quoted(key) + ":" + json(key, group)));
    return "{" + String.join(",", fields) + "}";
  }

  private static String json(String key, List<Reply> group) {
    return group.size() == 1 && !key.equals("elem")
        ? group.get(0).json()
        : group.stream().map(Reply::json).collect(Collectors.joining(",", "[", "]"));
  }

  private String lines() {
    String found =
        children.stream()
            .map(child -> child.children.isEmpty() ? child.line() : child.lines())
            .collect(Collectors.joining("\n"));
    return found.isEmpty() ? "ok" : found;
  }

  private String line() {
    return text.isEmpty() ? name : name + "=" + text;
  }

  private static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#13;");
  }

  private static String quoted(String value) {
    String plain = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + plain.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"';
  }
}
