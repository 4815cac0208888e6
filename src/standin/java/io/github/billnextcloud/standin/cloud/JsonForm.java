package io.github.billnextcloud.standin.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a body of JSON as the servers do: its members are fields like those of a form. */
final class JsonForm {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonForm() {}

  /** Empty for what is no object. */
  static Map<String, List<String>> parse(String text) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    try {
      JSON.readTree(text).properties().forEach(it -> add(fields, it.getKey(), it.getValue()));
    } catch (JsonProcessingException e) {
      return Map.of();
    }
    return fields;
  }

  /** An object; null for what is none. */
  static JsonNode tree(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      return tree != null && tree.isObject() ? tree : null;
    } catch (JsonProcessingException none) {
      return null;
    }
  }

  private static void add(Map<String, List<String>> fields, String name, JsonNode value) {
    if (value.isObject()) {
      value.properties().forEach(it -> add(fields, name + "." + it.getKey(), it.getValue()));
      return;
    }
    if (value.isArray()) {
      List<String> all = new ArrayList<>();
      value.forEach(it -> all.add(it.asText()));
      fields.put(name + "[]", all);
    } else if (!value.isNull()) {
      fields.put(name, List.of(value.asText()));
    }
  }
}
