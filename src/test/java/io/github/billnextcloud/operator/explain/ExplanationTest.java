package io.github.billnextcloud.operator.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.command.Problem;
import io.github.billnextcloud.manual.ErrorTexts;
import io.github.billnextcloud.manual.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every error is explained in both languages, in whole sentences that name what there is. */
class ExplanationTest {

  private static final Pattern COMMAND = Pattern.compile("pmnextcloud ([a-z_]+)");

  @Test
  void errorsWhenExplainedAreAllThatThereAre() {
    Set<String> there =
        Stream.concat(
                Arrays.stream(Problem.values())
                    .map(problem -> problem.name().toLowerCase(Locale.ROOT)),
                Stream.of("not_installed"))
            .collect(Collectors.toSet());
    assertThat(ErrorTexts.ids()).isEqualTo(there);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void explanationsWhenReadAreSentences(Language language) {
    assertThat(Explanation.all(language)).allSatisfy(ExplanationTest::isWhole);
  }

  private static void isWhole(Explanation error) {
    assertThat(List.of(error.shown(), error.cause(), error.remedy(), error.actor()))
        .as(error.id())
        .allSatisfy(
            text ->
                assertThat(text)
                    .matches("(?s)\\p{Lu}.*[.]")
                    .doesNotContain("  ", "__", "{", "\n")
                    .hasSizeBetween(20, 600));
    assertThat(error.remedy()).isNotEqualTo(error.cause());
  }

  @Test
  void explanationsWhenRussianAreRussian() {
    List<Explanation> english = Explanation.all(Language.EN);
    List<Explanation> russian = Explanation.all(Language.RU);
    for (int at = 0; at < english.size(); at++) {
      assertThat(russian.get(at).id()).isEqualTo(english.get(at).id());
      assertThat(russian.get(at).cause()).containsPattern("[а-я]{3}");
      assertThat(russian.get(at).remedy()).containsPattern("[а-я]{3}");
      assertThat(commands(russian.get(at))).isEqualTo(commands(english.get(at)));
    }
  }

  /** A remedy that sends people to a command that nobody has is none. */
  @Test
  void remediesWhenTheyNameCommandsNameOnesThatAreThere() throws Exception {
    String reference = Files.readString(Path.of("docs/reference/commands.md"));
    assertThat(Explanation.all(Language.EN))
        .flatMap(ExplanationTest::commands)
        .isNotEmpty()
        .allMatch(command -> reference.contains("\n### " + command + "\n"));
  }

  private static List<String> commands(Explanation error) {
    Matcher named = COMMAND.matcher(error.cause() + " " + error.remedy());
    return named.results().map(it -> it.group(1)).toList();
  }
}
