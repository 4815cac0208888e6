package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.CommandOutput;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.provisioning.Policy;
import java.util.Set;

/** Has the cloud write its welcome letter to a service's user again: customers lose letters. */
public final class ResendWelcomeLetter implements Command {

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.CAN_RUN_DRY);
  }

  @Override
  public CommandOutput run(CommandContext event) {
    Service service = event.service(ServiceReadScope.ACCOUNT);
    CloudUser user = event.provisioner().require(Policy.owner(service));
    event.provisioner().sendWelcome(user.id());
    XmlBuilder answer = XmlBuilder.ok();
    event
        .provisioner()
        .done()
        .forEach(change -> answer.param("changed", change.in(event.language())));
    return answer;
  }
}
