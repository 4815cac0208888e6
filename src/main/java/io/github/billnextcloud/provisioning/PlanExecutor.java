package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.ReportingTeamSpaces;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.PlanStep.ChangeKind;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies plans in one cloud and looks at what came of them. */
class PlanExecutor {

  private static final Logger LOG = LoggerFactory.getLogger(PlanExecutor.class);

  /** Refusals after which a courtesy may be left undone. */
  private static final Set<CloudErrorKind> NO_TO_A_COURTESY =
      Set.of(CloudErrorKind.REFUSED, CloudErrorKind.NOT_UNDERSTOOD);

  private final Cloud cloud;
  private final boolean makesGroups;
  private final List<Sentence> done = new ArrayList<>();
  private final Set<PlanStep> taken = new HashSet<>();
  private final Set<PlanStep> refused = new HashSet<>();
  private final Set<PlanStep> waiting = new HashSet<>();

  /** Just made, and known by the server's word alone. */
  private Optional<CloudUser> unseen = Optional.empty();

  /**
   * @param makesGroups whether a group that a plan wants joined is made when the cloud has none
   */
  PlanExecutor(Cloud cloud, boolean makesGroups) {
    this.cloud = cloud;
    this.makesGroups = makesGroups;
  }

  /** To look at; whoever changes something goes by the methods of this class. */
  final Cloud cloud() {
    return cloud;
  }

  /** What was changed so far, sentence by sentence. */
  final List<Sentence> done() {
    return done;
  }

  /** A courtesy that the server took while the last plan was applied, whatever it shows. */
  final boolean hasTaken(PlanStep step) {
    return taken.contains(step);
  }

  /** One to which it said a considered "no" meanwhile. */
  final boolean hasRefused(PlanStep step) {
    return refused.contains(step);
  }

  /** One that the cloud cannot do yet, and that may wait. */
  final boolean isWaiting(PlanStep step) {
    return waiting.contains(step);
  }

  Optional<CloudUser> find(UserId id) {
    return cloud.findUser(id);
  }

  /** The spaces of teams, with each change told. */
  TeamSpaces telling(TeamSpaces spaces) {
    return new ReportingTeamSpaces(spaces, this::tell, false);
  }

  /** Makes it true; true already is no error. */
  void perform(PlanStep step, UserId id) {
    switch (step.kind()) {
      case QUOTA -> cloud.setQuota(id, step.quota());
      case EMAIL -> cloud.setEmail(id, step.text());
      case DISPLAY_NAME -> cloud.setDisplayName(id, step.text());
      case LANGUAGE -> cloud.setLanguage(id, step.text());
      case JOIN_GROUP -> cloud.joinGroup(id, step.text());
      case LEAVE_GROUP -> cloud.leaveGroup(id, step.text());
      case ENABLE -> cloud.enableUser(id);
      case DISABLE -> cloud.disableUser(id);
      case DELETE -> cloud.deleteUser(id);
      case DELETE_SOFTLY -> cloud.deleteSoftly(id);
    }
  }

  /** A user whose group is missing was not made, so that asking again makes no second one. */
  final Optional<CloudUser> create(NewUser user) {
    try {
      unseen = createUser(user);
    } catch (CloudException failure) {
      if (!isMendedByAGroup(failure)) {
        throw failure;
      }
      make(user.groups());
      unseen = createUser(user);
    }
    return unseen;
  }

  Optional<CloudUser> createUser(NewUser user) {
    return cloud.createUser(user);
  }

  boolean signInFirst(UserId id, Secret password, Optional<String> language) {
    return cloud.signInFirst(id, password, language);
  }

  void makeGroup(String group) {
    cloud.makeGroup(group);
  }

  boolean removeEmptyGroup(String group) {
    return cloud.removeEmptyGroup(group);
  }

  void sendWelcome(UserId id) {
    cloud.sendWelcome(id);
  }

  void sendPasswordLink(UserId id) {
    cloud.sendPasswordLink(id);
  }

  void setPassword(UserId id, Secret password) {
    cloud.setPassword(id, password);
  }

  void deleteLeftFiles(UserId id) {
    cloud.deleteLeftFiles(id);
  }

  final Optional<CloudUser> look(UserId id) {
    unseen = Optional.empty();
    Optional<CloudUser> user = find(id);
    LOG.info("observed: {}", user.map(PlanExecutor::describe).orElse(id + " is not there"));
    return user;
  }

  private static String describe(CloudUser user) {
    String access = user.access().name().toLowerCase(Locale.ROOT);
    return user.id() + " is " + access + ", quota " + user.quota() + ", groups " + user.groups();
  }

