package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.BEFORE_SUSPENSION;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.DeletedLogins;
import io.github.billnextcloud.command.ServiceParamWriter;
import io.github.billnextcloud.command.team.TeamWork;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.PreSuspensionState;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.TariffSettings.SuspendStyle;
import io.github.billnextcloud.provisioning.team.TeamEntitlement;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the customer out, or from storing more, as the tariff says; files untouched. */
public final class Suspend implements LivingServiceCommand {

  private static final Logger LOG = LoggerFactory.getLogger(Suspend.class);

  @Override
  public ServiceReadScope scope() {
    return ServiceReadScope.ACCOUNT;
  }

  @Override
  public CommandResult run(CommandContext event, Service service) {
    Provisioner provisioner = event.provisioner();
    // Of an order that was never opened, nobody needs to be kept out but whom it surely made.
    AccountOwnership owner = Policy.owner(service);
    Optional<CloudUser> user = Optional.empty();
    if (!DeferredWork.isAwaited(event, service)) {
      user = service.standing().opened() ? provisioner.observe(owner) : provisioner.findOwn(owner);
    }
    if (user.isEmpty() && DeletedLogins.has(service, owner.id())) {
      return AccountClosing.confirmAgain(event);
    }
    if (user.isPresent()) {
      suspend(event, service, user.get());
      ServiceParamWriter.savePresence(event, service, owner.id(), user.get().id());
    } else {
      LOG.warn("nothing to suspend: nobody is there to be kept out");
    }
    if (user.isPresent() || service.standing().opened()) {
      suspendTeam(event, service);
    }
    DeferredWork.tryAgain(event, service);
    event.billing().confirm("service.postsuspend");
    return event.billing().answer();
  }

  static void suspendTeam(CommandContext event, Service service) {
    if (TeamEntitlement.concern(service)) {
      TeamWork.of(event, service).suspend();
    }
  }

  static void suspend(CommandContext event, Service service, CloudUser user) {
    TariffSettings terms = TariffSettings.of(service);
    boolean abused = service.standing().abused();
    Optional<PreSuspensionState> suspension =
        abused
            ? PreSuspensionState.ofAddOns(terms, user)
            : PreSuspensionState.of(terms, () -> terms.groups(service), user);
    if (suspension.isEmpty()) {
      event.provisioner().disable(user);
      return;
    }
    if (PreSuspensionState.saved(service).isEmpty()) {
      requireKnown(user);
      event.billing().saveParam(BEFORE_SUSPENSION, suspension.get().text());
    }
    if (abused || terms.suspendStyle() == SuspendStyle.DISABLE) {
      event.provisioner().disable(user);
      event.provisioner().suspend(user, suspension.get(), false);
      return;
    }
    boolean pinned = terms.suspendStyle() == SuspendStyle.READ_ONLY;
    try {
      event.provisioner().suspend(user, suspension.get(), pinned);
    } catch (CloudException noDrive) {
      if (noDrive.kind() != CloudErrorKind.QUOTA_PENDING) {
        throw noDrive;
      }
      LOG.warn("{}; the user is disabled instead", noDrive.getMessage());
      event.provisioner().disable(user);
    }
  }

  /** A quota that the cloud cannot tell at this moment must not become the way back. */
  private static void requireKnown(CloudUser user) {
    if (user.quota().equals(Quota.UNKNOWN)) {
      throw new CloudException(
          CloudErrorKind.NOT_UNDERSTOOD, Sentence.of("product.no_way_back", user.id()));
    }
  }
}
