package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.Policy;
import java.util.Set;

/** Has the cloud write to a service's user again: customers lose letters. */
public final class ResendWelcomeLetter implements Command {

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.CAN_RUN_DRY);
  }

  @Override
  public CommandResult run(CommandContext event) {
    Service service = event.service(ServiceReadScope.EVERYTHING);
    send(event, service, Policy.owner(service));
    XmlBuilder answer = XmlBuilder.ok();
    event
        .provisioner()
        .done()
        .forEach(change -> answer.param("changed", change.in(event.language())));
    return answer;
  }

  /** The letter by which this service's customer comes in. */
  static void send(CommandContext event, Service service, AccountOwnership owner) {
    DirectoryAccountLinking.refuseLetter(service);
    event
        .provisioner()
        .sendLetter(owner, service.params().findSecret(ServiceParams.PASSWORD).isPresent());
  }
}
