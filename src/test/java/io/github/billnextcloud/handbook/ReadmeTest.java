package io.github.billnextcloud.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newcomer reads first is short, and no page says what was true once. */
class ReadmeTest {

  private static final int MOST_LINES = 140;

  /** Each was written before something came that made it untrue: the worker, migrate, dry runs. */
  private static final Pattern OUTDATED =
      Pattern.compile(
          "(?i)\\bno daemon\\b|listens to nobody|writes one table|\\btwo shapes\\b|ни службы");

  static List<Path> pages() throws Exception {
    return LinksTest.pages();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ru.md"})
  void readmeWhenReadIsShort(Path readme) throws Exception {
    assertThat(Files.readAllLines(readme)).hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pagesWhenReadSayNothingThatWasTrueOnce(Path page) throws Exception {
    assertThat(OUTDATED.matcher(Files.readString(page).replaceAll("\\s+", " ")).results())
        .extracting(it -> it.group())
        .isEmpty();
  }
}
