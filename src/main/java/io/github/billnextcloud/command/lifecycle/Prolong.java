package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import java.util.Set;

/** A renewal is a matter of the billing alone: nothing changes in the cloud. */
public final class Prolong implements Command {

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.CAN_RUN_DRY);
  }

  @Override
  public CommandResult run(CommandContext event) {
    event.billing().confirm("service.postprolong");
    return event.billing().answer();
  }
}
