package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.Language;
import io.github.billnextcloud.safe.Printable;
import java.util.Locale;

/** What an import tells the person who typed it, in the language of the person's terminal. */
final class ImportStory {

  private final boolean russian;
  private final StringBuilder lines = new StringBuilder();

  ImportStory(Invocation asked) {
    russian = Language.of(asked) == Language.RUSSIAN;
  }

  /** Values from outside must not begin a line of their own. */
  void tell(String english, String inRussian, Object... values) {
    Object[] clean = new Object[values.length];
    for (int at = 0; at < values.length; at++) {
      clean[at] = Printable.line(String.valueOf(values[at]));
    }
    lines.append(String.format(Locale.ROOT, russian ? inRussian : english, clean)).append('\n');
  }

  String text() {
    return lines.toString();
  }
}
