package io.github.billnextcloud.operator.doctor;

/** A sentence, or the end of one, in both languages. */
record Text(String english, String russian) {

  static final Text NONE = new Text("", "");

  private static final String PLACE = "%s";

  /**
   * Both with the same values in their places {@code %s}.
   *
   * @param values texts, or anything else that both languages write alike
   */
  static Text text(String english, String russian, Object... values) {
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
    return shown.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  /** Names after one another: "basic, pro". */
  static String list(Iterable<?> names) {
    StringBuilder list = new StringBuilder();
    names.forEach(name -> list.append(list.length() == 0 ? "" : ", ").append(name));
    return list.toString();
  }

  String in(Language language) {
    return language == Language.RUSSIAN ? russian : english;
  }

  boolean isEmpty() {
    return english.isEmpty();
  }
}
