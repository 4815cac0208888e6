package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.USERNAME;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.LoginChoice;
import io.github.billnextcloud.provisioning.OwnershipProof;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import java.util.Optional;
import java.util.Set;

/** Which user a service that is to be opened has already, or gets. */
final class LoginAllocation {

  private LoginAllocation() {}

  /** The user that the service has in this cloud already, as far as the billing knows. */
  static Optional<AccountOwnership> own(CommandContext event, Service service) {
    Provisioner provisioner = event.provisioner();
    AccountOwnership saved = Policy.owner(service);
    boolean ours = saved.recorded() && !AccountClosing.hasDeleted(service, saved.id());
    if (ours && service.standing().opened()) {
      return Optional.of(saved);
    }
    if (isOutOfReach(event, service, saved.id())) {
      return Optional.empty();
    }
    // Announced, brought along, or from a former address: whoever is there must prove it.
    boolean proven = provisioner.isProven(saved.id(), OwnershipProof.of(service));
    if (proven || ours && provisioner.isFree(saved.id())) {
      return Optional.of(new AccountOwnership(saved.id(), true, saved.otherService()));
    }
    return Optional.empty();
  }

  /**
   * No name, or one that this service has lost, or that another has or had: not even a password
   * that opens it makes it this one's.
   */
  private static boolean isOutOfReach(CommandContext event, Service service, UserId id) {
    return service.params().find(USERNAME).isEmpty()
        || AccountClosing.hasDeleted(service, id)
        || event.billing().isTaken(id.value());
  }

  /** A name that nobody has: not in the cloud, and in the billing not even in the past. */
  static AccountOwnership unclaimed(CommandContext event, Service service, Set<UserId> refused) {
    Provisioner provisioner = event.provisioner();
    Billing billing = event.billing();
    return new AccountOwnership(
        LoginChoice.choose(
            service,
            id ->
                refused.contains(id)
                    || AccountClosing.hasDeleted(service, id)
                    || billing.isTaken(id.value())
                    || !provisioner.isFree(id)),
        false,
        0);
  }
}