  /**
   * Applies a plan and reads back what came of it: servers accept what they then overlook. Of a
   * user who was just made that is looked at first then, and what was overlooked is set.
   *
   * @return the courtesies that are left undone
   */
  Plan reach(CloudUser observed, Function<CloudUser, Plan> planned) {
    boolean guessed = unseen.filter(observed::equals).isPresent();
    Plan plan = plan(observed, planned);
    UserId id = observed.id();
    apply(plan, id);
    if (plan.isEmpty() && !guessed) {
      return plan;
    }
    String missing = guessed ? "product.not_there" : "product.gone_again";
    CloudUser reached = look(id).orElseThrow(() -> notKept(id, Sentence.of(missing)));
    Plan left = planned.apply(reached);
    if (guessed && !plan.steps().containsAll(left.steps())) {
      return reach(reached, planned);
    }
    if (reached.quota().equals(Quota.UNKNOWN)) {
      LOG.warn("not verified: the cloud does not tell the quota of {}", id);
      left = left.withoutQuota();
    }
    if (!reached.profile().isEmailTold()) {
      left = left.withoutEmail();
    }
    if (!reached.isShown()) {
      LOG.warn("not verified: the cloud does not tell whether {} is enabled", id);
      left = left.withoutAccess();
    }
    if (!left.essential().steps().stream().allMatch(this::isWaiting)) {
      throw notKept(id, Sentence.of("product.left_to_do", left.sentences()));
    }
    if (!left.isEmpty()) {
      LOG.warn("left undone: {}", left.describe());
    }
    return left;
  }

  /** Where it is about an address that no look shows, it is asked for. */
  final Plan plan(CloudUser observed, Function<CloudUser, Plan> planned) {
    Plan plan = planned.apply(observed);
    return observed.profile().isEmailTold() || plan.equals(plan.withoutEmail())
        ? plan
        : planned.apply(cloud.withEmail(observed));
  }

  static CloudException notKept(UserId id, Sentence what) {
    return new CloudException(
        CloudErrorKind.NOT_KEPT, Sentence.of("product.not_as_asked", id, what));
  }

  final void apply(Plan plan, UserId id) {
    LOG.info("planned: {}", plan.describe());
    taken.clear();
    refused.clear();
    waiting.clear();
    for (PlanStep step : plan.steps()) {
      apply(step, id);
    }
  }

  private void apply(PlanStep step, UserId id) {
    try {
      applyWithGroup(step, id);
      if (step.isCourtesy()) {
        taken.add(step);
      }
      tell(step.sentence(), step.describe());
    } catch (CloudException failure) {
      boolean waits = step.mayWait() && failure.kind() == CloudErrorKind.QUOTA_PENDING;
      if (!waits && (!step.isCourtesy() || !NO_TO_A_COURTESY.contains(failure.kind()))) {
        throw failure;
      }
      if (waits) {
        waiting.add(step);
      } else if (failure.kind() == CloudErrorKind.REFUSED) {
        refused.add(step);
      }
      LOG.warn("left undone: {}", failure.getMessage());
    }
  }

  private void applyWithGroup(PlanStep step, UserId id) {
    try {
      perform(step, id);
    } catch (CloudException failure) {
      if (!isMendedByAGroup(failure) || step.kind() != ChangeKind.JOIN_GROUP) {
        throw failure;
      }
      make(Set.of(step.text()));
      perform(step, id);
    }
  }

  private boolean isMendedByAGroup(CloudException failure) {
    return makesGroups && failure.kind() == CloudErrorKind.GROUP_MISSING;
  }

  /** Groups of one customer alone are made whatever the module's settings say of others. */
  final void makeOwn(Set<String> own, Set<String> joined) {
    Set<String> missing = new TreeSet<>(own);
    missing.removeAll(joined);
    make(missing);
  }

  /** Those that nobody is in any more. */
  final void removeEmpty(Set<String> groups) {
    for (String group : groups) {
      if (removeEmptyGroup(group)) {
        tell(Sentence.of("change.remove_group", group), "remove the group '" + group + "'");
      }
    }
  }

  private void make(Set<String> groups) {
    for (String group : groups) {
      makeGroup(group);
      tell(Sentence.of("change.make_group", group), "make the group '" + group + "'");
    }
  }

  /**
   * @param logged the same for the log, which reads no texts while all goes well
   */
  final void tell(Sentence change, String logged) {
    done.add(change);
    LOG.info("did: {}", logged);
  }
}
