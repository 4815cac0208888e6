package io.github.billnextcloud.operator.help;

import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import java.util.Set;
import java.util.function.Function;

/** Prints what the program knows by itself: the manual page, what the shell completes with. */
public record PrintText(Function<Invocation, String> page) implements Command {

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY, CommandTrait.NOT_LOGGED);
  }

  @Override
  public CommandResult run(CommandContext event) {
    return new TextResult(page.apply(event.invocation()));
  }
}
