package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.provisioning.Policy;

/** Brings quota and groups in line with the tariff and its add-ons. */
final class SetParam implements Command {

  @Override
  public XmlOut run(Event event) {
    Service service = event.service(Scope.ORDER);
    event.provisioner().change(Policy.wanted(service));
    event.billing().confirm("service.postsetparam");
    return event.billing().answer();
  }
}
