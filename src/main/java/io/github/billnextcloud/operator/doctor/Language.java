package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.BadRequest;
import java.util.Locale;

/** In which a person reads. */
enum Language {
  ENGLISH,
  RUSSIAN;

  /**
   * @param option what was asked for; null when nothing was
   * @param locale of the person's terminal, such as {@code ru_RU.UTF-8}; may be empty
   * @throws BadRequest when something else was asked for
   */
  static Language of(String option, String locale) {
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
