package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.ReportingTeamSpaces;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks at the cloud and changes nothing there: each change is told as a sentence, and taken for
 * made. What a tariff gets wrong shows as it would: a group that the cloud does not have.
 */
final class DryRunPlanExecutor extends PlanExecutor {

  private final Consumer<Sentence> told;
  private final Set<String> madeGroups = new TreeSet<>();
  private Optional<CloudUser> made = Optional.empty();

  DryRunPlanExecutor(Cloud cloud, boolean makesGroups, Consumer<Sentence> told) {
    super(cloud, makesGroups);
    this.told = told;
  }

  @Override
  Optional<CloudUser> find(UserId id) {
    return made.filter(user -> user.id().equals(id)).or(() -> super.find(id));
  }

  @Override
  TeamSpaces telling(TeamSpaces spaces) {
    return new ReportingTeamSpaces(spaces, (change, logged) -> told.accept(change), true);
  }

  /** There is nothing to read back. */
  @Override
  Plan reach(CloudUser observed, Function<CloudUser, Plan> planned) {
    apply(plan(observed, planned), observed.id());
    return Plan.NOTHING;
  }

  @Override
  void perform(PlanStep step, UserId id) {
    if (step.kind() == PlanStep.ChangeKind.JOIN_GROUP) {
      requireGroup(step.text());
    }
    if (step.kind() == PlanStep.ChangeKind.EMAIL) {
      made = find(id).map(user -> user.withEmail(Optional.of(step.text())));
    }
    told.accept(step.sentence(id));
  }

  @Override
  Optional<CloudUser> createUser(NewUser user) {
    user.groups().forEach(this::requireGroup);
    String key = user.password().isBlank() ? "change.create_by_mail" : "change.create";
    told.accept(Sentence.of(key, user.id(), user.quota(), user.groups()));
    made =
        Optional.of(
            new CloudUser(
                user.id(),
                true,
                user.quota(),
                shown(user.profile()),
                user.groups(),
                UserUsage.UNKNOWN));
    return made;
  }

  /** ownCloud's create takes no profile, and LibreGraph shows nobody's language. */
  private UserProfile shown(UserProfile given) {
    String product = cloud().product();
    if (product.equals(UserIdRule.OWNCLOUD)) {
      return UserProfile.UNKNOWN.withoutLanguage();
    }
    return UserIdRule.OF_GRAPH.contains(product) ? given.withoutLanguage() : given;
  }

  /** It would make a drive. */
  @Override
  boolean signInFirst(UserId id, Secret password, Optional<String> language) {
    return false;
  }

  @Override
  void makeGroup(String group) {
    told.accept(Sentence.of("change.make_group", group));
    madeGroups.add(group);
  }

  /** Who has just been taken out, or deleted, is there still: only who is alone in it tells. */
  @Override
  boolean removeEmptyGroup(String group) {
    return false;
  }

  @Override
  void sendWelcome(UserId id) {
    told.accept(Sentence.of("change.welcome", id));
  }

  @Override
  void sendPasswordLink(UserId id) {
    told.accept(Sentence.of("change.password_link", id));
  }

  @Override
  void setPassword(UserId id, Secret password) {
    told.accept(Sentence.of("change.password_of", id));
  }

  /** Whether there are any, only the deletion finds out. */
  @Override
  void deleteLeftFiles(UserId id) {}

  private void requireGroup(String group) {
    if (!madeGroups.contains(group) && !cloud().groups().contains(group)) {
      throw new CloudException(CloudErrorKind.GROUP_MISSING, Sentence.of("cloud.no_group", group));
    }
  }
}
