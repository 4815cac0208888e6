package io.github.billnextcloud.operator.help;

import io.github.billnextcloud.cli.CommandOutput;
import io.github.billnextcloud.cli.ShellCompletion;
import io.github.billnextcloud.cli.TextOutput;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import java.util.Set;

/** Prints what the shell completes with: {@code source <(pmnextcloud completion)}. */
public final class PrintCompletion implements Command {

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY, CommandTrait.NOT_LOGGED);
  }

  @Override
  public CommandOutput run(CommandContext event) {
    return new TextOutput(ShellCompletion.script());
  }
}
