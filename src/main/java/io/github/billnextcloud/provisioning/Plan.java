package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The steps from what is to what should be, in order; none when they agree. Pure.
 *
 * <p>Groups are joined first: that is where a tariff's mistake shows, and then nothing has changed
 * yet.
 *
 * @param steps to be applied one after the other
 */
public record Plan(List<Step> steps) {

  public Plan {
    steps = List.copyOf(steps);
  }

  /** {@code open}: everything that the service promises. */
  static Plan toOpen(Wanted wanted, CloudUser observed) {
    List<Step> steps = new ArrayList<>(toChange(wanted, observed).steps);
    addProfile(steps, wanted.profile(), observed.profile());
    if (!observed.enabled()) {
      steps.add(new Step.Enable());
    }
    return new Plan(steps);
  }

  /** {@code setparam}: what a tariff and its add-ons decide, and nothing else. */
  static Plan toChange(Wanted wanted, CloudUser observed) {
    List<Step> steps = new ArrayList<>();
    for (String group : new TreeSet<>(wanted.groups())) {
      if (!observed.groups().contains(group)) {
        steps.add(new Step.JoinGroup(group));
      }
    }
    for (String group : new TreeSet<>(wanted.formerGroups())) {
      if (observed.groups().contains(group)) {
        steps.add(new Step.LeaveGroup(group));
      }
    }
    if (!wanted.quota().isKeptAs(observed.quota())) {
      steps.add(new Step.SetQuota(wanted.quota()));
    }
    return new Plan(steps);
  }

  private static void addProfile(List<Step> steps, Profile wanted, Profile observed) {
    if (differs(wanted.email(), observed.email())) {
      steps.add(new Step.SetEmail(wanted.email()));
    }
    if (differs(wanted.displayName(), observed.displayName())) {
      steps.add(new Step.SetDisplayName(wanted.displayName()));
    }
    if (observed.languageIsSettable() && differs(wanted.language(), observed.language())) {
      steps.add(new Step.SetLanguage(wanted.language()));
    }
  }

  private static boolean differs(String wanted, String observed) {
    return !wanted.isEmpty() && !wanted.equalsIgnoreCase(observed);
  }

  /** {@code suspend}: this and nothing else. */
  static Plan toSuspend(CloudUser observed) {
    return observed.enabled() ? new Plan(List.of(new Step.Disable())) : new Plan(List.of());
  }

  /** {@code resume}: this and nothing else. */
  static Plan toResume(CloudUser observed) {
    return observed.enabled() ? new Plan(List.of()) : new Plan(List.of(new Step.Enable()));
  }

  /** {@code close}, by the one policy that there is: deletion. */
  static Plan toClose() {
    return new Plan(List.of(new Step.DeleteUser()));
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** What an operation cannot do without. */
  Plan essential() {
    return new Plan(steps.stream().filter(step -> !(step instanceof Step.Courtesy)).toList());
  }

  /** For the log: "join the group 'pro', set the quota to 10 GB"; "nothing". */
  public String describe() {
    return isEmpty()
        ? "nothing"
        : steps.stream().map(Step::describe).collect(Collectors.joining(", "));
  }
}
