package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.ConnectionTestResult;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.NewUserRules;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A cloud in which nothing is changed: each change is told as a sentence, and later looks show it
 * as if it had been made. Looks at what was not touched go to the real cloud.
 */
public final class DryRunCloud implements Cloud {

  private final Cloud cloud;
  private final Consumer<Sentence> told;
  private final Map<UserId, Optional<CloudUser>> imagined = new HashMap<>();
  private Set<String> groups;

  public DryRunCloud(Cloud cloud, Consumer<Sentence> told) {
    this.cloud = cloud;
    this.told = told;
  }

  @Override
  public Optional<CloudUser> findUser(UserId id) {
    Optional<CloudUser> changed = imagined.get(id);
    return changed == null ? cloud.findUser(id) : changed;
  }

  @Override
  public boolean isFree(UserId id) {
    Optional<CloudUser> changed = imagined.get(id);
    return changed == null ? cloud.isFree(id) : changed.isEmpty();
  }

  @Override
  public void createUser(NewUser user) {
    user.groups().forEach(this::requireGroup);
    String key = user.password().isBlank() ? "change.create_by_mail" : "change.create";
    told.accept(Sentence.of(key, user.id(), user.quota(), user.groups()));
    UserProfile profile = user.profile();
    if (product().equals(UserIdRule.OWNCLOUD)) {
      profile = new UserProfile("", "", null);
    }
    imagined.put(
        user.id(),
        Optional.of(
            new CloudUser(
                user.id(), true, user.quota(), profile, user.groups(), UserUsage.UNKNOWN)));
  }

  @Override
  public void setQuota(UserId id, Quota quota) {
    change(id, Sentence.of("change.quota_of", id, quota), it -> with(it, it.enabled(), quota));
  }

  @Override
  public void setEmail(UserId id, String email) {
    UserProfile old = profile(id);
    UserProfile profile = new UserProfile(email, old.displayName(), old.language());
    change(id, Sentence.of("change.email_of", id), it -> with(it, profile));
  }

  @Override
  public void setDisplayName(UserId id, String displayName) {
    UserProfile old = profile(id);
    UserProfile profile = new UserProfile(old.email(), displayName, old.language());
    change(id, Sentence.of("change.name_of", id), it -> with(it, profile));
  }

  @Override
  public void setLanguage(UserId id, String language) {
    UserProfile old = profile(id);
    UserProfile profile = new UserProfile(old.email(), old.displayName(), language);
    change(id, Sentence.of("change.language_of", id, language), it -> with(it, profile));
  }

  @Override
  public void setPassword(UserId id, Secret password) {
    told.accept(Sentence.of("change.password_of", id));
  }

  @Override
  public void joinGroup(UserId id, String group) {
    requireGroup(group);
    change(id, Sentence.of("change.join", id, group), it -> with(it, group, true));
  }

  @Override
  public void leaveGroup(UserId id, String group) {
    change(id, Sentence.of("change.leave", id, group), it -> with(it, group, false));
  }

  @Override
  public void enableUser(UserId id) {
    change(id, Sentence.of("change.enable", id), it -> with(it, true, it.quota()));
  }

  @Override
  public void disableUser(UserId id) {
    change(id, Sentence.of("change.disable", id), it -> with(it, false, it.quota()));
  }

  @Override
  public void deleteUser(UserId id) {
    told.accept(Sentence.of("change.delete", id));
    imagined.put(id, Optional.empty());
  }

  @Override
  public void makeGroup(String group) {
    told.accept(Sentence.of("change.make_group", group));
    groups().add(group);
  }

  @Override
  public Set<String> groups() {
    if (groups == null) {
      groups = new TreeSet<>(cloud.groups());
    }
    return groups;
  }

  @Override
  public void sendWelcome(UserId id) {
    told.accept(Sentence.of("change.welcome", id));
  }

  @Override
  public void readUsers(Collection<UserId> wanted, Consumer<CloudUser> reader) {
    cloud.readUsers(wanted, reader);
  }

  @Override
  public void readAllUsers(Consumer<CloudUser> reader) {
    cloud.readAllUsers(reader);
  }

  @Override
  public boolean signsIn(UserId id, Secret password) {
    return cloud.signsIn(id, password);
  }

  @Override
  public boolean isMarked(UserId id, Secret mark) {
    return cloud.isMarked(id, mark);
  }

  @Override
  public void knock() {
    cloud.knock();
  }

  @Override
  public OptionalLong freeSpace() {
    return cloud.freeSpace();
  }

  @Override
  public String product() {
    return cloud.product();
  }

  @Override
  public NewUserRules newUserRules() {
    return cloud.newUserRules();
  }

  @Override
  public ConnectionTestResult checkAccess() {
    return cloud.checkAccess();
  }

  /** As servers do. */
  private void requireGroup(String group) {
    if (!groups().contains(group)) {
      throw new CloudException(CloudErrorKind.GROUP_MISSING, Sentence.of("cloud.no_group", group));
    }
  }

  private UserProfile profile(UserId id) {
    return findUser(id).map(CloudUser::profile).orElse(new UserProfile("", "", ""));
  }

  private void change(UserId id, Sentence sentence, UnaryOperator<CloudUser> change) {
    told.accept(sentence);
    imagined.put(id, findUser(id).map(change));
  }

  private static CloudUser with(CloudUser user, boolean enabled, Quota quota) {
    return new CloudUser(user.id(), enabled, quota, user.profile(), user.groups(), user.usage());
  }

  private static CloudUser with(CloudUser user, UserProfile profile) {
    return new CloudUser(
        user.id(), user.enabled(), user.quota(), profile, user.groups(), user.usage());
  }

  private static CloudUser with(CloudUser user, String group, boolean member) {
    Set<String> groups = new TreeSet<>(user.groups());
    if (member) {
      groups.add(group);
    } else {
      groups.remove(group);
    }
    return new CloudUser(
        user.id(), user.enabled(), user.quota(), user.profile(), groups, user.usage());
  }
}
