package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.provisioning.Policy;

/** Keeps the customer out, files untouched. Nobody there is kept out already. */
final class Suspend implements Command {

  @Override
  public XmlOut run(Event event) {
    Service service = event.service(Scope.ACCOUNT);
    event.provisioner().suspend(Policy.owner(service));
    event.billing().confirm("service.postsuspend");
    return event.billing().answer();
  }
}
