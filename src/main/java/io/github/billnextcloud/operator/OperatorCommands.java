package io.github.billnextcloud.operator;

import io.github.billnextcloud.command.Command;
import java.util.Optional;

/** The table of contents of what a person may type. */
public final class OperatorCommands {

  private OperatorCommands() {}

  public static Optional<Command> find(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "show" -> new Show();
          case "setup" -> new Setup(System::getenv);
          case "completion" -> new PrintCompletion();
          case "logs" -> new Logs();
          case "man" -> new PrintManual();
          default -> null;
        });
  }
}
