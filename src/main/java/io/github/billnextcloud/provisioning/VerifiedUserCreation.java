package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a user. Servers may fail and have made the user all the same, so after a failure the cloud
 * is looked at, and what is there is taken, to be finished.
 *
 * @param proof without a password the cloud is to mail a link to set one
 * @param anothers whether another service has saved a name, too: then no proof counts
 */
record VerifiedUserCreation(
    PlanExecutor changes, WantedAccount wanted, OwnershipProof proof, Predicate<UserId> anothers) {

  private static final Logger LOG = LoggerFactory.getLogger(VerifiedUserCreation.class);

  /**
   * The user as it was made, perhaps by the server's word alone, before its profile was completed.
   */
  CloudUser run() {
    UserId id = wanted.owner().id().byName();
    LOG.info("planned: create {} with quota {}, groups {}", id, wanted.quota(), wanted.groups());
    changes.makeOwn(wanted.ownGroups(), Set.of());
    Optional<CloudUser> made = Optional.empty();
    try {
      made = createWithAddress(user(id, profile()));
      LOG.info("did: create {}", id);
    } catch (CloudException failure) {
      requireMade(id, failure);
      changes.signInFirst(id, proof.password(), wanted.profile().language());
    }
    return made.or(() -> changes.look(id).map(this::withWhatWasGiven))
        .orElseThrow(() -> PlanExecutor.notKept(id, Sentence.of("product.not_there")));
  }

  /** Nobody else can have given an address meanwhile: none needs to be asked for. */
  private CloudUser withWhatWasGiven(CloudUser made) {
    return made.profile().isEmailTold() ? made : made.withEmail(profile().email());
  }

  private NewUser user(UserId id, UserProfile profile) {
    return new NewUser(
        id, proof.password(), wanted.quota(), profile, wanted.groups(), proof.mark(id));
  }

  /**
   * A cloud that is told the e-mail address at once writes a letter of its own: wanted when it is
   * to hold the link to set a password, else a second one beside BILLmanager's. Set afterwards, to
   * somebody who never signed in, the address is taken in silence.
   */
  private UserProfile profile() {
    UserProfile whole = wanted.profile();
    return proof.password().isBlank() || !changes.cloud().writesToNewUsers()
        ? whole
        : whole.withEmail(Optional.empty());
  }

  /** Where an address is demanded, the cloud's own letter is the smaller evil. */
  private Optional<CloudUser> createWithAddress(NewUser user) {
    try {
      return changes.create(user);
    } catch (CloudException failure) {
      boolean known = wanted.profile().email().isPresent() && user.profile().email().isEmpty();
      if (failure.kind() != CloudErrorKind.EMAIL_DEMANDED || !known) {
        throw failure;
      }
      LOG.info("observed: the cloud demands an e-mail address, and will write to it");
      return changes.create(user(user.id(), wanted.profile()));
    }
  }

  private void requireMade(UserId id, CloudException failure) {
    if (failure.kind() == CloudErrorKind.UNAUTHORIZED
        || failure.kind() == CloudErrorKind.FORBIDDEN) {
      throw failure;
    }
    LOG.warn("failed: {}", failure.getMessage());
    CloudUser there = changes.look(id).orElseThrow(() -> failure);
    if (!anothers.test(id) && (isMadeByUs(there) || isBornHalf(there, failure))) {
      LOG.info("observed: {} was made all the same", id);
      return;
    }
    throw new ProvisioningException(Reason.COLLISION, Sentence.of("product.made_by_another", id));
  }

  /**
   * A server that refuses the language has stored the user before, and gives no mark any more. With
   * no password of our making either, only this run can know it, by all that it has got so far:
   * nobody had the name a moment ago, and a considered "no" other than "exists" comes after that.
   */
  private boolean isBornHalf(CloudUser there, CloudException failure) {
    return proof.isByMarkAlone(changes.cloud())
        && (failure.kind() == CloudErrorKind.REFUSED
            || failure.kind() == CloudErrorKind.NAME_REFUSED)
        && there.profile().email().isEmpty()
        && there.profile().displayName().equals(profile().displayName())
        && there.groups().equals(wanted.groups())
        && there.usage().lastLogin().isEmpty()
        && (proof.password().isBlank() || proof.signsIn(there, changes.cloud()));
  }

  /**
   * Made by this very call, or by a stranger a moment ago: of creates at the same moment servers
   * refuse one with "exists", "bad request" or a database error. Ours gives the proof.
   */
  private boolean isMadeByUs(CloudUser there) {
    return proof.isGivenBy(there, changes.cloud());
  }
}
