package io.github.billnextcloud.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.regex.Pattern;

/** What every line owes its reader, whichever check it comes from. */
final class Spoken {

  private static final Pattern CYRILLIC =
      Pattern.compile("[а-яё]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Spoken() {}

  static List<CheckResult> complete(List<CheckResult> results) {
    assertThat(results).isNotEmpty().allSatisfy(Spoken::isComplete);
    return results;
  }

  private static void isComplete(CheckResult result) {
    CheckFinding finding = result.finding();
    boolean actsNeeded =
        finding.state() == CheckStatus.FAILED || finding.state() == CheckStatus.WARNING;
    assertThat(finding.remedy().isEmpty()).as("remedy of %s", result).isEqualTo(!actsNeeded);
    isInBoth(result.check().name());
    isInBoth(finding.found());
    assertThat(finding.found().in(Language.EN)).isNotBlank();
    if (actsNeeded) {
      isInBoth(finding.remedy());
      assertThat(finding.remedy().in(Language.RU)).matches(CYRILLIC.asPredicate());
    }
  }

  /** What is all figures and names is the same in both. */
  private static void isInBoth(Sentence text) {
    assertThat(text.in(Language.EN)).doesNotContain("{0}");
    if (!text.in(Language.EN).equals(text.in(Language.RU))) {
      assertThat(text.in(Language.RU)).as(text.in(Language.EN)).matches(CYRILLIC.asPredicate());
    }
  }
}
