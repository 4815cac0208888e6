package io.github.billnextcloud.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.contract.XmlDescription;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import io.github.billnextcloud.text.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every problem has its text in both languages, and no text is without a problem. */
class ErrorTypeTextsTest {

  /** Told by dist/processing/pmnextcloud itself, where there is no Java to tell it. */
  private static final String OF_THE_LAUNCHER = "pmnextcloud_not_installed";

  private static final String KEY = "msg_error_";

  private static final String OF_CUSTOMERS = KEY + "pmnextcloud_customer_";

  /** What only staff can do, read or has a name for. */
  private static final Pattern STAFFS =
      Pattern.compile(
          "pmnextcloud|doctor|explain|mgrctl|billmanager|var/|\\.log|__|param|setting|username"
              + "|tariff|operation|module|administrator|database|журнал|настрой|параметр|тариф"
              + "|операци|обработчик|модул|администратор|панел",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void textsWhenComparedWithProblemsAreTheSame(String language) {
    assertThat(texts(language).keySet()).isEqualTo(expected());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void textsWhenShownTellTheReason(String language) {
    Map<String, String> texts = texts(language);
    texts.keySet().removeIf(key -> key.startsWith(OF_CUSTOMERS));
    assertThat(texts.values())
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text).contains("__reason__"));
  }

  /** Whatever fails while a customer waits; in panel and answer it is the same sentence. */
  @ParameterizedTest
  @EnumSource(ErrorType.class)
  void errorsWhenToldToCustomersNameNothingOfStaff(ErrorType type) {
    CommandFailure told =
        new CommandFailure(type, Sentence.verbatim("mgrctl: var/pmnextcloud.log")).forCustomer();
    assertThat(told.problem().actor()).isEqualTo(ErrorType.Actor.CUSTOMER);
    for (Language language : Language.values()) {
      String code = language.code();
      assertThat(told.sentence(language)).doesNotContainPattern(STAFFS);
      assertThat(texts(code).get(KEY + told.id())).isEqualTo(told.sentence(language));
      assertThat(told.document("check_param", language).toString())
          .doesNotContain("mgrctl", "pmnextcloud.log");
    }
  }

  /** What customers read in the params of their services. */
  @Test
  void sentencesInCustomersParamsNameNothingOfStaff() {
    for (Language language : Language.values()) {
      Messages product = Messages.of("product", language);
      for (String key : List.of("product.letter_sent", "product.letter_not_sent")) {
        assertThat(product.get(key)).as(key).doesNotContainPattern(STAFFS);
      }
      Messages quota = Messages.of("quota", language);
      quota.keys().forEach(key -> assertThat(quota.get(key)).as(key).doesNotContainPattern(STAFFS));
    }
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
