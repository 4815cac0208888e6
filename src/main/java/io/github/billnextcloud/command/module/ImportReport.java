package io.github.billnextcloud.command.module;

import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;

/** What an import tells the person who typed it, a line a sentence. */
final class ImportReport {

  private final Language language;
  private final StringBuilder lines = new StringBuilder();

  ImportReport(Language language) {
    this.language = language;
  }

  void tell(Sentence sentence) {
    lines.append(sentence.in(language)).append('\n');
  }

  String text() {
    return lines.toString();
  }
}
