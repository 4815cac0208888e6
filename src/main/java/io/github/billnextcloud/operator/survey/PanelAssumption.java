package io.github.billnextcloud.operator.survey;

import io.github.billnextcloud.billmanager.checkup.PanelSurveyQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Something that this program takes for granted of a panel (contract §16).
 *
 * @param sentence in English: it goes to those who write the program
 * @param look what is not as assumed, in masked words, {@code ""} when all is; empty when it is not
 *     known
 */
record PanelAssumption(String section, String sentence, Callable<Optional<String>> look) {

  /**
   * @param look always tells; what is not as assumed, or {@code ""}
   */
  static PanelAssumption of(String section, String sentence, Callable<String> look) {
    return new PanelAssumption(section, sentence, () -> Optional.of(look.call()));
  }

  /** What came of it. */
  enum AssumptionVerdict {
    HOLDS,
    DOES_NOT_HOLD,
    NOT_KNOWN
  }

  /** With the reason, where there is one. */
  record AssumptionResult(PanelAssumption assumption, AssumptionVerdict verdict, String why) {

    String line() {
      String word = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return String.format(
          Locale.ROOT,
          "%-13s §%s %s%s",
          word,
          assumption.section,
          assumption.sentence,
          why.isEmpty() ? "" : ": " + why);
    }
  }

  AssumptionResult outcome() {
    try {
      return look.call()
          .map(this::known)
          .orElseGet(() -> new AssumptionResult(this, AssumptionVerdict.NOT_KNOWN, ""));
    } catch (Exception failure) {
      return new AssumptionResult(
          this, AssumptionVerdict.NOT_KNOWN, PanelSurveyQueries.reason(failure));
    }
  }

  private AssumptionResult known(String why) {
    return new AssumptionResult(
        this, why.isEmpty() ? AssumptionVerdict.HOLDS : AssumptionVerdict.DOES_NOT_HOLD, why);
  }
}
