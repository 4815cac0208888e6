package io.github.billnextcloud.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the handbook takes from the program is as the program has it. {@code -Dhandbook.write=true}
 * writes what was taken anew.
 */
class HandbookTest {

  private static final boolean WRITE = Boolean.getBoolean("handbook.write");

  @ParameterizedTest
  @EnumSource(Language.class)
  void errorsWhenListedAreThoseThatThePanelShows(Language language) throws IOException {
    String file = language == Language.RU ? "errors.ru.md" : "errors.md";
    check(Path.of("docs/reference", file), new ErrorsReference(language).page());
  }

  private static void check(Path file, String wanted) throws IOException {
    if (WRITE) {
      Files.writeString(file, wanted);
    }
    assertThat(file).content().isEqualTo(wanted);
  }
}
