package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.BadRequest;
import io.github.billnextcloud.billmanager.Invocation;
import java.util.Locale;

/** What an import tells the person who typed it, in the language of the person's terminal. */
final class ImportStory {

  private final boolean russian;
  private final StringBuilder lines = new StringBuilder();

  ImportStory(Invocation asked) {
    String locale = System.getProperty("pmnextcloud.lang", "");
    String language = asked.option("--lang").orElse(locale.toLowerCase(Locale.ROOT));
    if (asked.option("--lang").isPresent() && !language.matches("en|ru")) {
      throw new BadRequest("--lang is 'ru' or 'en', not '" + language + "'", null);
    }
    russian = language.startsWith("ru");
  }

  /** Values from outside must not begin a line of their own. */
  void tell(String english, String inRussian, Object... values) {
    Object[] clean = new Object[values.length];
    for (int at = 0; at < values.length; at++) {
      clean[at] = String.valueOf(values[at]).replaceAll("\\p{Cntrl}+", " ");
    }
    lines.append(String.format(Locale.ROOT, russian ? inRussian : english, clean)).append('\n');
  }

  String text() {
    return lines.toString();
  }
}
