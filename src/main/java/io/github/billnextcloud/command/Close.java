package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.provisioning.Policy;

/** Ends the service: deletes its own account. Gone is gone. */
final class Close implements Command {

  @Override
  public XmlOut run(Event event) {
    Service service = event.service(Scope.ACCOUNT);
    event.provisioner().close(Policy.owner(service));
    event.billing().confirm("service.postclose");
    return event.billing().answer();
  }
}
