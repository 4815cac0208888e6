package io.github.billnextcloud.command;

import static io.github.billnextcloud.billmanager.ServiceParams.BEFORE_SUSPENSION;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.Suspension;
import io.github.billnextcloud.provisioning.Wanted;
import java.util.Optional;

/** Brings quota and groups in line with the tariff and its add-ons. */
final class SetParam implements Command {

  @Override
  public Answer run(Event event) {
    Service service = event.service(Scope.ORDER);
    if (Closing.hasHappened(service)) {
      return Closing.confirmAgain(event);
    }
    Wanted wanted = Policy.wanted(service, Policy.owner(service));
    Provisioner provisioner = event.provisioner();
    Optional<Suspension> suspension = Suspension.saved(service);
    if (suspension.isPresent() && service.standing().suspended()) {
      // Suspended stays suspended: the change waits for the customer to come back.
      provisioner.requireRoom(wanted, suspension.get().quota());
      String back = suspension.get().comingBackTo(wanted).text();
      event.billing().saveParam(BEFORE_SUSPENSION, back);
    } else if (suspension.isPresent()) {
      // Left by a suspension that was broken off: it ends here.
      provisioner.requireRoom(wanted, suspension.get().quota());
      provisioner.resume(wanted.owner(), suspension.get().comingBackTo(wanted));
      event.billing().dropParam(BEFORE_SUSPENSION);
    } else {
      provisioner.change(wanted);
    }
    SavedParams.saveAddress(event.billing(), service);
    Unfinished.tryAgain(event, service);
    event.billing().confirm("service.postsetparam");
    event.restoreConfig();
    return event.billing().answer();
  }
}
