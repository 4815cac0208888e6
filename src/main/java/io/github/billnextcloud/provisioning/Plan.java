package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.cloud.AdminGroupNameMatcher;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.provisioning.PlanStep.ChangeKind;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The steps from what is to what should be, in order; none when they agree. Pure.
 *
 * <p>Groups are joined first: that is where a tariff's mistake shows, and then nothing has changed
 * yet.
 *
 * @param steps to be applied one after the other
 */
public record Plan(List<PlanStep> steps) {

  static final Plan NOTHING = new Plan(List.of());

  public Plan {
    steps = List.copyOf(steps);
  }

  /** {@code open}: everything that the service promises. */
  static Plan toOpen(WantedAccount wanted, CloudUser observed) {
    List<PlanStep> steps = new ArrayList<>(toChange(wanted, observed).steps);
    steps.addAll(toProfile(wanted.profile(), observed.profile()).steps);
    if (!observed.isEnabled()) {
      steps.add(PlanStep.of(ChangeKind.ENABLE));
    }
    return new Plan(steps);
  }

  /** {@code setparam}: what a tariff and its add-ons decide, and nothing else. */
  static Plan toChange(WantedAccount wanted, CloudUser observed) {
    List<PlanStep> steps = new ArrayList<>();
    addGroups(steps, wanted.groups(), wanted.formerGroups(), observed);
    addQuota(steps, wanted, observed);
    return new Plan(steps);
  }

  /** What an order was delivered without. */
  static Plan toLimit(WantedAccount wanted, CloudUser observed) {
    List<PlanStep> steps = new ArrayList<>();
    addQuota(steps, wanted, observed);
    return new Plan(steps);
  }

  private static void addQuota(List<PlanStep> steps, WantedAccount wanted, CloudUser observed) {
    if (!wanted.quota().isKeptAs(observed.quota())) {
      steps.add(PlanStep.of(wanted.quota(), wanted.quotaMayWait()));
    }
  }

  private static void addGroups(
      List<PlanStep> steps, Set<String> joined, Set<String> left, CloudUser observed) {
    for (String group : new TreeSet<>(joined)) {
      if (AdminGroupNameMatcher.isNamedBy(group)) {
        throw new ProvisioningException(
            ProvisioningException.Reason.ADMINISTRATORS_GROUP,
            Sentence.of("product.administrator"));
      }
      if (!observed.groups().contains(group)) {
        steps.add(PlanStep.of(ChangeKind.JOIN_GROUP, group));
      }
    }
    for (String group : new TreeSet<>(left)) {
      if (observed.groups().contains(group)) {
        steps.add(PlanStep.of(ChangeKind.LEAVE_GROUP, group));
      }
    }
  }

  /** What was left of an order. */
  static Plan toProfile(UserProfile wanted, UserProfile observed) {
    List<PlanStep> steps = new ArrayList<>();
    addText(steps, ChangeKind.EMAIL, wanted.email(), observed.email());
    addText(steps, ChangeKind.DISPLAY_NAME, wanted.displayName(), observed.displayName());
    if (observed.isLanguageSettable()) {
      addText(steps, ChangeKind.LANGUAGE, wanted.language(), observed.language());
    }
    return new Plan(steps);
  }

  private static void addText(
      List<PlanStep> steps, ChangeKind kind, Optional<String> wanted, Optional<String> observed) {
    wanted
        .filter(it -> observed.filter(it::equalsIgnoreCase).isEmpty())
        .ifPresent(it -> steps.add(PlanStep.of(kind, it)));
  }

  /** {@code suspend} in the usual style, and the closing that keeps the files. */
  static Plan toDisable(CloudUser observed) {
    return observed.isDisabled() ? NOTHING : new Plan(List.of(PlanStep.of(ChangeKind.DISABLE)));
  }

  /**
   * The same for one whom add-ons have given groups.
   *
   * @param suspension empty when they have not
   */
  static Plan toDisable(Optional<PreSuspensionState> suspension, CloudUser observed) {
    List<PlanStep> steps = new ArrayList<>(toDisable(observed).steps);
    suspension.ifPresent(it -> steps.addAll(toSuspend(it, false, observed).steps));
    return new Plan(steps);
  }

  /** A closing that keeps the user: nothing is given any more. */
  static Plan toLeave(Set<String> groups, CloudUser observed) {
    List<PlanStep> steps = new ArrayList<>();
    addGroups(steps, Set.of(), groups, observed);
    return new Plan(steps);
  }

  /**
   * {@code suspend} in another style: what {@code suspension} will undo.
   *
   * @param pinned whether nothing more may be stored
   */
  static Plan toSuspend(PreSuspensionState suspension, boolean pinned, CloudUser observed) {
    List<PlanStep> steps = new ArrayList<>();
    addGroups(steps, suspension.leave(), suspension.join(), observed);
    if (pinned) {
      Quota quota = Quota.pinnedTo(observed.usage().bytes().orElse(0));
      if (!isPinned(observed.quota(), quota)) {
        steps.add(PlanStep.of(quota));
      }
    }
    return new Plan(steps);
  }

  private static boolean isPinned(Quota observed, Quota wanted) {
    boolean less = observed.bytes().orElse(Long.MAX_VALUE) <= wanted.bytes().orElseThrow();
    return less || wanted.isKeptAs(observed);
  }

  /** {@code resume}: undoes the suspension, and lets the user in. */
  static Plan toResume(PreSuspensionState suspension, CloudUser observed) {
    List<PlanStep> steps = new ArrayList<>();
    addGroups(steps, suspension.join(), suspension.leave(), observed);
    if (!suspension.quota().isKeptAs(observed.quota())) {
      steps.add(PlanStep.of(suspension.quota()));
    }
    steps.addAll(toResume(observed).steps);
    return new Plan(steps);
  }

  /** {@code resume} of a user who was merely disabled. */
  static Plan toResume(CloudUser observed) {
    return observed.isEnabled() ? NOTHING : new Plan(List.of(PlanStep.of(ChangeKind.ENABLE)));
  }

  /** {@code close} by deletion. */
  static Plan toClose(boolean softly) {
    return new Plan(List.of(PlanStep.of(softly ? ChangeKind.DELETE_SOFTLY : ChangeKind.DELETE)));
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** What an operation cannot do without, and what a look can tell to be done. */
  Plan essential() {
    return new Plan(steps.stream().filter(step -> !isCourtesy(step)).toList());
  }

  /** The same where the server does not tell the quota, so that no look can. */
  Plan withoutAccess() {
    return new Plan(
        steps.stream()
            .filter(step -> step.kind() != ChangeKind.ENABLE && step.kind() != ChangeKind.DISABLE)
            .toList());
  }

  Plan withoutEmail() {
    return new Plan(steps.stream().filter(step -> step.kind() != ChangeKind.EMAIL).toList());
  }

  Plan withoutQuota() {
    return new Plan(steps.stream().filter(step -> step.kind() != ChangeKind.QUOTA).toList());
  }

  /** A server may show its default as the number that it stands for: then no look tells. */
  private static boolean isCourtesy(PlanStep step) {
    return step.isCourtesy() || step.kind() == ChangeKind.QUOTA && step.quota().equals(Quota.UNSET);
  }

  /** For people, step by step; for the log there is {@link #describe}. */
  List<Sentence> sentences() {
    return steps.stream().map(PlanStep::sentence).toList();
  }

  /** For the log: "join the group 'pro', set the quota to 10 GB"; "nothing". */
  public String describe() {
    return isEmpty()
        ? "nothing"
        : String.join(", ", steps.stream().map(PlanStep::describe).toList());
  }
}
