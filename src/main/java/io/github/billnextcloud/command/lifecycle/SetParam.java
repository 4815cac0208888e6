package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.BEFORE_SUSPENSION;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.PreSuspensionState;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.WantedAccount;
import java.util.Optional;

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
    Optional<PreSuspensionState> suspension = PreSuspensionState.saved(service);
    if (suspension.isPresent() && service.standing().suspended()) {
      // Suspended stays suspended: the change waits for the customer to come back.
      provisioner.requireRoom(wanted, suspension.get().quota());
      String back = suspension.get().comingBackTo(wanted).text();
      event.billing().saveParam(BEFORE_SUSPENSION, back);
    } else if (suspension.isPresent()) {
      // Left by a suspension that was broken off: it ends here.
      provisioner.requireRoom(wanted, suspension.get().quota());
      provisioner.resume(wanted.owner(), suspension.get().comingBackTo(wanted), wanted.ownGroups());
      event.billing().dropParam(BEFORE_SUSPENSION);
    } else if (!DeferredWork.isAwaited(event, service)) {
      waits = provisioner.change(wanted).quota();
      provisioner.removeEmptyGroups(Policy.formerOwnGroups(service));
    }
    if (!service.standing().suspended()) {
      team.ifPresent(it -> it.resume(wanted.owner().id()));
    }
    LetterRequestHandler.answer(event, service);
    ServiceParamWriter.saveAddress(event.billing(), service);
    if (waits) {
      new DeferredWork(event.billing(), service).keepQuota();
    } else {
      DeferredWork.tryAgain(event, service);
    }
    event.billing().confirm("service.postsetparam");
    event.restoreConfig();
    return event.billing().answer();
  }
}
