package io.github.billnextcloud.cli;

import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;

/** A sentence, or the end of one, in both languages. */
public record BilingualText(String english, String russian) {

  public static final BilingualText NONE = new BilingualText("", "");

  private static final String PLACE = "%s";

  /**
   * Both with the same values in their places {@code %s}.
   *
   * @param values texts, or anything else that both languages write alike
   */
  public static BilingualText text(String english, String russian, Object... values) {
    return new BilingualText(
        filled(english, Language.EN, values), filled(russian, Language.RU, values));
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
    String shown = value instanceof BilingualText text ? text.in(language) : String.valueOf(value);
    return PrintableText.line(shown).strip();
  }

  /** Names after one another: "basic, pro". */
  public static String list(Iterable<?> names) {
    StringBuilder list = new StringBuilder();
    names.forEach(name -> list.append(list.length() == 0 ? "" : ", ").append(name));
    return list.toString();
  }

  public String in(Language language) {
    return language == Language.RU ? russian : english;
  }

  public boolean isEmpty() {
    return english.isEmpty();
  }
}
