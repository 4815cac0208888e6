package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.GivenState;
import io.github.billnextcloud.conversation.Scene;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same conversations with a process for each event and with a resident worker: what is said,
 * told, done, held and logged must be the same.
 */
class WarmAndColdIT {

  private static final Path ALL = Path.of("src/test/resources/conversations");

  @TempDir static Path root;
  private static InstalledWorker installed;

  @BeforeAll
  static void start() throws Exception {
    installed = InstalledWorker.into(root).start();
  }

  @AfterAll
  static void stop() throws Exception {
    installed.stop();
  }

  /** All that one way of asking has brought about. */
  private record Trace(String said, int exit, String told, String done, String holds, String log) {

    /** Without the log, and without what the worker has asked the panel before it gave up. */
    Trace outcome() {
      return new Trace(
          said, exit, told.replaceFirst("^(paramlist\n)+", "paramlist\n"), done, holds, "");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open/account-is-new",
        "suspend/enabled",
        "suspend/read-only-with-another-group",
        "setparam/bigger-tariff-with-other-groups",
        "close/present",
        "changepassword/customer-types-another",
        "sync_item/everything-differs",
        "get_server_config/groups-are-kept",
        "get_suitable_module/first-was-tried",
        "check_connection/wrong-password",
        "check_param/forbidden-login",
        "tune_connection/last-step-of-the-wizard",
      })
  void traceWhenWarmIsThatOfACold(String conversation) throws Exception {
    Trace cold = play(ALL.resolve(conversation), true);
    assertThat(installed.coldStarts()).isPositive();
    Trace warm = play(ALL.resolve(conversation), false);
    assertThat(installed.coldStarts()).isZero();
    assertThat(warm).isEqualTo(cold);
  }

  /** What the worker knows may be old, and a person would have to come. */
  @ParameterizedTest
  @ValueSource(strings = {"open/settings-are-empty", "open/no-disk-add-on"})
  void failureWhenItIsFinalIsToldByAProcessOfItsOwn(String conversation) throws Exception {
    Trace cold = play(ALL.resolve(conversation), true);
    installed.coldStarts();
    Trace warm = play(ALL.resolve(conversation), false);
    assertThat(installed.coldStarts()).isEqualTo(1);
    assertThat(warm.outcome()).isEqualTo(cold.outcome());
    assertThat(warm.log()).contains(cold.log());
  }

  private static Trace play(Path folder, boolean cold) throws Exception {
    String command = folder.getParent().getFileName().toString();
    GivenState given = new GivenState(Files.readAllLines(folder.resolve("given")));
    int logged = installed.log().length();
    try (Scene scene = given.scene(root, Flavour.NEXTCLOUD_29, command)) {
      String typed = given.typedPassword().map(scene.panel()::encrypt).orElse("");
      String document = filled(read(folder.resolve("stdin.xml")), scene);
      Scene.Said said = null;
      for (String line : Files.readAllLines(folder.resolve("asked"))) {
        String[] asked = filled(line, scene).replace("{password}", typed).split(" ");
        said = cold ? installed.askCold(document, asked) : installed.ask(document, asked);
      }
      String log = installed.log().substring(logged);
      return new Trace(
          anonymous(said.stdout(), scene),
          said.exitCode(),
          anonymous(scene.told(), scene),
          anonymous(scene.done(), scene),
          anonymous(scene.holds(), scene),
          anonymous(log, scene)
              .replaceAll("(?m)^\\S+Z \\[\\d+\\]", "{when} [{who}]")
              .replaceAll(" after \\d+ ms", " after {time}"));
    }
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static String filled(String text, Scene scene) {
    return text.replace("{item}", Long.toString(scene.item()))
        .replace("{op}", Long.toString(scene.operation()))
        .replace("{module}", Long.toString(scene.module()))
        .replace("{tariff}", Long.toString(scene.tariff()))
        .replace("{cloud}", scene.cloud().url().toString());
  }

  /** Each scene has a cloud at a port of its own; a set of groups is told in any order. */
  private static String anonymous(String text, Scene scene) {
    return Pattern.compile("groups \\[([^]]*)\\]")
        .matcher(text.replace(scene.cloud().url().toString(), "{cloud}"))
        .replaceAll(groups -> "groups " + Stream.of(groups.group(1).split(", ")).sorted().toList());
  }
}
