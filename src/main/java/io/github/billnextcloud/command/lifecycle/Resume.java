package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.BEFORE_SUSPENSION;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.CommandOutput;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.SuspensionBackup;
import java.util.Optional;

/**
 * Lets the customer in again and restores what the suspension took; refuses when there is no
 * account to come back to.
 */
public final class Resume implements LivingServiceCommand {

  @Override
  public ServiceReadScope scope() {
    return ServiceReadScope.ACCOUNT;
  }

  @Override
  public CommandOutput run(CommandContext event, Service service) {
    AccountOwnership owner = Policy.owner(service);
    AccountClosing.cancel(event.billing(), service);
    Optional<SuspensionBackup> suspension = SuspensionBackup.saved(service);
    if (suspension.isPresent()) {
      event.provisioner().resume(owner, suspension.get());
      event.billing().dropParam(BEFORE_SUSPENSION);
    } else {
      event.provisioner().resume(owner);
    }
    TeamWork.find(event, service).ifPresent(team -> team.resume(owner.id()));
    ServiceParamWriter.saveAddress(event.billing(), service);
    UnfinishedWork.tryAgain(event, service);
    event.billing().confirm("service.postresume");
    return event.billing().answer();
  }
}
