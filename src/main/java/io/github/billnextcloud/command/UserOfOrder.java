package io.github.billnextcloud.command;

import static io.github.billnextcloud.billmanager.ServiceParams.PASSWORD;
import static io.github.billnextcloud.billmanager.ServiceParams.USERNAME;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.provisioning.Logins;
import io.github.billnextcloud.provisioning.Owner;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.secret.Secret;
import java.util.Optional;

/** Which user a service that is to be opened has already, or gets. */
final class UserOfOrder {

  private UserOfOrder() {}

  /** The user that the service has in this cloud already, as far as the billing knows. */
  static Optional<Owner> own(Service service, Provisioner provisioner) {
    Owner saved = Policy.owner(service);
    Optional<Secret> password = service.params().findSecret(PASSWORD);
    boolean ours = saved.recorded() && !Closing.hasDeleted(service, saved.id());
    if (ours && (service.standing().opened() || password.isEmpty())) {
      return Optional.of(saved);
    }
    // Announced, brought along, or from a former address: whoever is there must know the password.
    boolean named = service.params().find(USERNAME).isPresent();
    boolean opens =
        named && password.isPresent() && provisioner.isOpenedBy(saved.id(), password.get());
    if (opens || ours && !provisioner.has(saved.id())) {
      return Optional.of(new Owner(saved.id(), true, saved.otherService()));
    }
    return Optional.empty();
  }

  /** A name that nobody has: not in the cloud, and in the billing not even in the past. */
  static Owner unclaimed(Event event, Service service) {
    Provisioner provisioner = event.provisioner();
    Billing billing = event.billing();
    return new Owner(
        Logins.choose(service, id -> billing.isTaken(id.value()) || provisioner.has(id)), false, 0);
  }
}
