package io.github.billnextcloud.command;

import java.util.Optional;

/** The table of contents: everything that BILLmanager may ask, by its own names (contract §4). */
public final class Commands {

  private Commands() {}

  public static Optional<Command> find(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "check_connection" -> new CheckConnection();
          case "open" -> new Open();
          case "setparam" -> new SetParam();
          case "suspend" -> new Suspend();
          case "resume" -> new Resume();
          case "close" -> new Close();
          case "prolong" -> new Prolong();
          default -> null;
        });
  }
}
