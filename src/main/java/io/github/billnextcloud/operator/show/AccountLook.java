package io.github.billnextcloud.operator.show;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.provisioning.AccountDrift;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.WantedAccount;
import java.util.Optional;

/**
 * A service's account, promised and observed, looked at once for all who tell of it. Of each part
 * that cannot be told there is the reason instead.
 *
 * @param login by which the account is known; empty where none can be found out
 * @param seen empty when the cloud was not asked
 * @param drift empty where there is no account of ours to compare
 */
record AccountLook(
    Optional<UserId> login,
    Part<WantedAccount> wanted,
    Optional<Part<Seen>> seen,
    Optional<Part<AccountDrift>> drift) {

  /**
   * What was to be told, or why it cannot be.
   *
   * @param failure empty exactly when there is a value
   */
  record Part<T>(Optional<T> value, Optional<CommandFailure> failure) {

    static <T> Part<T> of(T value) {
      return new Part<>(Optional.of(value), Optional.empty());
    }

    static <T> Part<T> failed(RuntimeException why) {
      return new Part<>(Optional.empty(), Optional.of(CommandFailure.of(why)));
    }
  }

  /**
   * What the cloud has by that login.
   *
   * @param user empty when there is nobody
   * @param ours whether he is this service's, and not a stranger of the same name
   */
  record Seen(Optional<CloudUser> user, boolean ours) {}

  static AccountLook at(Service service, LocalPanel panel) {
    AccountOwnership owner;
    try {
      owner = Policy.owner(service);
    } catch (ProvisioningException | InvalidInputException noName) {
      return new AccountLook(
          Optional.empty(), Part.failed(noName), Optional.empty(), Optional.empty());
    }
    Part<Seen> seen = seen(service, owner, panel);
    Optional<CloudUser> ours = seen.value().filter(Seen::ours).flatMap(Seen::user);
    return new AccountLook(
        Optional.of(owner.id()),
        wanted(service, owner),
        Optional.of(seen),
        ours.map(user -> drift(service, user)));
  }

  /** Whether the cloud has answered. */
  boolean isSeen() {
    return seen.flatMap(Part::value).isPresent();
  }

  private static Part<WantedAccount> wanted(Service service, AccountOwnership owner) {
    try {
      return Part.of(Policy.wanted(service, owner));
    } catch (ProvisioningException unclear) {
      return Part.failed(unclear);
    }
  }

  private static Part<Seen> seen(Service service, AccountOwnership owner, LocalPanel panel) {
    try {
      Cloud cloud = ModuleCloud.of(service.module(), Timeouts.FORM, panel);
      Optional<CloudUser> user = cloud.findUser(owner.id()).map(cloud::withEmail);
      boolean ours = user.filter(it -> owner.isOurs(it) && owner.isProven(it, cloud)).isPresent();
      return Part.of(new Seen(user, ours));
    } catch (CloudException | ProvisioningException unknown) {
      return Part.failed(unknown);
    }
  }

  /** What {@code sync_item} would do. */
  private static Part<AccountDrift> drift(Service service, CloudUser user) {
    try {
      return Part.of(AccountDrift.of(service, user));
    } catch (ProvisioningException | InvalidInputException unclear) {
      return Part.failed(unclear);
    }
  }
}
