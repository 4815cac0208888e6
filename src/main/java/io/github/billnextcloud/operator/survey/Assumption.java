package io.github.billnextcloud.operator.survey;

import io.github.billnextcloud.billmanager.PanelSurvey;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Something that this program takes for granted of a panel (contract §16).
 *
 * @param sentence in English: it goes to those who write the program
 * @param look what is not as assumed, in masked words; empty when all is; null when it is not known
 */
record Assumption(String section, String sentence, Callable<String> look) {

  /** What came of it. */
  enum Verdict {
    HOLDS,
    DOES_NOT_HOLD,
    NOT_KNOWN
  }

  /** With the reason, where there is one. */
  record Outcome(Assumption assumption, Verdict verdict, String why) {

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

  Outcome outcome() {
    try {
      String why = look.call();
      if (why == null) {
        return new Outcome(this, Verdict.NOT_KNOWN, "");
      }
      return new Outcome(this, why.isEmpty() ? Verdict.HOLDS : Verdict.DOES_NOT_HOLD, why);
    } catch (Exception failure) {
      return new Outcome(this, Verdict.NOT_KNOWN, PanelSurvey.reason(failure));
    }
  }
}
