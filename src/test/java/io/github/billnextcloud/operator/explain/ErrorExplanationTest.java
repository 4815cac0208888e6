package io.github.billnextcloud.operator.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.command.ErrorType;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
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
class ErrorExplanationTest {

  private static final Pattern COMMAND = Pattern.compile("pmnextcloud ([a-z_]+)");

  @Test
  void errorsWhenExplainedAreAllThatThereAre() {
    Set<String> there =
        Stream.concat(
                Arrays.stream(ErrorType.values())
                    .map(problem -> problem.name().toLowerCase(Locale.ROOT)),
                Stream.of("not_installed"))
            .collect(Collectors.toSet());
    assertThat(Messages.of("errors", Language.EN).firstWords()).isEqualTo(there);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void explanationsWhenReadAreSentences(Language language) {
    assertThat(ErrorExplanation.all(language)).allSatisfy(ErrorExplanationTest::isWhole);
  }

  private static void isWhole(ErrorExplanation error) {
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
    List<ErrorExplanation> english = ErrorExplanation.all(Language.EN);
    List<ErrorExplanation> russian = ErrorExplanation.all(Language.RU);
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
    assertThat(ErrorExplanation.all(Language.EN))
        .flatMap(ErrorExplanationTest::commands)
        .isNotEmpty()
        .allMatch(command -> reference.contains("\n### " + command + "\n"));
  }

  private static List<String> commands(ErrorExplanation error) {
    Matcher named = COMMAND.matcher(error.cause() + " " + error.remedy());
    return named.results().map(it -> it.group(1)).toList();
  }
}
