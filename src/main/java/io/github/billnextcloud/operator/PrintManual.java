package io.github.billnextcloud.operator;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.PlainText;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.Event;
import io.github.billnextcloud.manual.Language;
import io.github.billnextcloud.manual.ManPage;

/** Prints the manual page where no package has installed it: {@code pmnextcloud man | man -l -}. */
final class PrintManual implements Command {

  @Override
  public Answer run(Event event) {
    String language = event.invocation().option("--lang").orElse("");
    return new PlainText(ManPage.in(Language.of(language)));
  }

  @Override
  public boolean isWorthTelling() {
    return false;
  }
}
