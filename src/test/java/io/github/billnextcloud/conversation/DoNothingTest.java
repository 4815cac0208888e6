package io.github.billnextcloud.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.app.Commands;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy of a panel, told to leave everything alone: contract §5.5. */
class DoNothingTest {

  @TempDir Path root;

  private static Stream<String> changing() {
    return promised(command -> !command.is(CommandTrait.LOOKS_ONLY));
  }

  private static Stream<String> looking() {
    return promised(command -> command.is(CommandTrait.LOOKS_ONLY));
  }

  private static Stream<String> promised(Predicate<Command> which) {
    return Pattern.compile("feature name=\"(\\w+)\"")
        .matcher(Features.ANSWER)
        .results()
        .map((MatchResult feature) -> feature.group(1))
        .filter(name -> Commands.find(name).filter(which).isPresent());
  }

  /** Forms and tests: a copy shows them as its original does. */
  @ParameterizedTest
  @MethodSource("looking")
  void commandWhenItOnlyLooksChangesNothing(String command) throws IOException {
    try (Scene scene = copy()) {
      String before = EndState.of(scene);
      scene.ask("", "--command", command, "--item", item(scene), "--module", module(scene));

      assertThat(EndState.of(scene)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("changing")
  void commandWhenItChangesSomethingIsLeftAlone(String command) throws IOException {
    try (Scene scene = copy()) {
      Scene.Said said =
          scene.ask("", "--command", command, "--item", item(scene), "--module", module(scene));

      assertThat(said.exitCode()).as(said.stdout()).isZero();
      assertThat(said.stdout()).contains("<ok/>");
      assertUntouched(scene);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"setup", "migrate", "audit --module 1", "import --module 1"})
  void commandWhenAPersonAppliesItSaysWhyNothingWasDone(String command) throws IOException {
    try (Scene scene = copy()) {
      Scene.Said said = scene.ask("", (command + " --apply --lang en").split(" "));

      assertThat(said.exitCode()).isEqualTo(1);
      assertThat(said.stdout()).startsWith("Nothing was changed: ").contains("DoNothing");
      assertUntouched(scene);
    }
  }

  @Test
  void commandWhenAPersonTypesItSaysWhyNothingWasDone() throws IOException {
    try (Scene scene = copy()) {
      Scene.Said said = scene.ask("", "close", "--item", item(scene), "--lang", "ru");

      assertThat(said.exitCode()).isEqualTo(1);
      assertThat(said.stdout()).startsWith("Ничего не изменено: есть ");
      assertUntouched(scene);
    }
  }

  @Test
  void importWhenItOnlyTellsIsAnswered() throws IOException {
    try (Scene scene = copy()) {
      Scene.Said said =
          scene.ask("", "import", "--module", module(scene), "--searchstring", "user_");

      assertThat(said.exitCode()).as(said.stdout()).isZero();
      assertThat(scene.cloud().writes()).isEmpty();
    }
  }

  private Scene copy() throws IOException {
    List<String> given =
        List.of(
            "do_nothing",
            "disk included=20",
            "param username=user_{item} url={cloud}",
            "user user_{item}");
    Scene scene = new GivenState(given).scene(root, Flavour.NEXTCLOUD_29, "open");
    scene.cloud().forgetRequests();
    return scene;
  }

  private static String item(Scene scene) {
    return Long.toString(scene.item());
  }

  private static String module(Scene scene) {
    return Long.toString(scene.module());
  }

  private static void assertUntouched(Scene scene) {
    assertThat(scene.panel().calls()).isEmpty();
    assertThat(scene.cloud().requests()).isEmpty();
  }
}
