package io.github.billnextcloud.cli;

import java.util.Locale;

/** In which a person reads. */
public enum PanelLanguage {
  ENGLISH,
  RUSSIAN;

  /** The locale of the person's terminal, such as {@code ru_RU.UTF-8}; the launcher tells it. */
  public static final String LOCALE = "pmnextcloud.lang";

  /**
   * What {@code --lang} asks for, or else the language of the person's terminal. BILLmanager may
   * have more languages than we.
   */
  public static PanelLanguage of(Invocation asked) {
    String option = asked.option("--lang").orElse(null);
    return asked.isTyped() || option == null
        ? of(option, System.getProperty(LOCALE, ""))
        : of(null, option);
  }

  /**
   * @param option what was asked for; null when nothing was
   * @param locale of the person's terminal, such as {@code ru_RU.UTF-8}; may be empty
   * @throws BadRequest when something else was asked for
   */
  public static PanelLanguage of(String option, String locale) {
    if (option == null) {
      return locale.toLowerCase(Locale.ROOT).startsWith("ru") ? RUSSIAN : ENGLISH;
    }
    return switch (option) {
      case "en" -> ENGLISH;
      case "ru" -> RUSSIAN;
      default -> throw new BadRequest("--lang is 'ru' or 'en', not '" + option + "'", null);
    };
  }
}
