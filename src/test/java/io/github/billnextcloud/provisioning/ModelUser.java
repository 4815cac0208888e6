package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The smallest cloud that there can be: one user who does what each step says. */
final class ModelUser {

  private final UserId id;
  private final Set<String> groups;
  private UserUsage usage;
  private final UnaryOperator<Quota> keeping;
  private boolean enabled;
  private Quota quota;
  private UserProfile profile;

  ModelUser(CloudUser observed) {
    this(observed, quota -> quota);
  }

  /**
   * @param keeping what the cloud tells of a quota that was sent to it
   */
  ModelUser(CloudUser observed, UnaryOperator<Quota> keeping) {
    this.keeping = keeping;
    usage = observed.usage();
    id = observed.id();
    groups = new TreeSet<>(observed.groups());
    enabled = observed.enabled();
    quota = observed.quota();
    profile = observed.profile();
  }

  /** Meanwhile: what the user stores does not wait for us. */
  ModelUser stores(long bytes) {
    usage = new UserUsage(OptionalLong.of(bytes), usage.lastLogin());
    return this;
  }

  ModelUser apply(Plan plan) {
    plan.steps().forEach(this::apply);
    return this;
  }

  private void apply(PlanStep step) {
    if (step instanceof PlanStep.JoinGroup join) {
      groups.add(join.group());
    } else if (step instanceof PlanStep.LeaveGroup leave) {
      groups.remove(leave.group());
    } else if (step instanceof PlanStep.SetQuota set) {
      quota = keeping.apply(set.quota());
    } else if (step instanceof PlanStep.SetEmail set) {
      profile = new UserProfile(set.email(), profile.displayName(), profile.language());
    } else if (step instanceof PlanStep.SetDisplayName set) {
      profile = new UserProfile(profile.email(), set.displayName(), profile.language());
    } else if (step instanceof PlanStep.SetLanguage set) {
      profile = new UserProfile(profile.email(), profile.displayName(), set.language());
    } else if (step instanceof PlanStep.Enable) {
      enabled = true;
    } else if (step instanceof PlanStep.Disable) {
      enabled = false;
    } else {
      throw new AssertionError("not of this world: " + step.describe());
    }
  }

  CloudUser look() {
    return new CloudUser(id, enabled, quota, profile, groups, usage);
  }
}
