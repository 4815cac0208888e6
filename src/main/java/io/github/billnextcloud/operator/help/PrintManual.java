package io.github.billnextcloud.operator.help;

import io.github.billnextcloud.cli.CommandOutput;
import io.github.billnextcloud.cli.ManPage;
import io.github.billnextcloud.cli.TextOutput;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import java.util.Set;

/** Prints the manual page where no package has installed it: {@code pmnextcloud man | man -l -}. */
public final class PrintManual implements Command {

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY, CommandTrait.NOT_LOGGED);
  }

  @Override
  public CommandOutput run(CommandContext event) {
    return new TextOutput(ManPage.in(event.invocation().language()));
  }
}
