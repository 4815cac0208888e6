package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import java.util.Optional;
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
    enabled = observed.isEnabled();
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
    switch (step.kind()) {
      case JOIN_GROUP -> groups.add(step.text());
      case LEAVE_GROUP -> groups.remove(step.text());
      case QUOTA -> quota = keeping.apply(step.quota());
      case EMAIL -> profile = profile.withEmail(Optional.of(step.text()));
      case DISPLAY_NAME -> profile = profile(Optional.of(step.text()), profile.language());
      case LANGUAGE -> profile = profile(profile.displayName(), Optional.of(step.text()));
      case ENABLE -> enabled = true;
      case DISABLE -> enabled = false;
      case DELETE -> throw new AssertionError("not of this world: " + step.describe());
    }
  }

  private UserProfile profile(Optional<String> displayName, Optional<String> language) {
    return new UserProfile(
        profile.email(), displayName, language, true, profile.isLanguageSettable());
  }

  CloudUser look() {
    return new CloudUser(id, enabled, quota, profile, groups, usage);
  }
}
