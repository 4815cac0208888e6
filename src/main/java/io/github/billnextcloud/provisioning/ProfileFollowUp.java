package io.github.billnextcloud.provisioning;

/**
 * In what the cloud still differs after an operation that came true in all that is essential.
 *
 * @param profile true when something of the profile was not taken at this moment, and may be later
 * @param toldLanguage the language that the cloud has taken, though it shows another: it forces its
 *     own; empty when there is none
 */
public record ProfileFollowUp(boolean profile, String toldLanguage) {

  static ProfileFollowUp of(Plan left, PlanExecutor changes) {
    boolean profile = false;
    String toldLanguage = "";
    for (PlanStep step : left.steps()) {
      if (step.kind() == PlanStep.ChangeKind.LANGUAGE && changes.hasTaken(step)) {
        toldLanguage = step.text();
      } else if (step.isCourtesy()) {
        profile |= !changes.hasTaken(step) && !changes.hasRefused(step);
      }
    }
    return new ProfileFollowUp(profile, toldLanguage);
  }
}
