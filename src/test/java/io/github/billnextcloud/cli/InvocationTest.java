package io.github.billnextcloud.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.billnextcloud.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What BILLmanager's arguments say, and those that say nothing. */
class InvocationTest {

  @Test
  void parseWhenValuesAreArgumentsOfTheirOwnReadsThem() {
    Invocation asked =
        Invocation.parse("--command", "open", "--item", "4711", "--runningoperation", "99");
    assertThat(asked.command()).hasValue("open");
    assertThat(asked.item()).contains(4711L);
    assertThat(asked.runningOperation()).contains(99L);
  }

  @Test
  void parseWhenValuesFollowEqualsSignsReadsThem() {
    Invocation asked = Invocation.parse("--command=setparam", "--item=7", "--userid=15");
    assertThat(asked)
        .returns(Optional.of("setparam"), Invocation::command)
        .returns(7L, invocation -> invocation.item().orElseThrow())
        .returns("15", invocation -> invocation.userId().orElseThrow());
  }

  @Test
  void parseWhenNothingIsAskedIsEmpty() {
    assertThat(Invocation.parse())
        .returns(Optional.empty(), Invocation::command)
        .matches(asked -> asked.item().isEmpty())
        .matches(asked -> asked.runningOperation().isEmpty())
        .matches(asked -> asked.userId().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--new",
        "--new value",
        "--new=value",
        "-x",
        "-x value",
        "word",
        "--level 1 --lang ru",
        "--items 5",
        "--com x",
        "--NEW -5"
      })
  void parseWhenOptionIsUnknownPassesOver(String unknown) {
    String[] args = ("--command open " + unknown + " --item 7").split(" ");
    assertThat(Invocation.parse(args))
        .returns(Optional.of("open"), Invocation::command)
        .returns(7L, asked -> asked.item().orElseThrow());
  }

  /** Newer panels add options to each call: reading them as people's would take longer (§2.1). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--command open --item 7 --runningoperation 9 --level 30 --lang ru",
        "--level 16 --command open --item 7",
        "--command transition_controlpanel --panelkey x --item 7"
      })
  void isAskedByPanelWhenOptionsAreNewIsTrue(String args) {
    assertThat(Invocation.isAskedByPanel(args.split(" "))).isTrue();
    assertThat(Invocation.parse(args.split(" ")).item()).contains(7L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--modul 3",
        "doctor --module",
        "--command open --item 7 --dry-run x",
        "--command open --item=7 x"
      })
  void isAskedByPanelWhenItMayBeAPersonIsFalse(String args) {
    assertThat(Invocation.isAskedByPanel(args.split(" "))).isFalse();
  }

  @Test
  void parseWhenAPersonTypesTheNameReadsIt() {
    Invocation asked = Invocation.parse("doctor", "--module", "3", "--json");
    assertThat(asked.command()).hasValue("doctor");
    assertThat(asked.isTyped()).isTrue();
    assertThat(asked.isOn("--json")).isTrue();
  }

  @Test
  void parseWhenBothAreThereBelievesTheOption() {
    Invocation asked = Invocation.parse("--level", "1", "--command", "open", "word");
    assertThat(asked.command()).hasValue("open");
    assertThat(asked.isTyped()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"doctor --modul 3", "doctor now", "--jsn doctor"})
  void parseWhenAPersonMistypesRefuses(String args) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Invocation.parse(args.split(" ")))
        .withMessageStartingWith("Not understood: ");
  }

  @Test
  void parseWhenOptionIsRepeatedBelievesTheLast() {
    assertThat(Invocation.parse("--item", "7", "--item", "8").item()).contains(8L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--command", "--command open --item", "--command open --userid"})
  void parseWhenValueIsMissingRefuses(String args) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Invocation.parse(args.split(" ")));
  }

  @Test
  void parseWhenNextOptionStandsForTheValueRefuses() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Invocation.parse("--item", "--command", "open"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven",
        "7.0",
        "0x7",
        "7 8",
        "-7",
        "+7",
        "9223372036854775807000",
        "٧",
        "${sys:x}"
      })
  void itemWhenNoNumberRefuses(String item) {
    Invocation asked = Invocation.parse("--command", "open", "--item=" + item);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(asked::item)
        .withMessageContaining(item);
  }

  @Test
  void itemWhenNegativeArgumentOfItsOwnRefuses() {
    Invocation asked = Invocation.parse("--item", "-7");
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(asked::item);
  }

  @Test
  void runningOperationWhenNoNumberRefuses() {
    Invocation asked = Invocation.parse("--runningoperation", "x");
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(asked::runningOperation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void itemWhenEmptyIsAbsent(String item) {
    assertThat(Invocation.parse("--command", "open", "--item", item).item()).isEmpty();
  }

  @Test
  void itemWhenEmptyAfterEqualsSignIsAbsent() {
    assertThat(Invocation.parse("--item=", "--command", "open"))
        .returns(Optional.of("open"), Invocation::command)
        .matches(asked -> asked.item().isEmpty());
  }

  @Test
  void parseWhenArgumentLooksLikeFileDoesNotReadIt(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("args"), "--item 13");
    assertThat(Invocation.parse("--command", "open", "@" + file).item()).isEmpty();
  }

  @Test
  void userIdWhenItLooksLikeFileIsKept(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("args"), "--item 13");
    assertThat(Invocation.parse("--userid", "@" + file).userId()).contains("@" + file);
  }

  @Test
  void revealWhenAskedHolds() {
    assertThat(Invocation.parse("--command", "show", "--reveal").reveal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--reveal=false", "--reveal=false --reveal=false"})
  void revealWhenDeniedFails(String denied) {
    assertThat(Invocation.parse(denied.split(" ")).reveal()).isFalse();
  }

  @Test
  void optionWhenAPersonGivesOneIsRead() {
    Invocation asked = Invocation.parse("--command", "setup", "--url", " u ", "--project", "7");
    assertThat(asked.option("--url")).contains("u");
    assertThat(asked.numberOf("--project")).contains(7L);
    assertThat(asked.option("--name")).isEmpty();
    assertThat(asked.isOn("--apply")).isFalse();
    assertThat(Invocation.parse("--apply").isOn("--apply")).isTrue();
  }

  @Test
  void revealWhenNotAskedFails() {
    assertThat(Invocation.parse("--command", "show").reveal()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ru, RU", "ru_RU.UTF-8, RU", "en, EN", "C, EN"})
  void languageWhenAskedForIsThat(String asked, Language wanted) {
    assertThat(Invocation.parse("doctor", "--lang", asked).language()).isEqualTo(wanted);
  }
}
