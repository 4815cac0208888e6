package io.github.billnextcloud.text;

import java.util.Locale;

/** In which language a person is answered. The log speaks English. */
public enum Language {
  EN,
  RU;

  /** As people and locales write it: {@code ru}, {@code ru_RU.UTF-8}; all else is English. */
  public static Language of(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith("ru") ? RU : EN;
  }

  /** What was typed counts before what the terminal speaks. */
  public static Language of(String locale, String... typed) {
    String name = locale;
    for (int at = 0; at < typed.length; at++) {
      if (typed[at].startsWith("--lang=")) {
        name = typed[at].substring("--lang=".length());
      } else if (typed[at].equals("--lang") && at + 1 < typed.length) {
        name = typed[at + 1];
      }
    }
    return of(name);
  }

  /** {@code en}, {@code ru}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
