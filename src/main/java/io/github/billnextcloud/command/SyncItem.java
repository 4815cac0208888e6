package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.ServiceParams;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.Clouds;
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
      CloudUser user = repair(event, service);
      saveAddress(event.billing(), service);
      SavedParams.saveLinks(event.billing(), service, user);
      if (event.invocation().isOn("--welcome")) {
        event.provisioner().sendWelcome(user.id());
      }
    } else if (service.standing().isSuspended()) {
      suspendAgain(event, service);
      saveAddress(event.billing(), service);
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
    Wanted wanted = Policy.wanted(service, Policy.owner(service));
    CloudUser observed = provisioner.requireRoom(wanted);
    new Unfinished(event.billing(), service).finish(provisioner, wanted, observed);
    return observed;
  }

  /** A cloud that was given another name is still this one: what was found there is ours. */
  private static void saveAddress(Billing billing, Service service) {
    if (!service.isHere()) {
      billing.saveParam(ServiceParams.URL, Clouds.address(service.module()));
    }
  }

  private static void suspendAgain(Event event, Service service) {
    CloudUser observed = event.provisioner().require(Policy.owner(service));
    Suspend.suspend(event, service, observed);
  }
}
