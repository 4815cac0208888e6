package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserBackendName;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Observes, plans, applies: each lifecycle command by the table "every command may be run again".
 */
public final class Provisioner {

  private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);

  /** Failures after which what was asked may have been done all the same. */
  private static final Set<CloudErrorKind> MAY_BE_DONE =
      Set.of(CloudErrorKind.UNREACHABLE, CloudErrorKind.NOT_UNDERSTOOD, CloudErrorKind.REFUSED);

  private final Cloud cloud;
  private final PlanExecutor changes;

  /**
   * @param makesGroups whether a group that the tariff names is made when the cloud has none
   */
  public Provisioner(Cloud cloud, boolean makesGroups) {
    this(new PlanExecutor(cloud, makesGroups));
  }

  private Provisioner(PlanExecutor changes) {
    this.cloud = changes.cloud();
    this.changes = changes;
  }

  /** One that changes nothing, and tells what it would. */
  public static Provisioner dry(Cloud cloud, boolean makesGroups, Consumer<Sentence> told) {
    return new Provisioner(new DryRunPlanExecutor(cloud, makesGroups, told));
  }

  /** True when a user of this name could be made. */
  public boolean isFree(UserId id) {
    boolean free = cloud.isFree(id);
    LOG.info("observed: the name {} {}", id, free ? "is free" : "is taken");
    return free;
  }

  /** Who has this name, and is to be asked for the proof; nobody is looked for without one. */
  public Optional<CloudUser> candidate(UserId id, OwnershipProof proof) {
    return proof.isNone() ? Optional.empty() : changes.look(id);
  }

  /** True when this user proves to be the service's. */
  public boolean isProven(CloudUser user, OwnershipProof proof) {
    return proof.isGivenBy(user, cloud);
  }

  /** Whether the cloud has a place for marks. */
  public boolean keepsMarks() {
    return cloud.product().equals(UserIdRule.NEXTCLOUD);
  }

  /** True of a user whom the service has made, where the cloud has a place for marks. */
  public boolean bearsMark(CloudUser user, OwnershipProof proof) {
    return keepsMarks()
        && !proof.secret().isBlank()
        && cloud.isMarked(user.id(), proof.mark(user.id()));
  }

  /**
   * True where the cloud has a place for marks, and this user has none that is made of the secret.
   */
  public boolean lacksMark(CloudUser user, Optional<Secret> secret) {
    Secret none = new Secret("");
    OwnershipProof proof = new OwnershipProof(none, secret.orElse(none), false);
    return keepsMarks() && !bearsMark(user, proof);
  }

  /** The service's user as the cloud has it; refuses a user who is not the service's own. */
  public Optional<CloudUser> observe(AccountOwnership owner) {
    Optional<CloudUser> user = changes.look(owner.id());
    user.ifPresent(owner::requireOurs);
    if (user.isPresent() && !owner.isProven(user.get(), cloud)) {
      throw new ProvisioningException(
          Reason.COLLISION, Sentence.of("product.unproven", owner.id()));
    }
    return user;
  }

  /** Refuses a tariff whose password comes by a letter that this cloud does not write. */
  public void requireLetters() {
    String product = cloud.product();
    if (!product.equals(UserIdRule.NEXTCLOUD)) {
      throw new ProvisioningException(
          Reason.BAD_TARIFF, Sentence.of("product.mails_no_link", product));
    }
    if (!cloud.newUserRules().writes()) {
      throw new ProvisioningException(Reason.BAD_TARIFF, Sentence.of("product.no_mail"));
    }
  }

  /** Whoever has this name. */
  public Optional<CloudUser> look(UserId id) {
    return changes.look(id);
  }

  /**
   * Refuses an account that the customer's directory has not brought: the administrator's, one that
   * the cloud has made itself, or one of somebody who has another address than the customer.
   *
   * @param vouched whether staff has said whose it is
   */
  public void requireBrought(CloudUser user, Optional<String> address, boolean vouched) {
    if (user.isAdministrator()) {
      throw new ProvisioningException(
          Reason.ADMINISTRATOR, Sentence.of("product.is_administrator", user.id()));
    }
    if (cloud.backendOf(user.id()).filter(UserBackendName::isOwn).isPresent()) {
      throw new ProvisioningException(
          Reason.COLLISION, Sentence.of("product.of_no_directory", user.id()));
    }
    Optional<String> shown = cloud.withEmail(user).profile().email();
    if (!vouched
        && shown.filter(it -> address.filter(it::equalsIgnoreCase).isPresent()).isEmpty()) {
      throw new ProvisioningException(
          Reason.COLLISION, Sentence.of("product.not_brought", user.id()));
    }
  }

  /** The same as an answer. */
  public boolean isBrought(CloudUser user, Optional<String> address) {
    try {
      requireBrought(user, address, false);
      return true;
    } catch (ProvisioningException another) {
      LOG.warn("left alone: {}", another.getMessage());
      return false;
    }
  }

  /** The service's user; refuses when it is not there. */
  public CloudUser require(AccountOwnership owner) {
    return observe(owner)
        .orElseThrow(
            () ->
                new ProvisioningException(
                    Reason.MISSING, Sentence.of("product.missing", owner.id())));
  }

  /** The user, if it is there and the service's own; another's is left alone without a word. */
  public Optional<CloudUser> findOwn(AccountOwnership owner) {
    Optional<CloudUser> user = changes.look(owner.id());
    if (user.isPresent() && !(owner.isOurs(user.get()) && owner.isProven(user.get(), cloud))) {
      LOG.warn("left alone: nothing says that {} is this service's own user", owner.id());
      return Optional.empty();
    }
    return user;
  }

  /**
   * Makes the user, enabled, and not yet in all as wanted.
   *
   * @param proof by which the user is known again; without a password the cloud mails a link to set
   *     one
   * @param anothers whether another service has saved a name, too: then no proof counts
   * @return the user as it was made
   */
  public CloudUser create(WantedAccount wanted, OwnershipProof proof, Predicate<UserId> anothers) {
    return new VerifiedUserCreation(changes, wanted, proof, anothers).run();
  }

  /** Brings a user who is there to all that the service promises. */
  public RemainingDifferences complete(WantedAccount wanted, CloudUser observed) {
    changes.makeOwn(wanted.ownGroups(), observed.groups());
    Plan left = changes.reach(observed, user -> Plan.toOpen(wanted, user));
    return RemainingDifferences.of(left, changes);
  }

  /** The same for an order, which must not wait because Nextcloud counts edits of a profile. */
  public RemainingDifferences finish(WantedAccount wanted, CloudUser observed) {
    try {
      return complete(wanted, observed);
    } catch (CloudException failure) {
      if (failure.kind() != CloudErrorKind.THROTTLED) {
        throw failure;
      }
      Plan left = left(wanted, observed.id()).orElseThrow(() -> failure);
      if (!left.essential().isEmpty()) {
        throw failure;
      }
      LOG.warn("left undone: {}", failure.getMessage());
      return RemainingDifferences.of(left, changes);
    }
  }

  /**
   * Signs in as the user of an order that was begun before, where the cloud demands that.
   *
   * @return the user as it is then
   */
  public CloudUser signInFirst(WantedAccount wanted, Secret password, CloudUser observed) {
    return changes.signInFirst(observed.id(), password, wanted.profile().language())
        ? require(wanted.owner())
        : observed;
  }

  /** Sets the quota that an order was delivered without. */
  public RemainingDifferences limit(WantedAccount wanted, CloudUser observed) {
    Plan left = changes.reach(observed, user -> Plan.toLimit(wanted, user));
    return RemainingDifferences.of(left, changes);
  }

  /** Sets what was left of a user's profile. */
  public RemainingDifferences setProfile(UserProfile wanted, CloudUser observed) {
    Plan left = changes.reach(observed, user -> Plan.toProfile(wanted, user.profile()));
    return RemainingDifferences.of(left, changes);
  }

  /** What a user still lacks; empty when nobody is there. */
  private Optional<Plan> left(WantedAccount wanted, UserId id) {
    return changes.look(id).map(user -> Plan.toOpen(wanted, user));
  }

  /** The user, if it can be used and lacks something essential: its limit, or a group. */
  public Optional<CloudUser> findOpenAndUnfinished(WantedAccount wanted) {
    return changes
        .look(wanted.owner().id())
        .filter(user -> !user.isDisabled())
        .filter(user -> !Plan.toOpen(wanted, user).essential().isEmpty());
  }

  /** Refuses to go on where there is no letter to send. */
  public void requireLetter() {
    String product = cloud.product();
    if (UserIdRule.OF_GRAPH.contains(product)) {
      throw new ProvisioningException(Reason.NO_LETTER, Sentence.of("product.no_letter", product));
    }
  }

  /**
   * Has the cloud write to the user, who can come in by that: with a link to set a password, unless
   * the customer finds one in BILLmanager; then it is Nextcloud's welcome, where there is one. What
   * links the welcome has depends on the version, and on whether the first was used.
   */
  public void sendLetter(AccountOwnership owner, boolean hasPassword) {
    requireLetter();
    CloudUser user = require(owner);
    requireReachable(user);
    UserId id = user.id();
    if (hasPassword && cloud.product().equals(UserIdRule.NEXTCLOUD)) {
      changes.sendWelcome(id);
      changes.tell(Sentence.of("change.welcome", id), "have the welcome letter sent to " + id);
    } else {
      changes.sendPasswordLink(id);
      changes.tell(
          Sentence.of("change.password_link", id), "have a link to set a password sent to " + id);
    }
  }

  /** Clouds say nothing of those whom they do not write to. */
  private static void requireReachable(CloudUser user) {
    if (user.isDisabled()) {
      throw new ProvisioningException(
          Reason.NO_LETTER, Sentence.of("product.no_letter_to_disabled", user.id()));
    }
    if (user.profile().email().isEmpty()) {
      throw new ProvisioningException(
          Reason.NO_LETTER, Sentence.of("product.no_letter_without_address", user.id()));
    }
  }

  /** Brings quota and groups in line with the tariff. */
  public RemainingDifferences change(WantedAccount wanted) {
    CloudUser observed = requireRoom(wanted);
    changes.makeOwn(wanted.ownGroups(), observed.groups());
    Plan left = changes.reach(observed, user -> Plan.toChange(wanted, user));
    return RemainingDifferences.of(left, changes);
  }

  /** The user; refuses a tariff that is too small for what it stores, and changes nothing. */
  public CloudUser requireRoom(WantedAccount wanted) {
    CloudUser observed = require(wanted.owner());
    requireRoom(wanted, observed, observed.quota());
    return observed;
  }

  /**
   * The same for a user whose quota is pinned meanwhile.
   *
   * @param present the quota that the user has when it is not
   */
  public void requireRoom(WantedAccount wanted, Quota present) {
    requireRoom(wanted, require(wanted.owner()), present);
  }

  private static void requireRoom(WantedAccount wanted, CloudUser observed, Quota present) {
    long stored = observed.usage().bytes().orElse(0);
    if (!wanted.shrinks()
        && wanted.quota().isLessThan(stored)
        && !wanted.quota().isKeptAs(present)) {
      throw new ProvisioningException(
          Reason.BELOW_USE,
          Sentence.of("product.below_use", wanted.quota(), wanted.quota().apart(stored)));
    }
  }

  /** Of all in which an active service's account differs, mends what was chosen. */
  public RemainingDifferences repair(Service service, Set<AccountDrift.DriftKind> chosen) {
    WantedAccount wanted = Policy.wanted(service, Policy.owner(service));
    CloudUser observed =
        chosen.contains(AccountDrift.DriftKind.QUOTA)
            ? requireRoom(wanted)
            : require(wanted.owner());
    if (chosen.contains(AccountDrift.DriftKind.GROUPS)) {
      changes.makeOwn(wanted.ownGroups(), observed.groups());
    }
    Plan left = changes.reach(observed, user -> AccountDrift.repair(service, user, chosen));
    return RemainingDifferences.of(left, changes);
  }

  /** Gives the service's user another password. */
  public void setPassword(CloudUser user, Secret password) {
    try {
      changes.setPassword(user.id(), password);
    } catch (CloudException failure) {
      if (!MAY_BE_DONE.contains(failure.kind())) {
        throw failure;
      }
      requireInForce(user, password, failure);
    }
    LOG.info("did: set the password of {}", user.id());
  }

  /** The server may have failed after it had set the password; who signs in, knows. */
  private void requireInForce(CloudUser user, Secret password, CloudException failure) {
    String state = "product.password_unclear";
    try {
      if (cloud.signsIn(user.id(), password)) {
        return;
      }
      if (user.isEnabled()) {
        state = "product.password_former";
      }
    } catch (CloudException silent) {
      LOG.warn("nobody can tell which password is in force: {}", silent.getMessage());
    }
    throw new CloudException(
        failure.kind(), Sentence.of(state, failure), failure.retryAfter(), failure);
  }

  /** What was changed so far, sentence by sentence. */
  public List<Sentence> done() {
    return changes.done();
  }

  /** Takes away what the suspension will give back. */
  public void suspend(CloudUser observed, PreSuspensionState suspension, boolean pinned) {
    changes.reach(observed, user -> Plan.toSuspend(suspension, pinned, user));
  }

  /** Lets the user in again. */
  public void resume(AccountOwnership owner) {
    changes.apply(Plan.toResume(require(owner)), owner.id());
  }

  /**
   * Gives back what the suspension took, and lets the user in.
   *
   * @param own groups of this customer alone: made where they are to be joined, for the tariff may
   *     have changed meanwhile
   */
  public void resume(AccountOwnership owner, PreSuspensionState suspension, Set<String> own) {
    CloudUser observed = require(owner);
    Set<String> joined = new TreeSet<>(own);
    joined.retainAll(suspension.join());
    changes.makeOwn(joined, observed.groups());
    changes.reach(observed, user -> Plan.toResume(suspension, user));
    changes.removeEmpty(suspension.remove());
  }

  /** Keeps a user out, files untouched. */
  public void disable(CloudUser observed) {
    changes.apply(Plan.toDisable(observed), observed.id());
  }

  /** Takes a user out of groups, as far as the user is in them. */
  public void leave(CloudUser observed, Set<String> groups) {
    if (!groups.isEmpty()) {
      changes.reach(observed, user -> Plan.toLeave(groups, user));
    }
  }

  /** Ends what an earlier deletion has left: files of a user who is gone. */
  public void deleteLeftFiles(UserId id) {
    changes.deleteLeftFiles(id);
  }

  /** Removes groups that were a customer's own, and in which nobody is any more. */
  public void removeEmptyGroups(Set<String> groups) {
    changes.removeEmpty(groups);
  }

  /** Deletes a user with all files. */
  public void delete(CloudUser observed) {
    delete(observed, false);
  }

  /**
   * @param softly whether a cloud that keeps who is deleted for a while may do so
   */
  public void delete(CloudUser observed, boolean softly) {
    changes.apply(Plan.toClose(softly), observed.id());
  }

  /** The same with what is changed there told, too; empty where the cloud has none. */
  public Optional<TeamSpaces> teamSpaces() {
    return cloud.teamSpaces().map(changes::telling);
  }

  /** Those of the users who are there. */
  public Map<UserId, CloudUser> observeAll(Collection<UserId> ids) {
    Map<UserId, CloudUser> there = new HashMap<>();
    Set<UserId> wanted = Set.copyOf(ids);
    if (!wanted.isEmpty()) {
      // By pages, on which others are, too.
      cloud.readUsersWithGroups(
          wanted,
          user -> {
            if (wanted.contains(user.id())) {
              there.put(user.id(), user);
            }
          });
    }
    return there;
  }

  /** Quota and groups of a user who is there; nothing is asked where they agree. */
  public void follow(WantedAccount wanted, CloudUser observed) {
    changes.makeOwn(wanted.ownGroups(), observed.groups());
    changes.reach(observed, user -> Plan.toChange(wanted, user));
  }

  /** Whether the cloud writes to a user who is made without a password. */
  public boolean writesLetters() {
    return cloud.product().equals(UserIdRule.NEXTCLOUD) && cloud.newUserRules().writes();
  }

  /** Lets in a user who was merely disabled. */
  public void enable(CloudUser observed) {
    changes.apply(Plan.toResume(observed), observed.id());
  }
}
