package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.provisioning.Policy;

/** Lets the customer in again; refuses when there is no account to come back to. */
final class Resume implements Command {

  @Override
  public XmlOut run(Event event) {
    Service service = event.service(Scope.ACCOUNT);
    event.provisioner().resume(Policy.owner(service));
    event.billing().confirm("service.postresume");
    return event.billing().answer();
  }
}
