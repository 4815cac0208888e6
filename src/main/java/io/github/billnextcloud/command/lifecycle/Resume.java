package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.BEFORE_SUSPENSION;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.ServiceParamWriter;
import io.github.billnextcloud.command.team.TeamWork;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.PreSuspensionState;
import io.github.billnextcloud.provisioning.WantedAccount;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the customer in again and restores what the suspension took; refuses when there is no
 * account to come back to.
 */
public final class Resume implements LivingServiceCommand {

  private static final Logger LOG = LoggerFactory.getLogger(Resume.class);

  @Override
  public ServiceReadScope scope() {
    return ServiceReadScope.ACCOUNT;
  }

  @Override
  public CommandResult run(CommandContext event, Service service) {
    AccountOwnership owner = Policy.owner(service);
    AccountClosing.cancel(event.billing(), service);
    Optional<PreSuspensionState> suspension = PreSuspensionState.saved(service);
    boolean isAwaited = DeferredWork.isAwaited(event, service);
    if (isAwaited) {
      LOG.info("nobody to let in yet: {} comes with its first sign-in", owner.id());
    } else if (suspension.isPresent()) {
      event.provisioner().resume(owner, suspension.get(), AccountClosing.ownGroups(service));
    } else {
      event.provisioner().resume(owner);
    }
    finishArrived(event, service);
    TeamWork.find(event, service).ifPresent(team -> team.resume(owner.id()));
    if (!isAwaited) {
      ServiceParamWriter.drop(event.billing(), service, List.of(BEFORE_SUSPENSION));
    }
    ServiceParamWriter.savePresence(event, service, owner.id());
    DeferredWork.tryAgain(event, service);
    event.billing().confirm("service.postresume");
    return event.billing().answer();
  }

  /**
   * Ends a suspension, if there is one, when the tariff may be another by now: that one is what the
   * customer comes back to.
   *
   * @return whether there was one
   */
  static boolean comeBack(CommandContext event, Service service, WantedAccount wanted) {
    Optional<PreSuspensionState> saved = PreSuspensionState.saved(service);
    saved
        .map(it -> it.comingBackTo(wanted, Policy.formerOwnGroups(service)))
        .ifPresent(
            back -> {
              event.provisioner().resume(wanted.owner(), back, wanted.ownGroups());
              event.billing().dropParam(BEFORE_SUSPENSION);
            });
    return saved.isPresent();
  }

  /** Who came while the service was suspended has been kept out, and got nothing else. */
  private static void finishArrived(CommandContext event, Service service) {
    if (DeferredWork.awaitsArrival(service) && !DeferredWork.isAwaited(event, service)) {
      Service whole = event.billing().service(ServiceReadScope.ORDER);
      CloudUser user = event.provisioner().require(Policy.owner(whole));
      new DeferredWork(event.billing(), whole).finishArrived(event.provisioner(), user);
      ServiceParamWriter.saveLinks(event.billing(), whole, user);
    }
  }
}
