package io.github.billnextcloud.hostile;

import java.util.random.RandomGenerator;

/** Writes elements as hostile writers do: fields as attributes or children, not always escaped. */
final class Markup {

  private final StringBuilder xml = new StringBuilder();
  private final RandomGenerator random;

  Markup(RandomGenerator random) {
    this.random = random;
  }

  RandomGenerator random() {
    return random;
  }

  Markup raw(String text) {
    xml.append(text);
    return this;
  }

  /** One element with its fields: name, value, name, value … */
  Markup element(String name, String text, String... fields) {
    boolean asChildren = random.nextInt(8) == 0;
    xml.append('<').append(name);
    for (int field = 0; field < fields.length && !asChildren; field += 2) {
      raw(" " + fields[field] + "=\"" + told(fields[field + 1]) + "\"");
    }
    xml.append('>').append(told(text));
    for (int field = 0; field < fields.length && asChildren; field += 2) {
      child(fields[field], fields[field + 1]);
    }
    return raw("</" + name + ">");
  }

  Markup child(String name, String text) {
    return raw("<" + name + ">" + told(text) + "</" + name + ">");
  }

  private String told(String text) {
    if (random.nextInt(40) == 0) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(character -> escape(escaped, character));
    return escaped.toString();
  }

  /** What XML cannot hold is mostly left out, or else the parser would see to everything. */
  private void escape(StringBuilder escaped, int character) {
    boolean impossible =
        character < ' ' && "\t\r\n".indexOf(character) < 0
            || character == 0xFFFF
            || Character.getType(character) == Character.SURROGATE;
    if (impossible && random.nextInt(20) != 0) {
      return;
    }
    if ("<>&\"'\r\n\t".indexOf(character) >= 0 || random.nextInt(50) == 0) {
      escaped.append("&#").append(character).append(';');
    } else {
      escaped.appendCodePoint(character);
    }
  }

  @Override
  public String toString() {
    return xml.toString();
  }
}
