package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.command.ServiceParamWriter;
import io.github.billnextcloud.command.team.TeamWork;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.WantedAccount;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares one service with its account and repairs the account (contract §8.3): enabled or not,
 * quota, groups of ours, profile. An account that is gone is told of, and not made again: its files
 * would be missing, and nobody would know.
 */
public final class SyncItem implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(SyncItem.class);

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.CAN_RUN_DRY);
  }

  @Override
  public CommandResult run(CommandContext event) {
    Service service = event.service(ServiceReadScope.EVERYTHING);
    Optional<Sentence> overlooked = Optional.empty();
    if (DeferredWork.isAbsent(event, service)) {
      overlooked = Optional.of(Sentence.of("product.awaited", owner(service).id()));
    } else if (service.standing().isActive()) {
      if (event.invocation().isOn("--welcome")) {
        event.provisioner().requireLetter();
      }
      CloudUser user = repair(event, service);
      overlooked = Policy.overlooked(service, user);
      ServiceParamWriter.savePresence(event, service, owner(service).id(), user.id());
      ServiceParamWriter.saveName(event.billing(), service, user);
      ServiceParamWriter.saveLinks(event.billing(), service, user);
      if (TariffSettings.of(service).sellsTeams()) {
        TeamWork.of(event, service).complete(user.id(), true);
      }
      if (event.invocation().isOn("--welcome")) {
        ResendWelcomeLetter.send(event, service, owner(service));
      }
    } else if (service.standing().isSuspended()) {
      CloudUser user = suspendAgain(event, service);
      ServiceParamWriter.savePresence(event, service, owner(service).id(), user.id());
      ServiceParamWriter.saveIdentity(event.billing(), service, user);
    } else {
      LOG.info(
          "nothing to compare: the service has the status {}",
          service.standing().status().map(ItemStatus::name).orElse("unknown"));
      return XmlBuilder.ok();
    }
    XmlBuilder answer = XmlBuilder.ok();
    overlooked.ifPresent(notice -> answer.param("notice", notice.in(event.language())));
    event
        .provisioner()
        .done()
        .forEach(change -> answer.param("changed", change.in(event.language())));
    return answer;
  }

  private static CloudUser repair(CommandContext event, Service service) {
    Provisioner provisioner = event.provisioner();
    WantedAccount wanted = Policy.wanted(service, owner(service));
    DeferredWork unfinished = new DeferredWork(event.billing(), service);
    if (DeferredWork.awaitsArrival(service)) {
      CloudUser arrived = provisioner.require(wanted.owner());
      unfinished.arrive(provisioner, arrived, true);
      return arrived;
    }
    // Whatever was stored without a limit is no reason to leave it so.
    CloudUser observed =
        unfinished.isQuota()
            ? provisioner.require(wanted.owner())
            : provisioner.requireRoom(wanted);
    unfinished.finish(provisioner, wanted, observed);
    return observed;
  }

  /** Who asks for this says that a cloud which was given another name is still the same. */
  private static AccountOwnership owner(Service service) {
    AccountOwnership owner = Policy.owner(service);
    return service.standing().opened()
        ? new AccountOwnership(owner.id(), owner.recorded(), owner.otherService())
        : owner;
  }

  private static CloudUser suspendAgain(CommandContext event, Service service) {
    CloudUser observed = event.provisioner().require(owner(service));
    Suspend.suspend(event, service, observed);
    Suspend.suspendTeam(event, service);
    return observed;
  }
}
