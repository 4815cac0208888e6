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

  /** {@code en}, {@code ru}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
