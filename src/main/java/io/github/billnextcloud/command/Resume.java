package io.github.billnextcloud.command;

import static io.github.billnextcloud.billmanager.ServiceParams.BEFORE_SUSPENSION;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.provisioning.Owner;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Suspension;
import java.util.Optional;

/**
 * Lets the customer in again and restores what the suspension took; refuses when there is no
 * account to come back to.
 */
final class Resume implements Command {

  @Override
  public Answer run(Event event) {
    Service service = event.service(Scope.ACCOUNT);
    if (Closing.hasHappened(service)) {
      return Closing.confirmAgain(event);
    }
    Owner owner = Policy.owner(service);
    Closing.cancel(event.billing(), service);
    Optional<Suspension> suspension = Suspension.saved(service);
    if (suspension.isPresent()) {
      event.provisioner().resume(owner, suspension.get());
      event.billing().dropParam(BEFORE_SUSPENSION);
    } else {
      event.provisioner().resume(owner);
    }
    SavedParams.saveAddress(event.billing(), service);
    Unfinished.tryAgain(event, service);
    event.billing().confirm("service.postresume");
    return event.billing().answer();
  }
}
