package io.github.billnextcloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.text.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told before any command runs. */
class OperatorCommandParserTest {

  private static Optional<TextResult> reply(String... typed) {
    Invocation asked = Invocation.of(typed);
    return new OperatorCommandParser(asked.language()).read("1.2.3\n", asked).reply();
  }

  private static String text(String typed) {
    return reply(typed.split(" ")).orElseThrow().text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help", "help --lang en", "--lang=en --help"})
  void helpWhenAskedInAnyWayIsTheSame(String typed) {
    assertThat(reply(typed.split(" "))).isEqualTo(reply()).isPresent();
  }

  @Test
  void helpWhenAskedTellsWhoCallsWhat() {
    assertThat(reply().orElseThrow())
        .returns(0, TextResult::exitCode)
        .extracting(TextResult::text)
        .asString()
        .containsSubsequence(
            "Usage: pmnextcloud [COMMAND] [OPTIONS]",
            "What BILLmanager calls:",
            "  open  ",
            "What a person types:",
            "  doctor  ",
            "pmnextcloud help COMMAND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"help audit", "audit --help", "audit -h", "--help audit", "audit --module 3 -h"})
  void helpWhenAskedOfACommandTellsOfIt(String typed) {
    assertThat(text(typed))
        .startsWith("audit – compares ")
        .contains("Usage: pmnextcloud audit --module N [--json]")
        .contains("  2    there are differences")
        .endsWith("Example:\n  pmnextcloud audit --module 3 --html audit.html\n");
  }

  @Test
  void helpWhenAskedInRussianIsRussian() {
    assertThat(text("help suspend --lang ru"))
        .contains("Использование: pmnextcloud suspend [--item N]", "Коды завершения:", "Пример:");
  }

  @Test
  void helpWhenShownFitsTheTerminal() {
    for (Language language : Language.values()) {
      for (CommandHelp page : CommandHelpCatalogue.ALL) {
        String help = text("help " + page.name() + " --lang " + language.code());
        assertThat(help.lines()).as(page.name()).allMatch(line -> line.length() <= 100);
        assertThat(help.lines().filter(line -> !line.contains("pmnextcloud")))
            .as(page.name())
            .allMatch(line -> line.length() <= 80);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "opne, There is no command 'opne'. Did you mean open?",
    "com, There is no command 'com'. Did you mean completion?",
    "--version=x opne, --version takes no value.",
    "connect --module 3 --browser=no --lang ru, У --browser не бывает значения.",
    "help opne, There is no command 'opne'. Did you mean open?",
    "xyzzy, There is no command 'xyzzy'.",
    "opne --lang ru, 'Нет такой команды: «opne». Может быть, open?'",
    "open --itm 5, The command 'open' takes no '--itm'. Did you mean --item?",
    "open --apply, The command 'open' takes no '--apply'.",
    "open 4711, The command 'open' takes no '4711'.",
    "open --item, --item needs a value.",
    "stat, The command 'stat' needs --module N.",
    "stat --lang=ru, Команде «stat» нужен параметр --module N.",
  })
  void mistakeWhenTypedIsNamed(String typed, String sentence) {
    assertThat(reply(typed.split(" ")).orElseThrow())
        .returns(OperatorCommandParser.USAGE_ERROR, TextResult::exitCode)
        .extracting(TextResult::text)
        .asString()
        .startsWith("pmnextcloud: " + sentence + "\n")
        .contains("pmnextcloud help");
  }

  @Test
  void mistakeWhenAnOptionComesTooEarlySaysSo() {
    assertThat(text("--module 3 stat")).contains("a command's options come after its name");
  }

  @Test
  void mistakeWhenItHoldsControlCharactersIsOneLine() {
    assertThat(reply("op\u001b[2Jen\nx").orElseThrow().text().lines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"open --item 5", "--lang ru open", "setup --name help", "logs --item=5 --lines 3"})
  void commandWhenUnderstoodIsLeftToRun(String typed) {
    assertThat(reply(typed.split(" "))).isEmpty();
  }

  @Test
  void versionWhenAskedIsShown() {
    assertThat(reply("--version")).contains(new TextResult("1.2.3\n", 0));
  }

  @ParameterizedTest
  @CsvSource({"ru_RU.UTF-8, RU", "ru, RU", "RU, RU", "en_GB, EN", "C, EN", "'', EN", "uk_UA, EN"})
  void languageWhenOfALocaleIsOneOfOurs(String locale, Language language) {
    assertThat(Language.of(locale)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({"open opne, 1", "open reopen, 2", "ab ba, 1", "abc abc, 0", "--itm --item, 1"})
  void distanceWhenMeasuredCountsSlips(String words, int slips) {
    String[] both = words.split(" ");
    assertThat(SpellingSuggestion.distance(both[0], both[1])).isEqualTo(slips);
  }
}
