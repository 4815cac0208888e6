package io.github.billnextcloud.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.contract.XmlDescription;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every problem has its text in both languages, and no text is without a problem. */
class ErrorTypeTextsTest {

  /** Told by dist/processing/pmnextcloud itself, where there is no Java to tell it. */
  private static final String OF_THE_LAUNCHER = "pmnextcloud_not_installed";

  private static final String KEY = "msg_error_";

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void textsWhenComparedWithProblemsAreTheSame(String language) {
    assertThat(texts(language).keySet()).isEqualTo(expected());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void textsWhenShownTellTheReason(String language) {
    assertThat(texts(language).values())
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text).contains("__reason__"));
  }

  private static Map<String, String> texts(String language) {
    return XmlDescription.messages(XmlDescription.read(), language, "msgerror");
  }

  private static Set<String> expected() {
    return Stream.concat(
            Arrays.stream(ErrorType.values()).map(ErrorType::type), Stream.of(OF_THE_LAUNCHER))
        .map(KEY::concat)
        .collect(Collectors.toSet());
  }
}
