package io.github.billnextcloud.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an operator looks at is in the handbook as the program shows it today. {@code
 * -Dhandbook.write=true} writes the texts and the pages' fingerprints anew; the pictures of these
 * pages are taken anew by {@code docs/pictures/take.sh}.
 */
class ProviderViewsTest {

  private static final Path PICTURES = Path.of("docs/pictures");
  private static final Path HANDBOOK = Path.of("docs/handbook");
  private static final boolean WRITE = Boolean.getBoolean("handbook.write");
  private static final int LEAST_BYTES = 5_000;

  @TempDir private static Path folder;
  private static ExampleProvider provider;

  @BeforeAll
  static void start() throws Exception {
    provider = new ExampleProvider(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    provider.close();
  }

  @Test
  void pagesWhenPicturedAreThoseOfToday() throws Exception {
    Map<String, String> pages = provider.pages();
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    StringBuilder prints = new StringBuilder();
    pages.forEach(
        (name, page) -> {
          byte[] print = digest.digest(page.getBytes(StandardCharsets.UTF_8));
          prints.append(name).append(' ').append(HexFormat.of().formatHex(print)).append('\n');
        });
    check(PICTURES.resolve("pages.txt"), prints.toString());
    for (String name : pages.keySet()) {
      assertThat(Files.size(PICTURES.resolve(name + ".png"))).isGreaterThan(LEAST_BYTES);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "capacity.md, capacity --lang en",
    "capacity.ru.md, capacity --lang ru",
    "operations.md, show --item 2 --lang en",
    "operations.ru.md, show --item 2 --lang ru",
    "metrics.md, metrics",
    "metrics.ru.md, metrics"
  })
  void textsWhenShownAreThoseOfToday(String chapter, String line) throws Exception {
    String said = provider.said(line.split(" "));
    if (line.equals("metrics")) {
      said =
          said.lines()
              .filter(it -> !it.startsWith("# ") && !it.contains("_bucket{"))
              .collect(Collectors.joining("\n", "", "\n"));
    }
    Path file = HANDBOOK.resolve(chapter);
    String page = Files.readString(file);
    String begin = "<!-- from the program: pmnextcloud " + line + " -->\n";
    String end = "<!-- until here -->\n";
    assertThat(page).contains(begin).contains(end);
    int from = page.indexOf(begin) + begin.length();
    String block = "```\n" + said + "```\n";
    check(file, page.substring(0, from) + block + page.substring(page.indexOf(end, from)));
  }

  private static void check(Path file, String wanted) throws IOException {
    if (WRITE) {
      Files.writeString(file, wanted);
    }
    assertThat(file).content().isEqualTo(wanted);
  }
}
