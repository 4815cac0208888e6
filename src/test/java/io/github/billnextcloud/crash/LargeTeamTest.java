package io.github.billnextcloud.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.GivenState;
import io.github.billnextcloud.conversation.Scene;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.Costs;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred members take a real cloud many minutes, and nobody knows how long BILLmanager waits
 * (contract §16): whoever ends a run ends nothing else.
 */
class LargeTeamTest {

  private static final int HALF = 100;
  private static final int ALL = 200;

  /** So many may have been made since it was put on record last. */
  private static final int UNRECORDED = 10;

  @TempDir Path roots;

  @Test
  void teamWhenRunsAreEndedIsFinishedByTheNextAndByTheDailyCount() throws Exception {
    List<String> given =
        List.of(
            "cloud team_folders",
            "tariff team=space usergroup=pro",
            "group pro",
            "disk",
            "seats included=" + (ALL + 1),
            "param members=" + listed(HALF),
            "opened");
    SilencedProgram program = new SilencedProgram(roots);
    try (Scene scene = new GivenState(given).scene(program.root(), Flavour.NEXTCLOUD_34, "open")) {
      scene.cloud().costs(Costs.recorded(Flavour.NEXTCLOUD_34));
      Boundaries boundaries = new Boundaries();
      scene.cloud().watch(boundaries);
      scene.panel().watch(boundaries);

      // The owner is made, too.
      endAt(60, "open", program, scene, boundaries);
      assertThat(recorded(scene)).isBetween(59L - UNRECORDED, 59L);
      assertThat(scene.panel().params(scene.item()).get("members_report"))
          .isEqualTo("Участников: 51 из 201.");
      endNowhere("open", scene, boundaries);
      assertThat(recorded(scene)).isEqualTo(HALF);

      scene.panel().param(scene.item(), "members", listed(ALL), false);
      endAt(50, "setparam", program, scene, boundaries);
      assertThat(recorded(scene)).isBetween(HALF + 50L - UNRECORDED, HALF + 50L);
      endNowhere("stat", scene, boundaries);

      assertThat(recorded(scene)).isEqualTo(ALL);
      assertThat(inTheSpace(scene)).hasSize(ALL + 1).allMatch(Account::enabled);
      assertThat(scene.cloud().accounts()).hasSize(ALL + 2);
      assertThat(scene.cloud().mails()).hasSize(ALL).doesNotHaveDuplicates();
      assertThat(scene.panel().params(scene.item()).get("members_report"))
          .isEqualTo("Участников: 201 из 201.");
    }
  }

  private static String listed(int members) {
    return IntStream.rangeClosed(1, members)
        .mapToObj(number -> "p" + number + "@example.org")
        .collect(Collectors.joining(";"));
  }

  /** The answer to the create of this number is the last thing that passes. */
  private static void endAt(
      int creates, String command, SilencedProgram program, Scene scene, Boundaries boundaries)
      throws IOException {
    boundaries.aim(name -> name.matches("after POST \\S*users #" + creates));
    program.run(scene, command, boundaries);
    assertThat(boundaries.killed()).as("%s at %s", command, boundaries.passed()).isTrue();
  }

  private static void endNowhere(String command, Scene scene, Boundaries boundaries) {
    boundaries.aim(name -> false);
    assertThat(SilencedProgram.run(scene, command)).contains("<ok/>");
  }

  /** Of whom it is on record that they were made. */
  private static long recorded(Scene scene) {
    return List.of(scene.panel().params(scene.item()).get("team_members").split(";")).stream()
        .filter(member -> member.strip().endsWith(" active - -"))
        .count();
  }

  private static List<Account> inTheSpace(Scene scene) {
    String group = scene.panel().params(scene.item()).get("team");
    return scene.cloud().accounts().stream().filter(it -> it.groups().contains(group)).toList();
  }
}
