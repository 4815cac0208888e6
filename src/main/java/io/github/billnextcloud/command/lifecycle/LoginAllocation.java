package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.UNPROVEN_WISH;
import static io.github.billnextcloud.billmanager.model.ServiceParams.URL;
import static io.github.billnextcloud.billmanager.model.ServiceParams.USERNAME;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.DeletedLogins;
import io.github.billnextcloud.command.ServiceParamWriter;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.LoginChoice;
import io.github.billnextcloud.provisioning.OwnershipProof;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which user a service that is to be opened has already, or gets. */
final class LoginAllocation {

  private static final Logger LOG = LoggerFactory.getLogger(LoginAllocation.class);

  /** How many names an order loses, the most of them to others of the same moment. */
  private static final int GIVING_WAY = 20;

  private static final Random LOT = new Random();

  private LoginAllocation() {}

  /** The user that the service has in this cloud already, as far as the billing knows. */
  static Optional<AccountOwnership> own(CommandContext event, Service service) {
    Provisioner provisioner = event.provisioner();
    AccountOwnership saved = Policy.owner(service);
    boolean ours = saved.recorded() && !DeletedLogins.has(service, saved.id());
    if (ours && service.standing().opened()) {
      return Optional.of(saved);
    }
    if (isUndeleted(event, service, saved)) {
      event.deletedLogins().forget(saved.id());
      return Optional.of(saved);
    }
    if (isOutOfReach(event, service, saved.id())) {
      return Optional.empty();
    }
    // Announced, brought along, or from a former address: whoever is there must prove it.
    OwnershipProof proof = OwnershipProof.of(service);
    String wish = saved.id() + " " + CloudFactory.address(service.module());
    Optional<CloudUser> candidate =
        !ours && service.params().find(UNPROVEN_WISH).equals(Optional.of(wish))
            ? Optional.empty()
            : provisioner.candidate(saved.id(), proof);
    boolean proven = candidate.filter(user -> provisioner.isProven(user, proof)).isPresent();
    if (proven || ours && provisioner.isFree(saved.id())) {
      return Optional.of(new AccountOwnership(saved.id(), true, saved.otherService()));
    }
    if (!ours && candidate.isPresent()) {
      // A wrong password at the cloud, which after some of them lets nobody in from our address.
      event.billing().saveParam(UNPROVEN_WISH, wish);
    }
    return Optional.empty();
  }

  /**
   * Whether a deletion that was in doubt has not come true. By the mark alone: whoever has made the
   * name anew may know its password, but cannot make that.
   */
  private static boolean isUndeleted(
      CommandContext event, Service service, AccountOwnership saved) {
    if (!saved.recorded()
        || saved.otherService().isPresent()
        || !DeletedLogins.has(service, saved.id())) {
      return false;
    }
    OwnershipProof proof = OwnershipProof.of(service);
    Provisioner provisioner = event.provisioner();
    return provisioner
        .candidate(saved.id(), proof)
        .filter(user -> provisioner.bearsMark(user, proof))
        .isPresent();
  }

  /**
   * No name, or one that this service has lost, or that another has or had: not even a password
   * that opens it makes it this one's.
   */
  private static boolean isOutOfReach(CommandContext event, Service service, UserId id) {
    return service.params().find(USERNAME).isEmpty()
        || DeletedLogins.has(service, id)
        || event.billing().isTaken(id.value());
  }

  /**
   * The first name that is the service's alone, saved. Orders at the same moment may all have found
   * it free; but each saves first and looks afterwards, so of two at least the later one sees the
   * other. Whoever sees another gives way, also the elder: it cannot know whether the other has
   * looked before it saved, and then goes on to make that very user.
   *
   * @param lost names that this run has had, and does not take again; gets those that it gives up
   */
  static AccountOwnership claim(
      CommandContext event, Service service, AccountOwnership first, Set<UserId> lost) {
    AccountOwnership owner = first;
    while (!isClaimed(event, service, owner.id())) {
      lost.add(owner.id());
      if (lost.size() >= GIVING_WAY) {
        event.billing().dropParam(USERNAME);
        throw new ProvisioningException(
            Reason.COLLISION, Sentence.of("product.made_by_another", owner.id()));
      }
      LOG.warn("{} was given to another service at this moment; another name is tried", owner.id());
      // By lot, or those who go at the same pace meet again at the next name, and the next.
      owner = unclaimed(event, service, id -> lost.contains(id) || LOT.nextBoolean());
    }
    return owner;
  }

  /** The address comes last: with it the user of this name is the service's own. */
  private static boolean isClaimed(CommandContext event, Service service, UserId id) {
    boolean before =
        service.hasAccount()
            && (service.isHere() || service.standing().opened())
            && service.params().find(USERNAME).equals(Optional.of(id.value()));
    Billing billing = event.billing();
    ServiceParamWriter.save(billing, service, USERNAME, id.value());
    ServiceParamWriter.save(billing, service, URL, CloudFactory.address(service.module()));
    // What was saved before this run was looked for since then, or was open once.
    return before || !billing.isTaken(id.value());
  }

  /** A name that nobody has: not in the cloud, and in the billing not even in the past. */
  static AccountOwnership unclaimed(CommandContext event, Service service, Predicate<UserId> lost) {
    Provisioner provisioner = event.provisioner();
    Billing billing = event.billing();
    return new AccountOwnership(
        LoginChoice.choose(
            service,
            id ->
                lost.test(id)
                    || DeletedLogins.has(service, id)
                    || billing.isTaken(id.value())
                    || !provisioner.isFree(id)),
        false,
        OptionalLong.empty());
  }
}
