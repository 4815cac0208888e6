package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.Policy;

/** Has the cloud write its welcome letter to a service's user again: customers lose letters. */
final class Welcome implements Command {

  @Override
  public Answer run(Event event) {
    Service service = event.service(Scope.ACCOUNT);
    CloudUser user = event.provisioner().require(Policy.owner(service));
    event.provisioner().sendWelcome(user.id());
    XmlOut answer = XmlOut.ok();
    event.provisioner().done().forEach(change -> answer.param("changed", change));
    return answer;
  }
}
