package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.BEFORE_SUSPENSION;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.CommandOutput;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.SuspensionBackup;
import io.github.billnextcloud.provisioning.WantedAccount;
import java.util.Optional;

/** Brings quota and groups in line with the tariff and its add-ons. */
public final class SetParam implements LivingServiceCommand {

  @Override
  public ServiceReadScope scope() {
    return ServiceReadScope.ORDER;
  }

  @Override
  public CommandOutput run(CommandContext event, Service service) {
    WantedAccount wanted = Policy.wanted(service, Policy.owner(service));
    Provisioner provisioner = event.provisioner();
    boolean waits = false;
    Optional<TeamWork> team = TeamWork.find(event, service);
    team.ifPresent(TeamWork::requireRoom);
    Optional<SuspensionBackup> suspension = SuspensionBackup.saved(service);
    if (suspension.isPresent() && service.standing().suspended()) {
      // Suspended stays suspended: the change waits for the customer to come back.
      provisioner.requireRoom(wanted, suspension.get().quota());
      String back = suspension.get().comingBackTo(wanted).text();
      event.billing().saveParam(BEFORE_SUSPENSION, back);
    } else if (suspension.isPresent()) {
      // Left by a suspension that was broken off: it ends here.
      provisioner.requireRoom(wanted, suspension.get().quota());
      provisioner.resume(wanted.owner(), suspension.get().comingBackTo(wanted));
      event.billing().dropParam(BEFORE_SUSPENSION);
    } else if (!UnfinishedWork.isAwaited(event, service)) {
      waits = provisioner.change(wanted).quota();
      provisioner.removeEmptyGroups(Policy.formerOwnGroups(service));
    }
    if (!service.standing().suspended()) {
      team.ifPresent(it -> it.resume(wanted.owner().id()));
    }
    LetterRequest.answer(event, service);
    ServiceParamWriter.saveAddress(event.billing(), service);
    if (waits) {
      new UnfinishedWork(event.billing(), service).keepQuota();
    } else {
      UnfinishedWork.tryAgain(event, service);
    }
    event.billing().confirm("service.postsetparam");
    event.restoreConfig();
    return event.billing().answer();
  }
}
