package io.github.billnextcloud.command;

import static io.github.billnextcloud.billmanager.ServiceParams.USERNAME;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.Logins;
import io.github.billnextcloud.provisioning.Owner;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Proof;
import io.github.billnextcloud.provisioning.Provisioner;
import java.util.Optional;
import java.util.Set;

/** Which user a service that is to be opened has already, or gets. */
final class UserOfOrder {

  private UserOfOrder() {}

  /** The user that the service has in this cloud already, as far as the billing knows. */
  static Optional<Owner> own(Event event, Service service) {
    Provisioner provisioner = event.provisioner();
    Owner saved = Policy.owner(service);
    boolean ours = saved.recorded() && !Closing.hasDeleted(service, saved.id());
    if (ours && service.standing().opened()) {
      return Optional.of(saved);
    }
    if (isOutOfReach(event, service, saved.id())) {
      return Optional.empty();
    }
    // Announced, brought along, or from a former address: whoever is there must prove it.
    boolean proven = provisioner.isProven(saved.id(), Proof.of(service));
    if (proven || ours && provisioner.isFree(saved.id())) {
      return Optional.of(new Owner(saved.id(), true, saved.otherService()));
    }
    return Optional.empty();
  }

  /**
   * No name, or one that this service has lost, or that another has or had: not even a password
   * that opens it makes it this one's.
   */
  private static boolean isOutOfReach(Event event, Service service, UserId id) {
    return service.params().find(USERNAME).isEmpty()
        || Closing.hasDeleted(service, id)
        || event.billing().isTaken(id.value());
  }

  /** A name that nobody has: not in the cloud, and in the billing not even in the past. */
  static Owner unclaimed(Event event, Service service, Set<UserId> refused) {
    Provisioner provisioner = event.provisioner();
    Billing billing = event.billing();
    return new Owner(
        Logins.choose(
            service,
            id ->
                refused.contains(id)
                    || Closing.hasDeleted(service, id)
                    || billing.isTaken(id.value())
                    || !provisioner.isFree(id)),
        false,
        0);
  }
}
