package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.TariffSettings.SuspendStyle;
import io.github.billnextcloud.text.Sentence;
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
public record AccountDrift(Set<DriftKind> kinds, List<Sentence> sentences) {

  /** What may differ. */
  public enum DriftKind {
    /** Enabled, and should not be, or the other way about. */
    STATE,
    QUOTA,
    GROUPS,
    /** E-mail, display name, language. */
    PROFILE,
    /**
     * What the service has on record of it, where customers can rename themselves: no plan has it.
     */
    IDENTITY
  }

  public static final AccountDrift NONE = new AccountDrift(Set.of(), List.of());

  public AccountDrift {
    kinds = Collections.unmodifiableSet(kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds));
    sentences = List.copyOf(sentences);
  }

  /**
   * Only a service that is active or suspended promises something; of one that is being worked on,
   * nobody can tell at this moment.
   */
  public static AccountDrift of(Service service, CloudUser observed) {
    if (service.standing().isActive()) {
      return of(active(service, observed));
    }
    return service.standing().isSuspended() ? of(suspended(service, observed)) : NONE;
  }

  private static Plan active(Service service, CloudUser observed) {
    return Plan.toOpen(Policy.wanted(service, Policy.owner(service)), observed);
  }

  /** The steps of some kinds only, for an active service. */
  static Plan repair(Service service, CloudUser observed, Set<DriftKind> chosen) {
    return new Plan(
        active(service, observed).steps().stream()
            .filter(step -> chosen.contains(kind(step)))
            .toList());
  }

  private static Plan suspended(Service service, CloudUser observed) {
    TariffSettings terms = TariffSettings.of(service);
    if (service.standing().abused() || terms.suspendStyle() == SuspendStyle.DISABLE) {
      return Plan.toDisable(PreSuspensionState.ofAddOns(terms, observed), observed);
    }
    boolean pinned = terms.suspendStyle() == SuspendStyle.READ_ONLY;
    return PreSuspensionState.of(terms, () -> terms.groups(service), observed)
        .map(suspension -> Plan.toSuspend(suspension, pinned, observed))
        .orElseGet(() -> Plan.toDisable(observed));
  }

  private static AccountDrift of(Plan plan) {
    Set<DriftKind> kinds = EnumSet.noneOf(DriftKind.class);
    plan.steps().forEach(step -> kinds.add(kind(step)));
    return new AccountDrift(kinds, plan.sentences());
  }

  private static DriftKind kind(PlanStep step) {
    return switch (step.kind()) {
      case QUOTA -> DriftKind.QUOTA;
      case JOIN_GROUP, LEAVE_GROUP -> DriftKind.GROUPS;
      case EMAIL, DISPLAY_NAME, LANGUAGE -> DriftKind.PROFILE;
      case ENABLE, DISABLE, DELETE, DELETE_SOFTLY -> DriftKind.STATE;
    };
  }

  public boolean isNone() {
    return sentences.isEmpty();
  }
}
