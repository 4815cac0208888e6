package io.github.billnextcloud.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.OperatorCommandParser;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.contract.XmlDescription;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handbook and README name what there is, and say the same in both languages. */
class ChaptersTest {

  private static final Path CHAPTERS = Path.of("docs/handbook");

  private static final Pattern COMMAND =
      Pattern.compile("(?:`|^ *)pmnextcloud ([^`|#…\\n]+)", Pattern.MULTILINE);

  /** The figures' own names are held by {@code MetricsTest}. */
  private static final Pattern NAME = Pattern.compile("`((?!pmnextcloud_)[a-z]+(?:_[a-z]+)+)`");

  private static final Pattern WORD =
      Pattern.compile(
          "((?<=\"|\"form\\.[a-z_]{1,20}\\.)[a-z]+(?:_[a-z]+)+(?=\")|\\b[A-Z]+(?:_[A-Z]+)+(?=[(,;]))");

  /**
   * Names in the clouds' own configuration, of the shell's environment, and in the panel's calls.
   */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "prevent_group_restriction",
          "soft_auto_provision",
          "trusted_proxies",
          "trashbin_retention_obligation",
          "versions_retention_obligation",
          "allowed_admin_ranges",
          "cloud_disk",
          "https_proxy",
          "http_proxy",
          "all_proxy",
          "no_proxy",
          "create_addon");

  /** Params, commands, kinds of findings: what is spelt as a text or as a constant. */
  private static final Set<String> WORDS_OF_THE_PROGRAM = new HashSet<>();

  static List<Path> chapters() throws Exception {
    try (Stream<Path> files = Files.list(CHAPTERS)) {
      return Stream.concat(files, Stream.of(Path.of("README.md"), Path.of("README.ru.md")))
          .sorted()
          .toList();
    }
  }

  static Stream<Path> englishChapters() throws Exception {
    return chapters().stream().filter(file -> !file.toString().endsWith(".ru.md"));
  }

  @ParameterizedTest
  @MethodSource("chapters")
  void commandsWhenNamedAreUnderstood(Path chapter) throws Exception {
    assertThat(found(COMMAND, Files.readString(chapter)))
        .filteredOn(line -> line.matches("[a-z].*"))
        .allSatisfy(
            line ->
                assertThat(reply(line.strip().split(" +")))
                    .as("%s: pmnextcloud %s", chapter, line)
                    .isEmpty());
  }

  @ParameterizedTest
  @MethodSource("chapters")
  void namesWhenTheyLookLikeOursAreOurs(Path chapter) throws Exception {
    Set<String> known = new HashSet<>(OF_OTHERS);
    known.addAll(Messages.of("errors", Language.EN).firstWords());
    known.addAll(WORDS_OF_THE_PROGRAM);
    known.addAll(fields("processing.edit.pmnextcloud"));
    known.addAll(fields("pricelist.pmnextcloud"));
    assertThat(found(NAME, Files.readString(chapter))).as(chapter.toString()).isSubsetOf(known);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult it) -> it.group(1)).toList();
  }

  @BeforeAll
  static void readTheProgram() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (String word : found(WORD, Files.readString(file))) {
          WORDS_OF_THE_PROGRAM.add(word.toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  private static List<String> fields(String form) {
    return XmlDescription.fields(XmlDescription.read(), form).stream()
        .map((XmlElement field) -> field.text("name"))
        .toList();
  }

  /** What is in one language only is what nobody has translated yet. */
  @ParameterizedTest
  @MethodSource("englishChapters")
  void chapterWhenInTwoLanguagesHasTheSameParts(Path english) throws Exception {
    Path russian = Path.of(english.toString().replaceFirst("md$", "ru.md"));
    assertThat(parts(Files.readString(russian))).isEqualTo(parts(Files.readString(english)));
  }

  /** Levels of headings, rows of tables, items of lists, bold beginnings, lines of code. */
  private static List<String> parts(String page) {
    return page.lines()
        .map(line -> line.replaceFirst("^ *(#+ |\\| |\\* \\*\\*|\\* |\\*\\*|php |pmn|```).*", "$1"))
        .filter(line -> line.matches("#+ |\\| |\\* \\*\\*|\\* |\\*\\*|php |pmn|```"))
        .toList();
  }

  private static Optional<TextResult> reply(String... typed) {
    return new OperatorCommandParser(Language.EN).read("", Invocation.of(typed)).reply();
  }
}
