package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.Terms.SuspendStyle;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * In what an account is not as its service promises: what {@code sync_item} would repair (contract
 * §8.3). Pure.
 *
 * @param kinds what differs
 * @param sentences what would have to be done, step by step
 */
public record Difference(Set<Kind> kinds, List<String> sentences) {

  /** What may differ. */
  public enum Kind {
    /** Enabled, and should not be, or the other way about. */
    STATE,
    QUOTA,
    GROUPS,
    /** E-mail, display name, language. */
    PROFILE
  }

  public static final Difference NONE = new Difference(Set.of(), List.of());

  public Difference {
    kinds = Collections.unmodifiableSet(kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds));
    sentences = List.copyOf(sentences);
  }

  /**
   * Only a service that is active or suspended promises something; of one that is being worked on,
   * nobody can tell at this moment.
   */
  public static Difference of(Service service, CloudUser observed) {
    if (service.standing().isActive()) {
      return of(active(service, observed));
    }
    return service.standing().isSuspended() ? of(suspended(service, observed)) : NONE;
  }

  private static Plan active(Service service, CloudUser observed) {
    return Plan.toOpen(Policy.wanted(service, Policy.owner(service)), observed);
  }

  /** The steps of some kinds only, for an active service. */
  static Plan repair(Service service, CloudUser observed, Set<Kind> chosen) {
    return new Plan(
        active(service, observed).steps().stream()
            .filter(step -> chosen.contains(kind(step)))
            .toList());
  }

  private static Plan suspended(Service service, CloudUser observed) {
    if (service.standing().abused()) {
      return Plan.toDisable(observed);
    }
    Terms terms = new Terms(service.tariff());
    boolean pinned = terms.suspendStyle() == SuspendStyle.READ_ONLY;
    return Suspension.of(terms, observed)
        .map(suspension -> Plan.toSuspend(suspension, pinned, observed))
        .orElseGet(() -> Plan.toDisable(observed));
  }

  private static Difference of(Plan plan) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    plan.steps().forEach(step -> kinds.add(kind(step)));
    return new Difference(kinds, plan.steps().stream().map(Step::describe).toList());
  }

  private static Kind kind(Step step) {
    if (step instanceof Step.SetQuota) {
      return Kind.QUOTA;
    }
    if (step instanceof Step.JoinGroup || step instanceof Step.LeaveGroup) {
      return Kind.GROUPS;
    }
    return step instanceof Step.Courtesy ? Kind.PROFILE : Kind.STATE;
  }

  public boolean isNone() {
    return sentences.isEmpty();
  }
}
