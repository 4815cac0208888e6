package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.secret.Secret;
import java.util.Optional;

/**
 * What a service saved before its user was made, and nobody else can know: whoever answers to it
 * was made for this service, whatever happened to the answer.
 *
 * <p>The user's mark is made of a secret by which nobody can guess it, so it proves more than a
 * password does, and also where the cloud lets nobody sign in with one, or the user is disabled.
 *
 * @param password blank when none is saved
 * @param secret what the mark is made of: the password when we have generated it, else one of the
 *     service's own; blank for none
 * @param closed true when the service has proven its user before, and then disabled it: all that
 *     there is of a disabled user where the cloud has no place for marks
 */
public record OwnershipProof(Secret password, Secret secret, boolean closed) {

  /** What {@link ServiceParams#UNFINISHED} says then. */
  public static final String CLOSED = "account";

  private static final Secret NONE = new Secret("");

  /**
   * A mark counts only for a user whom the service has recorded: who merely wishes for a name may
   * know a password that opened it once, and must show that it still does.
   */
  public static OwnershipProof of(Service service) {
    Optional<Secret> password = service.params().findSecret(ServiceParams.PASSWORD);
    Optional<Secret> secret =
        service.params().findSecret(ServiceParams.MARK_SECRET).or(() -> password);
    return new OwnershipProof(
        password.orElse(NONE),
        secret.filter(known -> service.hasAccount()).orElse(NONE),
        service.params().unfinished().contains(CLOSED));
  }

  /** For the making of this user; never the same twice, so that none can be carried over. */
  Secret mark(UserId id) {
    return secret.isBlank() ? NONE : secret.signed("made for " + id);
  }

  /** True when nothing was saved: nobody can answer to it, and nobody needs to be looked for. */
  boolean isNone() {
    return password.isBlank() && secret.isBlank() && !closed;
  }

  /** True when this user answers to it; in doubt it does not. */
  boolean isGivenBy(CloudUser user, Cloud cloud) {
    return closed && user.isDisabled() && !cloud.product().equals(UserIdRule.NEXTCLOUD)
        || !secret.isBlank() && cloud.isMarked(user.id(), mark(user.id()))
        || !isByMarkAlone(cloud) && signsIn(user, cloud);
  }

  /**
   * A password that we did not generate may be the choice of two customers, or of one for two
   * orders: where there is a better proof it is none.
   */
  boolean isByMarkAlone(Cloud cloud) {
    return !secret.isBlank()
        && !secret.equals(password)
        && cloud.product().equals(UserIdRule.NEXTCLOUD);
  }

  boolean signsIn(CloudUser user, Cloud cloud) {
    return !password.isBlank() && cloud.signsIn(user.id(), password);
  }
}
