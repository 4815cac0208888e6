package io.github.billnextcloud.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * "Contract §4.14" leads to a section of {@code docs/design/contract.md}, and each section there
 * says where it is known from, how far to trust it, and what happens if it is otherwise.
 */
class ContractCitationsTest {

  private static final Path CONTRACT = Path.of("docs/design/contract.md");

  private static final Pattern HEADING =
      Pattern.compile("(?m)^#{2,3} (\\d+(?:\\.\\d+)?)\\.? .*\\n((?:(?!##).*\\n?)*)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+\\.\\d+) \\|(.*)$");

  /** In comments and pages, and as the survey of a panel names them. */
  private static final Pattern CITATION =
      Pattern.compile("(?:§|Assumption\\(\\s*\")\\s?(\\d+(?:\\.\\d+)*)");

  /** What each section says, by its number. */
  private static Map<String, String> sections() throws IOException {
    String contract = Files.readString(CONTRACT);
    Map<String, String> sections = new TreeMap<>();
    for (Pattern form : List.of(HEADING, ROW)) {
      Matcher section = form.matcher(contract);
      while (section.find()) {
        String before = sections.put(section.group(1), section.group(2));
        assertThat(before).as("two sections §%s", section.group(1)).isNull();
      }
    }
    return sections;
  }

  private static Map<Path, String> textFiles() throws IOException {
    Map<Path, String> texts = new HashMap<>();
    try (Stream<Path> files =
        Stream.of("src", "dist", "etc", "docs", "DESIGN.md", "CONTRIBUTING.md")
            .map(Path::of)
            .flatMap(ContractCitationsTest::below)) {
      for (Path file : files.toList()) {
        if (file.toString().matches(".*\\.(java|md|properties|xml|sh)|[^.]*")) {
          texts.put(file, Files.readString(file));
        }
      }
    }
    return texts;
  }

  private static Stream<Path> below(Path folder) {
    try {
      return Files.walk(folder).filter(Files::isRegularFile);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void sectionsWhenCitedAreThere() throws Exception {
    Map<String, String> sections = sections();
    Map<String, Path> lost = new TreeMap<>();
    textFiles()
        .forEach(
            (file, text) ->
                CITATION
                    .matcher(text)
                    .results()
                    .map(it -> it.group(1))
                    .filter(number -> !sections.containsKey(number))
                    .forEach(number -> lost.put(number, file)));
    assertThat(lost).as("citations of sections that do not exist").isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> sectionWhenItSaysSomethingSaysHowItIsKnown() throws Exception {
    return sections().entrySet().stream()
        .filter(section -> section.getValue().matches("(?s)\\s*[^\\s|].*"))
        .filter(section -> !section.getKey().startsWith("16"))
        .map(
            section ->
                DynamicTest.dynamicTest(
                    "§" + section.getKey(),
                    () ->
                        assertThat(section.getValue())
                            .contains("**Known from**")
                            .containsIgnoringCase("**Trust**")
                            .contains("**If it is otherwise**")));
  }
}
