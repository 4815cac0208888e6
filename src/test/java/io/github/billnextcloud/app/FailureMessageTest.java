package io.github.billnextcloud.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.ErrorType;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who has typed a command is told what is true for him. */
class FailureMessageTest {

  private static final String PROMISED = "BILLmanager (tries|goes on|runs|повторит|продолжит|сам)";

  private static String said(ErrorType type, Language language, String... args) {
    CommandFailure failure = new CommandFailure(type, Sentence.verbatim("Why exactly."));
    return new FailureMessage(language).of(failure, Invocation.parse(args));
  }

  @ParameterizedTest
  @EnumSource(ErrorType.class)
  void failureWhenTypedIsTriedAgainByNobody(ErrorType type) {
    for (Language language : Language.values()) {
      assertThat(said(type, language, "open", "--item", "7"))
          .doesNotContain("__")
          .doesNotContainPattern(PROMISED + "|It tries again|автоматически");
    }
  }

  /** Of what passes, every one says what is to be done instead. */
  @ParameterizedTest
  @EnumSource(ErrorType.class)
  void failureWhenItPassesSaysToRunTheCommandAgain(ErrorType type) {
    boolean passes =
        type.actor() == ErrorType.Actor.BILLMANAGER || type.actor() == ErrorType.Actor.TIME;
    if (passes) {
      assertThat(said(type, Language.EN, "open", "--item", "7"))
          .containsIgnoringCase("run the command again")
          .contains("Why exactly.");
      assertThat(said(type, Language.RU, "open", "--item", "7"))
          .containsIgnoringCase("запустите команду снова");
    }
  }

  /** Whoever runs the panel's own operation by hand leaves it to the panel. */
  @ParameterizedTest
  @EnumSource(value = ErrorType.class, names = "CLOUD_UNREACHABLE")
  void failureOfAnOperationIsThePanels(ErrorType type) {
    assertThat(said(type, Language.EN, "open", "--item", "7", "--runningoperation", "9"))
        .containsPattern(PROMISED);
  }
}
