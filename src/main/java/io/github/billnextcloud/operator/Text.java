package io.github.billnextcloud.operator;

import io.github.billnextcloud.billmanager.Language;
import io.github.billnextcloud.safe.Printable;

/** A sentence, or the end of one, in both languages. */
public record Text(String english, String russian) {

  public static final Text NONE = new Text("", "");

  private static final String PLACE = "%s";

  /**
   * Both with the same values in their places {@code %s}.
   *
   * @param values texts, or anything else that both languages write alike
   */
  public static Text text(String english, String russian, Object... values) {
    return new Text(
        filled(english, Language.ENGLISH, values), filled(russian, Language.RUSSIAN, values));
  }

  private static String filled(String pattern, Language language, Object... values) {
    String[] parts = pattern.split(PLACE, -1);
    if (parts.length != values.length + 1) {
      throw new IllegalArgumentException("not " + values.length + " places: " + pattern);
    }
    StringBuilder text = new StringBuilder(parts[0]);
    for (int at = 0; at < values.length; at++) {
      text.append(shown(values[at], language)).append(parts[at + 1]);
    }
    return text.toString();
  }

  /** What comes from outside must not begin a line of its own. */
  private static String shown(Object value, Language language) {
    String shown = value instanceof Text text ? text.in(language) : String.valueOf(value);
    return Printable.line(shown).strip();
  }

  /** Names after one another: "basic, pro". */
  public static String list(Iterable<?> names) {
    StringBuilder list = new StringBuilder();
    names.forEach(name -> list.append(list.length() == 0 ? "" : ", ").append(name));
    return list.toString();
  }

  public String in(Language language) {
    return language == Language.RUSSIAN ? russian : english;
  }

  public boolean isEmpty() {
    return english.isEmpty();
  }
}
