package io.github.billnextcloud.command.module;

import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.Language;
import io.github.billnextcloud.safe.PrintableText;
import java.util.Locale;

/** What an import tells the person who typed it, in the language of the person's terminal. */
final class ImportReport {

  private final boolean russian;
  private final StringBuilder lines = new StringBuilder();

  ImportReport(Invocation asked) {
    russian = asked.language() == Language.RU;
  }

  /** Values from outside must not begin a line of their own. */
  void tell(String english, String inRussian, Object... values) {
    Object[] clean = new Object[values.length];
    for (int at = 0; at < values.length; at++) {
      clean[at] = PrintableText.line(String.valueOf(values[at]));
    }
    lines.append(String.format(Locale.ROOT, russian ? inRussian : english, clean)).append('\n');
  }

  String text() {
    return lines.toString();
  }
}
