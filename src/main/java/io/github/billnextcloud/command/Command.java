package io.github.billnextcloud.command;

import io.github.billnextcloud.cli.CommandResult;
import java.util.Set;

/** One thing that can be asked. Every command may be run again. */
public interface Command {

  /**
   * Does it and returns what stdout is to say. Whatever is thrown ends in {@link CommandFailure}.
   */
  CommandResult run(CommandContext event);

  /** None: it works on one service, under its lock, and writes a log. */
  default Set<CommandTrait> traits() {
    return Set.of();
  }

  default boolean is(CommandTrait trait) {
    return traits().contains(trait);
  }
}
