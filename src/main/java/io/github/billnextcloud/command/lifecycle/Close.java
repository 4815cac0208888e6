package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import java.util.Set;

/** Ends the service: its own account is deleted, or what the tariff says instead. */
public final class Close implements Command {

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.CAN_RUN_DRY);
  }

  @Override
  public CommandResult run(CommandContext event) {
    Service service = event.service(ServiceReadScope.ACCOUNT);
    new AccountClosing(service, event.billing(), event.provisioner()).run();
    event.billing().confirm(AccountClosing.CONFIRMATION);
    return event.billing().answer();
  }
}
