package io.github.billnextcloud.handbook;

import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.contract.XmlDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A form as people see it: labels, hints and placeholders from the XML description, choices and
 * values from what the program hands back.
 *
 * @param answer the form as it comes back from the program
 */
record Form(Kind kind, String language, XmlElement answer) {

  /** The forms that the module has. */
  enum Kind {
    SETTINGS("processing.edit.pmnextcloud", "tune_connection"),
    TARIFF("pricelist.pmnextcloud", "pricelist_dynamic_settings_tune");

    private final String metadata;
    private final String command;

    Kind(String metadata, String command) {
      this.metadata = metadata;
      this.command = command;
    }
  }

  /**
   * One line of the form.
   *
   * @param type of the input; {@code select} for a list
   * @param value what stands in it
   * @param choices of a list
   */
  record Field(
      String name,
      String type,
      boolean required,
      String label,
      String hint,
      String placeholder,
      String value,
      List<String> choices) {}

  /**
   * As it is for somebody who has just opened it.
   *
   * @param typed what has been filled in: elements of a document
   */
  static Form opened(Kind kind, String language, String typed, ExampleCloud cloud) {
    String form = "<doc lang=\"" + language + "\">" + typed + "</doc>";
    return new Form(kind, language, cloud.tuned(kind.command, form));
  }

  List<Field> fields() {
    XmlElement description = XmlDescription.read();
    Map<String, String> texts = XmlDescription.messages(description, language, kind.metadata);
    List<Field> fields = new ArrayList<>();
    for (XmlElement field : XmlDescription.fields(description, kind.metadata)) {
      String id = field.text("name");
      XmlElement input = field.first("input").orElse(field);
      fields.add(
          new Field(
              id,
              field.first("select").isPresent() ? "select" : input.text("type"),
              input.text("required").equals("yes"),
              texts.getOrDefault(id, id),
              texts.getOrDefault("hint_" + id, ""),
              texts.getOrDefault("placeholder_" + id, ""),
              answer.text(id),
              choices(id)));
    }
    return fields;
  }

  private List<String> choices(String field) {
    return answer.all("slist").stream()
        .filter(list -> list.text("name").equals(field))
        .flatMap(list -> list.all("val").stream())
        .map(XmlElement::text)
        .toList();
  }

  /** What the picture shows, for finding out that it is old. */
  String asText() {
    StringBuilder text = new StringBuilder("# " + kind.metadata + ", " + language + "\n");
    for (Field field : fields()) {
      text.append('\n').append(field.name()).append(": ").append(field.type());
      text.append(field.required() ? ", required\n" : "\n");
      line(text, "label", field.label());
      line(text, "hint", field.hint());
      line(text, "placeholder", field.placeholder());
      line(text, "value", field.value());
      field.choices().forEach(choice -> line(text, "choice", choice));
    }
    return text.append('\n').toString();
  }

  private static void line(StringBuilder text, String what, String words) {
    if (!words.isEmpty()) {
      text.append("  ").append(what).append(": ").append(words).append('\n');
    }
  }
}
