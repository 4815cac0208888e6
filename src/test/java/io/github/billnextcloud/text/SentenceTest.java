package io.github.billnextcloud.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.cloud.Quota;
import java.util.List;
import java.util.MissingResourceException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceTest {

  @Test
  void sentenceWhenShownSpeaksTheLanguageOfItsReader() {
    Sentence sentence = Sentence.of("cloud.no_group", "pro");
    assertThat(sentence.in(Language.EN)).isEqualTo("The cloud has no group 'pro'");
    assertThat(sentence.in(Language.RU)).isEqualTo("В облаке нет группы «pro»");
    assertThat(sentence).hasToString("The cloud has no group 'pro'");
  }

  @Test
  void sentenceWhenItHoldsOthersSpeaksOneLanguage() {
    Sentence step = Sentence.of("change.quota", Quota.UNLIMITED);
    Sentence sentence =
        Sentence.of("product.left_to_do", List.of(step, Sentence.of("change.enable_user")));
    assertThat(sentence.in(Language.RU))
        .isEqualTo("осталось сделать: установить квоту без ограничения, включить пользователя");
  }

  @Test
  void valueWhenItHasALineEndOrAPlaceStaysAsItWasMeant() {
    Sentence sentence = Sentence.of("change.save", "a\nb", "{0}");
    assertThat(sentence.in(Language.EN)).isEqualTo("save in the service: a b = {0}");
  }

  @Test
  void textWhenItIsNotOursIsTheSameInAllLanguages() {
    assertThat(Sentence.verbatim("Connection refused").in(Language.RU))
        .isEqualTo("Connection refused");
    assertThat(Sentence.verbatim("").isEmpty()).isTrue();
    assertThat(Sentence.joined("a", Sentence.of("quota.unknown")).in(Language.EN))
        .isEqualTo("aunknown");
  }

  @Test
  void keyWhenNobodyHasWrittenItsTextFails() {
    assertThatThrownBy(() -> Sentence.of("cloud.of_nobody").in(Language.EN))
        .isInstanceOf(MissingResourceException.class);
  }

  static Stream<Quota> quotaWhenShownInEnglishIsAsInTheLog() {
    return Stream.concat(
        Stream.of(Quota.UNLIMITED, Quota.UNSET, Quota.UNKNOWN),
        LongStream.of(0, 1, 1500, 10L << 30, 1536L << 20, 3L << 50).mapToObj(Quota::ofBytes));
  }

  @ParameterizedTest
  @MethodSource
  void quotaWhenShownInEnglishIsAsInTheLog(Quota quota) {
    assertThat(quota.in(Language.EN)).isEqualTo(quota.toString());
    assertThat(quota.in(Language.RU)).doesNotContainPattern("[A-Za-z]");
  }
}
