package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.BEFORE_SUSPENSION;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.CommandOutput;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.SuspensionBackup;
import java.util.Optional;
import java.util.Set;

/**
 * Lets the customer in again and restores what the suspension took; refuses when there is no
 * account to come back to.
 */
public final class Resume implements Command {

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.CAN_RUN_DRY);
  }

  @Override
  public CommandOutput run(CommandContext event) {
    Service service = event.service(ServiceReadScope.ACCOUNT);
    if (AccountClosing.hasHappened(service)) {
      return AccountClosing.confirmAgain(event);
    }
    AccountOwnership owner = Policy.owner(service);
    AccountClosing.cancel(event.billing(), service);
    Optional<SuspensionBackup> suspension = SuspensionBackup.saved(service);
    if (suspension.isPresent()) {
      event.provisioner().resume(owner, suspension.get());
      event.billing().dropParam(BEFORE_SUSPENSION);
    } else {
      event.provisioner().resume(owner);
    }
    ServiceParamWriter.saveAddress(event.billing(), service);
    UnfinishedWork.tryAgain(event, service);
    event.billing().confirm("service.postresume");
    return event.billing().answer();
  }
}
