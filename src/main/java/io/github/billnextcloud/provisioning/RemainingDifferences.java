package io.github.billnextcloud.provisioning;

import java.util.Optional;

/**
 * In what the cloud still differs after an operation that came true in all that is essential.
 *
 * @param profile true when something of the profile was not taken at this moment, and may be later
 * @param quota true when there is nothing yet that could be limited
 * @param toldLanguage the language that the cloud has taken, though it shows another: it forces its
 *     own; empty when there is none
 */
public record RemainingDifferences(boolean profile, boolean quota, Optional<String> toldLanguage) {

  static RemainingDifferences of(Plan left, PlanExecutor changes) {
    boolean profile = false;
    boolean quota = false;
    Optional<String> toldLanguage = Optional.empty();
    for (PlanStep step : left.steps()) {
      quota |= changes.isWaiting(step);
      if (step.kind() == PlanStep.ChangeKind.LANGUAGE && changes.hasTaken(step)) {
        toldLanguage = Optional.of(step.text());
      } else if (step.isCourtesy()) {
        profile |= !changes.hasTaken(step) && !changes.hasRefused(step);
      }
    }
    return new RemainingDifferences(profile, quota, toldLanguage);
  }
}
