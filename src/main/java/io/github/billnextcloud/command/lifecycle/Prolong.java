package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.cli.Answer;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;

/** A renewal is a matter of the billing alone: nothing changes in the cloud. */
public final class Prolong implements Command {

  @Override
  public Answer run(CommandContext event) {
    event.billing().confirm("service.postprolong");
    return event.billing().answer();
  }
}
