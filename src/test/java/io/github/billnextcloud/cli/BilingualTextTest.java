package io.github.billnextcloud.cli;

import static io.github.billnextcloud.cli.BilingualText.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BilingualTextTest {

  @Test
  void textWhenItHoldsATextSpeaksOneLanguage() {
    BilingualText text = text("waits for: %s", "ждёт: %s", text("Database", "База данных"));
    assertThat(text.in(PanelLanguage.ENGLISH)).isEqualTo("waits for: Database");
    assertThat(text.in(PanelLanguage.RUSSIAN)).isEqualTo("ждёт: База данных");
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
  @CsvSource({
    "ru, '', RUSSIAN",
    "en, ru_RU.UTF-8, ENGLISH",
    ", ru_RU.UTF-8, RUSSIAN",
    ", C, ENGLISH",
    ", '', ENGLISH",
  })
  void languageWhenAskedForGoesBeforeTheLocale(String option, String locale, PanelLanguage wanted) {
    assertThat(PanelLanguage.of(option, locale)).isEqualTo(wanted);
  }

  @Test
  void languageWhenUnknownIsRefused() {
    assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> PanelLanguage.of("xx", ""));
  }
}
