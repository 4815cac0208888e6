package io.github.billnextcloud.handbook;

import io.github.billnextcloud.Description;
import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.billmanager.XmlIn;
import io.github.billnextcloud.command.Commands;
import io.github.billnextcloud.command.Event;
import io.github.billnextcloud.command.Progress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A form of the XML description as people see it: labels and hints from the description, and the
 * choices that the program itself gives.
 *
 * @param name of its metadata
 */
record Form(String name, String language) {

  static final String SETTINGS = "processing.edit.pmnextcloud";
  static final String TARIFF = "pricelist.pmnextcloud";

  private static final String TUNE = "pricelist_dynamic_settings_tune";

  /**
   * One line of the form.
   *
   * @param type of the input; {@code select} for a list
   * @param choices of a list
   */
  record Field(
      String name,
      String type,
      boolean required,
      String label,
      String hint,
      String placeholder,
      List<String> choices) {}

  List<Field> fields() {
    XmlIn description = Description.read();
    Map<String, String> texts = Description.messages(description, language, name);
    XmlIn choices = choices();
    List<Field> fields = new ArrayList<>();
    for (XmlIn field : Description.fields(description, name)) {
      String id = field.text("name");
      XmlIn input = field.first("input").orElse(field);
      fields.add(
          new Field(
              id,
              field.first("select").isPresent() ? "select" : input.text("type"),
              input.text("required").equals("yes"),
              texts.getOrDefault(id, id),
              texts.getOrDefault("hint_" + id, ""),
              texts.getOrDefault("placeholder_" + id, ""),
              choices(choices, id)));
    }
    return fields;
  }

  /** A group stands for those that a real cloud would have. */
  private XmlIn choices() {
    String asked = "<doc lang=\"" + language + "\"><usergroup>team</usergroup></doc>";
    Event event =
        new Event(
            Invocation.parse("--command", TUNE),
            new ByteArrayInputStream(asked.getBytes(StandardCharsets.UTF_8)),
            new Panel(Path.of("target")),
            Progress.none());
    String answer = Commands.find(TUNE).orElseThrow().run(event).text();
    return XmlIn.parse(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> choices(XmlIn answer, String field) {
    return answer.all("slist").stream()
        .filter(list -> list.text("name").equals(field))
        .flatMap(list -> list.all("val").stream())
        .map(XmlIn::text)
        .toList();
  }

  /** What the pictures show, for finding out that they are old. */
  String asText() {
    StringBuilder text = new StringBuilder(name + " " + language + "\n");
    for (Field field : fields()) {
      text.append(String.join(" | ", field.name(), field.type(), field.label(), field.hint()));
      field.choices().forEach(choice -> text.append(" | ").append(choice));
      text.append(field.required() ? " | required\n" : "\n");
    }
    return text.toString();
  }
}
