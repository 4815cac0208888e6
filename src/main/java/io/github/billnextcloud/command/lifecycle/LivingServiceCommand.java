package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import java.util.Set;

/**
 * Works on one service that lives, and can be tried dry. One that was closed while the operation
 * was waiting stays closed.
 */
interface LivingServiceCommand extends Command {

  /** How much of the service it has to know. */
  ServiceReadScope scope();

  CommandResult run(CommandContext event, Service service);

  /** False of one that is left as it is. */
  default boolean isFor(Service service) {
    return !service.standing().isDeleted();
  }

  @Override
  default Set<CommandTrait> traits() {
    return Set.of(CommandTrait.CAN_RUN_DRY);
  }

  @Override
  default CommandResult run(CommandContext event) {
    Service service = event.service(scope());
    return isFor(service) ? run(event, service) : AccountClosing.confirmAgain(event);
  }
}
