package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.Owner;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares one service with its account and repairs the account (contract §8.3): enabled or not,
 * quota, groups of ours, profile. An account that is gone is told of, and not made again: its files
 * would be missing, and nobody would know.
 */
final class SyncItem implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(SyncItem.class);

  @Override
  public Answer run(Event event) {
    Service service = event.service(Scope.EVERYTHING);
    if (service.standing().isActive()) {
      if (event.invocation().isOn("--welcome")) {
        event.provisioner().requireWelcome();
      }
      CloudUser user = repair(event, service);
      SavedParams.saveAddress(event.billing(), service);
      SavedParams.saveLinks(event.billing(), service, user);
      if (event.invocation().isOn("--welcome")) {
        event.provisioner().sendWelcome(user.id());
      }
    } else if (service.standing().isSuspended()) {
      suspendAgain(event, service);
      SavedParams.saveAddress(event.billing(), service);
    } else {
      LOG.info("nothing to compare: the service has the status {}", service.standing().status());
      return XmlOut.ok();
    }
    XmlOut answer = XmlOut.ok();
    event.provisioner().done().forEach(change -> answer.param("changed", change));
    return answer;
  }

  private static CloudUser repair(Event event, Service service) {
    Provisioner provisioner = event.provisioner();
    Wanted wanted = Policy.wanted(service, owner(service));
    CloudUser observed = provisioner.requireRoom(wanted);
    new Unfinished(event.billing(), service).finish(provisioner, wanted, observed);
    return observed;
  }

  /** Who asks for this says that a cloud which was given another name is still the same. */
  private static Owner owner(Service service) {
    Owner owner = Policy.owner(service);
    return service.standing().opened()
        ? new Owner(owner.id(), owner.recorded(), owner.otherService())
        : owner;
  }

  private static void suspendAgain(Event event, Service service) {
    CloudUser observed = event.provisioner().require(owner(service));
    Suspend.suspend(event, service, observed);
  }
}
