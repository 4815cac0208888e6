package io.github.billnextcloud.command;

import io.github.billnextcloud.cli.Answer;

/** One thing that can be asked. Every command may be run again. */
public interface Command {

  /**
   * Does it and returns what stdout is to say. Whatever is thrown ends in {@link CommandFailure}.
   */
  Answer run(CommandContext event);

  /** False when the log would only be longer: nothing was looked at, and nothing can come of it. */
  default boolean isWorthTelling() {
    return true;
  }
}
