package io.github.billnextcloud.operator;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.PlainText;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.Event;
import io.github.billnextcloud.manual.Completion;

/** Prints what the shell completes with: {@code source <(pmnextcloud completion)}. */
final class PrintCompletion implements Command {

  @Override
  public Answer run(Event event) {
    return new PlainText(Completion.script());
  }

  @Override
  public boolean isWorthTelling() {
    return false;
  }
}
