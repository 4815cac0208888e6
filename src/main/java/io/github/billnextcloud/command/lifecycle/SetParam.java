package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.BEFORE_SUSPENSION;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.model.ServiceStatus;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.ServiceParamWriter;
import io.github.billnextcloud.command.team.TeamWork;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.PreSuspensionState;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.WantedAccount;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Brings quota and groups in line with the tariff and its add-ons. */
public final class SetParam implements LivingServiceCommand {

  @Override
  public ServiceReadScope scope() {
    return ServiceReadScope.ORDER;
  }

  @Override
  public CommandResult run(CommandContext event, Service service) {
    WantedAccount wanted = Policy.wanted(service, Policy.owner(service));
    Provisioner provisioner = event.provisioner();
    boolean waits = false;
    Optional<TeamWork> team = TeamWork.find(event, service);
    team.ifPresent(TeamWork::requireRoom);
    Optional<PreSuspensionState> suspension = suspension(event, service, wanted);
    if (suspension.isPresent() && service.standing().suspended()) {
      // Suspended stays suspended: the change waits for the customer to come back.
      PreSuspensionState back =
          suspension.get().comingBackTo(wanted, Policy.formerOwnGroups(service));
      event.billing().saveParam(BEFORE_SUSPENSION, back.text());
    } else if (suspension.isPresent()) {
      // Left by a suspension that was broken off: it ends here.
      Resume.comeBack(event, service, wanted);
    } else if (!DeferredWork.isAwaited(event, service)) {
      waits = provisioner.change(wanted).quota();
      provisioner.removeEmptyGroups(Policy.formerOwnGroups(service));
    }
    if (!service.standing().suspended()) {
      team.ifPresent(it -> it.resume(wanted.owner().id()));
    }
    LetterRequestHandler.answer(event, service);
    ServiceParamWriter.savePresence(event, service, wanted.owner().id());
    if (waits) {
      new DeferredWork(event.billing(), service).keepQuota();
    } else {
      DeferredWork.tryAgain(event, service);
    }
    event.billing().confirm("service.postsetparam");
    event.restoreConfig();
    return event.billing().answer();
  }

  /**
   * The way back that was saved; or one of a user who is merely disabled, since what an add-on
   * gives is not given while nothing is paid. Refuses a tariff that is too small for either.
   */
  private static Optional<PreSuspensionState> suspension(
      CommandContext event, Service service, WantedAccount wanted) {
    Provisioner provisioner = event.provisioner();
    Optional<PreSuspensionState> saved = PreSuspensionState.saved(service);
    if (saved.isPresent()) {
      provisioner.requireRoom(wanted, saved.get().quota());
      return saved;
    }
    Set<String> giving = TariffSettings.of(service).givingGroups();
    if (!isKnownSuspended(service.standing())
        || Collections.disjoint(giving, wanted.groups())
        || DeferredWork.isAwaited(event, service)) {
      return Optional.empty();
    }
    CloudUser user = provisioner.requireRoom(wanted);
    return Optional.of(new PreSuspensionState(user.quota(), Set.of(), Set.of()));
  }

  /** A document says so only by its status. */
  private static boolean isKnownSuspended(ServiceStatus standing) {
    return standing.suspended() && standing.status().isPresent() && !standing.isActive();
  }
}
