package io.github.billnextcloud.cli;

import static io.github.billnextcloud.cli.BilingualText.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.billnextcloud.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BilingualTextTest {

  @Test
  void textWhenItHoldsATextSpeaksOneLanguage() {
    BilingualText text = text("waits for: %s", "ждёт: %s", text("Database", "База данных"));
    assertThat(text.in(Language.EN)).isEqualTo("waits for: Database");
    assertThat(text.in(Language.RU)).isEqualTo("ждёт: База данных");
  }

  @Test
  void textWhenAValueHasALineEndOrAPlaceStaysAsItWasMeant() {
    assertThat(text("%s and %s", "%s и %s", "a\nb", "%s").english()).isEqualTo("a b and %s");
  }

  @Test
  void textWhenPlacesAndValuesDifferIsRefusedAtOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> text("%s", "без места", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> text("without", "%s", 1));
  }

  @Test
  void listWhenThereAreSeveralHasCommas() {
    assertThat(BilingualText.list(List.of("a", "b"))).isEqualTo("a, b");
  }

  @ParameterizedTest
  @CsvSource({"ru, RU", "ru_RU.UTF-8, RU", "en, EN", "C, EN"})
  void languageWhenAskedForIsThat(String asked, Language wanted) {
    assertThat(Invocation.parse("doctor", "--lang", asked).language()).isEqualTo(wanted);
  }
}
