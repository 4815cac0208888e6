package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.BEFORE_SUSPENSION;
import static io.github.billnextcloud.billmanager.model.ServiceParams.DELETE_AFTER;
import static io.github.billnextcloud.billmanager.model.ServiceParams.URL;
import static io.github.billnextcloud.billmanager.model.ServiceParams.USERNAME;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.RecordedDeletion;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.DeletedLogins;
import io.github.billnextcloud.command.ServiceParamWriter;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.command.team.TeamWork;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.InactivityRule;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.PreSuspensionState;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.TariffSettings;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of the user of a service that ends: by the tariff's closing policy. */
public record AccountClosing(
    Service service, Billing billing, Provisioner provisioner, DeletedLogins deleted) {

  public AccountClosing(Service service, Billing billing, Provisioner provisioner) {
    this(service, billing, provisioner, new DeletedLogins(billing, service));
  }

  static final String CONFIRMATION = "service.postclose";

  private static final Logger LOG = LoggerFactory.getLogger(AccountClosing.class);

  /** What a customer is told to do while the service lives. */
  private static final List<String> NOTICES =
      List.of(
          ServiceParams.NOTICE,
          ServiceParams.NOTICED,
          ServiceParams.UNUSED,
          ServiceParams.UNUSED_TOLD);

  /** Gone is gone, and another's user is left alone. */
  void run() {
    TariffSettings terms = TariffSettings.of(service);
    TariffSettings.ClosePolicy policy = terms.closePolicy();
    LocalDate day = LocalDate.now();
    if (policy == TariffSettings.ClosePolicy.DELETE_LATER) {
      day = day.plusDays(terms.closeDays());
    }
    if (service.params().find(ServiceParams.TEAM).isPresent()) {
      team().close(policy);
    }
    Optional<CloudUser> user =
        DeferredWork.isAwaited(billing, provisioner, service) ? Optional.empty() : user();
    if (user.isPresent()) {
      close(user.get(), policy, day);
    } else if (policy == TariffSettings.ClosePolicy.DELETE) {
      finishDeletion(Policy.owner(service));
    }
    if (policy == TariffSettings.ClosePolicy.DELETE) {
      leaveNothing();
    }
    ServiceParamWriter.drop(billing, service, NOTICES);
  }

  private TeamWork team() {
    // By secrets alone it is known who was made for the team.
    Service whole = billing.service(ServiceReadScope.EVERYTHING);
    return new TeamWork(billing, whole, provisioner, TerminalProgress.none(), deleted);
  }

  /**
   * Ends a service of which the daily count has found that nobody uses it, unless somebody has
   * signed in since. Nothing is deleted before BILLmanager calls the service deleted, too.
   */
  public void closeUnused(LocalDate today) {
    CloudUser user = provisioner.require(Policy.owner(service));
    if (InactivityRule.of(TariffSettings.of(service)).hasBeenUsed(user.usage(), today)) {
      LOG.info("service {}: {} has signed in meanwhile", service.id(), user.id());
      return;
    }
    TariffSettings terms = TariffSettings.of(service);
    switch (terms.closePolicy()) {
      case DELETE -> deleteAfter(today, user);
      case DISABLE -> keepOut(user);
      case DELETE_LATER -> deleteAfter(today.plusDays(terms.closeDays()), user);
    }
    billing.confirm(CONFIRMATION);
    // Not before: a run that was stopped in between is ended by the next, by what was told.
    ServiceParamWriter.drop(billing, service, NOTICES);
    LOG.warn("service {}: closed, since nobody has used {}", service.id(), user.id());
  }

  private void close(CloudUser user, TariffSettings.ClosePolicy policy, LocalDate day) {
    switch (policy) {
      case DELETE -> delete(user);
      case DISABLE -> keepOut(user);
      case DELETE_LATER -> deleteAfter(day, user);
    }
  }

  private void deleteAfter(LocalDate day, CloudUser user) {
    if (due(service).filter(it -> !it.isBefore(day)).isEmpty()) {
      billing.saveParam(DELETE_AFTER, day.toString());
    }
    keepOut(user);
  }

  /**
   * Who may come back is given by add-ons then what they give. Whom a directory keeps may come back
   * by another order, and of any tariff: nothing that was sold by this one stays.
   */
  private void keepOut(CloudUser user) {
    TariffSettings terms = TariffSettings.of(service);
    provisioner.disable(user);
    Set<String> left = new TreeSet<>(terms.givingGroups());
    if (terms.usesDirectory()) {
      left.addAll(groups(() -> Policy.groups(service)));
      suspension(service).map(PreSuspensionState::leave).ifPresent(left::addAll);
    }
    provisioner.leave(user, left);
    if (terms.usesDirectory()) {
      provisioner.removeEmptyGroups(ownGroups(service));
    }
  }

  /** The way back from a suspension; of one that somebody has edited nothing is known. */
  private static Optional<PreSuspensionState> suspension(Service service) {
    try {
      return PreSuspensionState.saved(service);
    } catch (InvalidInputException edited) {
      LOG.warn("no group is looked for: {}", edited.getMessage());
      return Optional.empty();
    }
  }

  /** Groups of this customer alone; of a tariff that names none that can be used, none was made. */
  static Set<String> ownGroups(Service service) {
    return groups(() -> Policy.ownGroups(service));
  }

  private static Set<String> groups(Supplier<Set<String>> named) {
    try {
      return named.get();
    } catch (ProvisioningException unusable) {
      LOG.warn("no group is looked for: {}", unusable.getMessage());
      return Set.of();
    }
  }

  /**
   * What was paid for must not stay open without a word: where an account was at an address that
   * nobody knows (any more), a user of its name who proves nothing is for a person to judge.
   */
  private Optional<CloudUser> user() {
    AccountOwnership owner = Policy.owner(service);
    boolean moved = service.hasAccount() && service.standing().opened() && !service.isHere();
    return moved ? provisioner.observe(owner) : provisioner.findOwn(owner);
  }

  private void tellOfAddress() {
    LOG.warn(
        "not deleted yet: the service's url is {}; it will be, once that is {}",
        service.params().find(URL).orElse("empty"),
        CloudFactory.address(service.module()));
  }

  /**
   * Deletes what was kept for some days, once they have passed; at an address that nobody knows it
   * waits for somebody who does.
   */
  public void deleteDue() {
    AccountOwnership owner = Policy.owner(service);
    if (!service.isHere() && !provisioner.isFree(owner.id())) {
      tellOfAddress();
      return;
    }
    if (service.params().find(ServiceParams.TEAM).isPresent()) {
      team().delete();
    }
    if (TariffSettings.of(service).usesDirectory()) {
      provisioner.findOwn(owner).ifPresent(this::keepOut);
    } else {
      provisioner.findOwn(owner).ifPresentOrElse(this::delete, () -> finishDeletion(owner));
    }
    leaveNothing();
    billing.dropParam(DELETE_AFTER);
  }

  /**
   * The name is remembered first: a user made anew under it would inherit what was shared. One who
   * could not be deleted is forgotten again, and stays the service's own.
   */
  private void delete(CloudUser user) {
    AccountIdentityCheck.require(billing, service, provisioner, user);
    boolean softly = TariffSettings.of(service).closesSoftly();
    remember(user.id(), new RecordedDeletion(LocalDate.now(), user.usage().bytes(), softly));
    try {
      provisioner.delete(user, softly);
    } catch (CloudException failure) {
      if (isThere(user.id(), failure)) {
        deleted.forget(recorded(user.id()), user.id());
        billing.dropParam(ServiceParams.DELETION);
      }
      throw failure;
    }
    if (!softly) {
      dropId();
    }
  }

  /**
   * The user is gone, and its name stays remembered whatever comes; but as long as the id is on
   * record nobody has seen the files go, too: the server may have stopped between both.
   */
  private void finishDeletion(AccountOwnership owner) {
    boolean ours = owner.recorded() && owner.otherService().isEmpty();
    boolean softly = TariffSettings.of(service).closesSoftly();
    if (ours && owner.id().isIdentified() && !softly) {
      remember(
          owner.id(),
          service
              .params()
              .deletion()
              .orElseGet(() -> new RecordedDeletion(LocalDate.now(), OptionalLong.empty(), false)));
      provisioner.deleteLeftFiles(owner.id());
      dropId();
    }
  }

  private void remember(UserId id, RecordedDeletion record) {
    deleted.remember(recorded(id), id);
    ServiceParamWriter.save(billing, service, ServiceParams.DELETION, record.text());
  }

  /** Where customers can rename themselves, the name on record is somebody else's to take. */
  private UserId recorded(UserId id) {
    return new UserId(service.params().find(USERNAME).orElse(id.value()));
  }

  private void dropId() {
    ServiceParamWriter.drop(billing, service, List.of(ServiceParams.CLOUD_USER_ID));
  }

  /**
   * Whether nobody was deleted for sure. Where the cloud cannot be asked the name stays remembered:
   * who is made anew under it would inherit what was shared, and the next run deletes whoever is
   * there. A refusal may have come after the user was gone, so it is no answer by itself; but it is
   * the best one where a look is refused, too.
   */
  private boolean isThere(UserId id, CloudException failure) {
    if (failure.kind() == CloudErrorKind.UNAUTHORIZED) {
      // A password that was refused is not sent again.
      return true;
    }
    try {
      return provisioner.look(id).isPresent();
    } catch (CloudException silent) {
      LOG.warn("nobody can tell whether {} was deleted: {}", id, silent.getMessage());
      return failure.kind() == CloudErrorKind.FORBIDDEN;
    }
  }

  /** Closed stays closed: another confirmation would bring the service back without its user. */
  static CommandResult confirmAgain(CommandContext event) {
    LOG.warn("the service was closed meanwhile, and stays so");
    event.billing().confirm(CONFIRMATION);
    return event.billing().answer();
  }

  private void leaveNothing() {
    provisioner.removeEmptyGroups(ownGroups(service));
    dropSuspension(billing, service, provisioner);
  }

  /**
   * The way back from a suspension leads nowhere once the user is gone. It goes after the groups
   * that only it tells of.
   */
  static void dropSuspension(Billing billing, Service service, Provisioner provisioner) {
    suspension(service).ifPresent(it -> provisioner.removeEmptyGroups(it.remove()));
    ServiceParamWriter.drop(billing, service, List.of(BEFORE_SUSPENSION));
  }

  /** A service that is wanted again keeps its user, or gets another. */
  static void cancel(Billing billing, Service service) {
    ServiceParamWriter.drop(
        billing,
        service,
        List.of(
            ServiceParams.DELETION,
            ServiceParams.TEAM_DELETION,
            ServiceParams.CERTIFICATE,
            // Who was kept out could not sign in: the days are counted anew.
            ServiceParams.UNUSED,
            ServiceParams.UNUSED_TOLD));
    if (service.params().find(DELETE_AFTER).isPresent()) {
      billing.dropParam(DELETE_AFTER);
      LOG.info("the deletion of the service's user is cancelled");
    }
  }

  /** The day on which the user of a closed service is due; empty when none is. */
  public static Optional<LocalDate> due(Service service) {
    try {
      return service.params().find(DELETE_AFTER).map(LocalDate::parse);
    } catch (DateTimeParseException noDay) {
      LOG.warn("not deleted: delete_after is no day: {}", noDay.getParsedString());
      return Optional.empty();
    }
  }
}
