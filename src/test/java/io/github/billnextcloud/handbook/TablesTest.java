package io.github.billnextcloud.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table is whole: what follows a blank line is no table without a head of its own. */
class TablesTest {

  static List<Path> pages() throws IOException {
    return LinksTest.pages();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void tablesWhenTheyBeginHaveAHead(Path page) throws IOException {
    List<String> lines = Files.readAllLines(page);
    List<String> headless = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      boolean begins = line == 0 || !lines.get(line - 1).startsWith("|");
      boolean hasHead = line + 1 < lines.size() && lines.get(line + 1).matches("\\|[-:| ]+\\|");
      if (lines.get(line).startsWith("|") && begins && !hasHead) {
        headless.add(lines.get(line));
      }
    }
    assertThat(headless).as("rows without a head in %s", page).isEmpty();
  }
}
