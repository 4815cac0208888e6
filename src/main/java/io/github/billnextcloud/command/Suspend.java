package io.github.billnextcloud.command;

import static io.github.billnextcloud.billmanager.ServiceParams.BEFORE_SUSPENSION;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.Kind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.Owner;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.Suspension;
import io.github.billnextcloud.provisioning.Terms;
import io.github.billnextcloud.provisioning.Terms.SuspendStyle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the customer out, or from storing more, as the tariff says; files untouched. */
final class Suspend implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(Suspend.class);

  @Override
  public Answer run(Event event) {
    Service service = event.service(Scope.ACCOUNT);
    if (Closing.hasHappened(service)) {
      return Closing.confirmAgain(event);
    }
    Provisioner provisioner = event.provisioner();
    // Of an order that was never opened, nobody needs to be kept out but whom it surely made.
    Owner owner = Policy.owner(service);
    Optional<CloudUser> user =
        service.standing().opened() ? provisioner.observe(owner) : provisioner.findOwn(owner);
    if (user.isEmpty() && Closing.hasDeleted(service, owner.id())) {
      return Closing.confirmAgain(event);
    }
    if (user.isEmpty()) {
      LOG.warn("nothing to suspend: nobody is there to be kept out");
    }
    user.ifPresent(present -> suspend(event, service, present));
    if (user.isPresent()) {
      SavedParams.saveAddress(event.billing(), service);
    }
    Unfinished.tryAgain(event, service);
    event.billing().confirm("service.postsuspend");
    return event.billing().answer();
  }

  static void suspend(Event event, Service service, CloudUser user) {
    Terms terms = new Terms(service.tariff());
    Optional<Suspension> suspension =
        service.standing().abused() ? Optional.empty() : Suspension.of(terms, user);
    if (suspension.isEmpty()) {
      event.provisioner().disable(user);
      return;
    }
    if (Suspension.saved(service).isEmpty()) {
      requireKnown(user);
      event.billing().saveParam(BEFORE_SUSPENSION, suspension.get().text());
    }
    boolean pinned = terms.suspendStyle() == SuspendStyle.READ_ONLY;
    event.provisioner().suspend(user, suspension.get(), pinned);
  }

  /** A quota that the cloud cannot tell at this moment must not become the way back. */
  private static void requireKnown(CloudUser user) {
    if (user.quota().equals(Quota.UNKNOWN)) {
      throw new CloudException(
          Kind.NOT_UNDERSTOOD,
          "The cloud does not tell the quota of "
              + user.id()
              + " at this moment, so there would be no way back from the suspension");
    }
  }
}
