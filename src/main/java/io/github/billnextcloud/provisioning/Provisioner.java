package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.Kind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.Refusal.Reason;
import io.github.billnextcloud.secret.Secret;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Observes, plans, applies: each lifecycle command by the table "every command may be run again".
 */
public final class Provisioner {

  private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);

  /** Refusals after which a courtesy may be left undone. */
  private static final Set<Kind> NO_TO_A_COURTESY = Set.of(Kind.REFUSED, Kind.NOT_UNDERSTOOD);

  private final Cloud cloud;

  public Provisioner(Cloud cloud) {
    this.cloud = cloud;
  }

  /** The service's user as the cloud has it; refuses a user who is not the service's own. */
  public Optional<CloudUser> observe(Owner owner) {
    Optional<CloudUser> user = look(owner.id());
    user.ifPresent(owner::requireOurs);
    return user;
  }

  private Optional<CloudUser> look(UserId id) {
    Optional<CloudUser> user = cloud.findUser(id);
    LOG.info("observed: {}", user.map(Provisioner::describe).orElse(id + " is not there"));
    return user;
  }

  private static String describe(CloudUser user) {
    String state = user.enabled() ? "enabled" : "disabled";
    return user.id() + " is " + state + ", quota " + user.quota() + ", groups " + user.groups();
  }

  /**
   * Makes the user, enabled, as wanted, with this password. Servers may fail and have made the user
   * all the same, so after a failure the cloud is looked at, and what is there is finished.
   */
  public void create(Wanted wanted, Secret password) {
    UserId id = wanted.owner().id();
    LOG.info("planned: create {} with quota {}, groups {}", id, wanted.quota(), wanted.groups());
    try {
      cloud.createUser(
          new NewUser(id, password, wanted.quota(), wanted.profile(), wanted.groups()));
      LOG.info("did: create {}", id);
    } catch (CloudException failure) {
      requireMade(id, password, failure);
    }
    CloudUser made = look(id).orElseThrow(() -> notKept(id, "it is not there after its creation"));
    finish(wanted, made);
  }

  private void requireMade(UserId id, Secret password, CloudException failure) {
    if (failure.kind() == Kind.UNAUTHORIZED || failure.kind() == Kind.FORBIDDEN) {
      throw failure;
    }
    LOG.warn("failed: {}", failure.getMessage());
    if (look(id).isEmpty()) {
      throw failure;
    }
    // "Exists already": made by this very call, or by a stranger a moment ago. Ours knows its word.
    if (failure.kind() == Kind.USER_EXISTS && !cloud.signsIn(id, password)) {
      throw new Refusal(
          Reason.COLLISION, "The user " + id + " was made by somebody else at this moment");
    }
    LOG.info("observed: {} was made all the same, and is finished now", id);
  }

  /** A half-made user is enabled: when it cannot be finished, whoever acts must know that. */
  private void finish(Wanted wanted, CloudUser made) {
    try {
      reach(wanted, made, user -> Plan.toOpen(wanted, user));
    } catch (CloudException failure) {
      throw new CloudException(
          failure.kind(),
          failure.getMessage() + ". The user exists now, enabled, with quota " + made.quota(),
          failure.retryAfter(),
          failure);
    }
  }

  /** Brings a user who is there to all that the service promises. */
  public void complete(Wanted wanted, CloudUser observed) {
    reach(wanted, observed, user -> Plan.toOpen(wanted, user));
  }

  /** Brings quota and groups in line with the tariff. */
  public void change(Wanted wanted) {
    reach(wanted, require(wanted.owner()), user -> Plan.toChange(wanted, user));
  }

  /** Applies a plan and reads back what came of it: servers accept what they then overlook. */
  private void reach(Wanted wanted, CloudUser observed, Function<CloudUser, Plan> planned) {
    Plan plan = planned.apply(observed);
    UserId id = wanted.owner().id();
    apply(plan, id);
    if (plan.isEmpty()) {
      return;
    }
    Plan left = planned.apply(look(id).orElseThrow(() -> notKept(id, "it is gone again")));
    if (!left.essential().isEmpty()) {
      throw notKept(id, "what is left to do is: " + left.describe());
    }
    if (!left.isEmpty()) {
      LOG.warn("left undone: {}", left.describe());
    }
  }

  private static CloudException notKept(UserId id, String what) {
    return new CloudException(
        Kind.NOT_KEPT, "The cloud does not show " + id + " as asked: " + what);
  }

  /** Keeps the user out. One who is not there is out already. */
  public void suspend(Owner owner) {
    Optional<CloudUser> user = observe(owner);
    if (user.isEmpty()) {
      LOG.warn("nothing to suspend: {} is not in the cloud", owner.id());
    }
    user.ifPresent(present -> apply(Plan.toSuspend(present), owner.id()));
  }

  /** Lets the user in again. */
  public void resume(Owner owner) {
    apply(Plan.toResume(require(owner)), owner.id());
  }

  /** Deletes the service's user. Gone is gone, and another's user is left alone. */
  public void close(Owner owner) {
    Optional<CloudUser> user = look(owner.id());
    if (user.isPresent() && !owner.isOurs(user.get())) {
      LOG.warn("left alone: {} is not this service's own user", owner.id());
      return;
    }
    user.ifPresent(present -> apply(Plan.toClose(), owner.id()));
  }

  private CloudUser require(Owner owner) {
    return observe(owner)
        .orElseThrow(
            () -> new Refusal(Reason.MISSING, "The user " + owner.id() + " is not in the cloud"));
  }

  private void apply(Plan plan, UserId id) {
    LOG.info("planned: {}", plan.describe());
    for (Step step : plan.steps()) {
      apply(step, id);
    }
  }

  private void apply(Step step, UserId id) {
    try {
      step.applyTo(cloud, id);
      LOG.info("did: {}", step.describe());
    } catch (CloudException failure) {
      if (!(step instanceof Step.Courtesy) || !NO_TO_A_COURTESY.contains(failure.kind())) {
        throw failure;
      }
      LOG.warn("left undone: {}", failure.getMessage());
    }
  }
}
