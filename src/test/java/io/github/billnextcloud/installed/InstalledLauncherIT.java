package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelOptions;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code dist/install.sh} puts in place, started as BILLmanager starts it. */
class InstalledLauncherIT {

  /** As bare as the environment of a panel's process may be. */
  private static final Map<String, String> BARE = Map.of("LANG", "C", "LC_ALL", "C");

  @TempDir Path root;

  @BeforeEach
  void install() throws Exception {
    InstalledProgram.copyInto(root);
  }

  private ProgramRun start(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(root.resolve("processing/pmnextcloud").toString());
    command.addAll(List.of(args));
    return ProgramRun.run(root, BARE, command.toArray(String[]::new));
  }

  @Test
  void featuresWhenStartedThroughLinksAnswers(@TempDir Path elsewhere) throws Exception {
    Path first = Files.createSymbolicLink(elsewhere.resolve("one"), root.resolve("processing"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("pm"), first.resolve("pmnextcloud"));
    ProgramRun program =
        ProgramRun.run(elsewhere, BARE, "./" + link.getFileName(), "--command", "features");
    assertThat(program).isEqualTo(new ProgramRun(0, Features.ANSWER, ""));
  }

  @Test
  void importWhenTheListIsNamedFromWhereThePersonIsReadsIt(@TempDir Path elsewhere)
      throws Exception {
    String launcher = root.resolve("processing/pmnextcloud").toString();
    String[] typed = {launcher, "import", "--module", "1", "--list", "names"};
    assertThat(ProgramRun.run(elsewhere, BARE, typed).stderr()).contains("The list cannot be read");
    Files.writeString(elsewhere.resolve("names"), "anna\n");
    assertThat(ProgramRun.run(elsewhere, BARE, typed).stderr())
        .isNotEmpty()
        .doesNotContain("The list cannot be read");
  }

  @Test
  void launcherWhenTheEnvironmentHasJavaOptionsSaysNothingOfThem() throws Exception {
    ProgramRun program =
        ProgramRun.run(
            root,
            Map.of("JAVA_TOOL_OPTIONS", "-Dx=y", "JDK_JAVA_OPTIONS", "-Dx=y"),
            root.resolve("processing/pmnextcloud").toString(),
            "--command",
            "features");
    assertThat(program).isEqualTo(new ProgramRun(0, Features.ANSWER, ""));
  }

  @Test
  void launcherWhenTheJarIsGoneAnswersWithAnErrorDocument() throws Exception {
    Files.delete(root.resolve("lib/pmnextcloud/pmnextcloud.jar"));
    ProgramRun program = start("--command", "features");
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.stdout()).contains("<error type=\"pmnextcloud_not_installed\"");
  }

  /** Who chose it has put another one in its place, or the system has. */
  @Test
  void launcherWhenItsJavaIsTooOldTakesAnother() throws Exception {
    Path java = root.resolve("lib/pmnextcloud/java");
    Files.delete(java);
    script(java, "echo '    java.specification.version = 11' >&2");
    assertThat(start("--command", "no_such").stdout()).contains("pmnextcloud_command_unknown");
    assertThat(Files.isSymbolicLink(java)).isTrue();
  }

  @Test
  void launcherWhenThereIsNoJavaSaysSoAndKnowsItsFeatures() throws Exception {
    Files.delete(root.resolve("lib/pmnextcloud/java"));
    script(root.resolve("lib/pmnextcloud/find-java"), "exit 1");
    ProgramRun suspend = start("--command", "suspend", "--item", "7");
    assertThat(suspend.exitCode()).isEqualTo(1);
    assertThat(suspend.stdout())
        .contains("<error type=\"pmnextcloud_not_installed\"", "there is no Java 17 or newer");
    ProgramRun wish = start("--command", "check_param", "--param", "username", "--value", "x");
    assertThat(wish.stdout()).contains("pmnextcloud_customer_not_now").doesNotContain("Java");
    assertThat(wish.stderr()).contains("there is no Java 17 or newer");
    for (String[] asked :
        new String[][] {
          {"features"}, {"--command=features"}, {"--level", "9", "--command", "features"}
        }) {
      assertThat(start(asked)).isEqualTo(new ProgramRun(0, Features.ANSWER, ""));
    }
    assertThat(start("--command", "open", "--command", "features").exitCode()).isEqualTo(1);
  }

  private static void script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Only root can give a file away, and only to root does it matter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "lib/pmnextcloud",
        "lib/pmnextcloud/pmnextcloud.jar",
        "lib/pmnextcloud/find-java",
        "lib/pmnextcloud/warm.sh"
      })
  void launcherWhenItsFilesAreAnothersRunsNothing(String file) throws Exception {
    ProgramRun given = ProgramRun.run(root, Map.of(), "chown", "1", root.resolve(file).toString());
    assumeThat(given.exitCode()).isZero();
    ProgramRun program = start("--command", "no_such");
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.stdout()).contains("pmnextcloud_not_installed", "belongs to another user");
  }

  /** What it leads to may be root's, and yet another has put the link there. */
  @Test
  void launcherWhenItsFolderIsALinkRunsNothingAsRoot() throws Exception {
    assumeThat(Files.getAttribute(root.resolve("lib"), "unix:uid")).isEqualTo(0);
    Path lib = root.resolve("lib/pmnextcloud");
    Files.move(lib, root.resolve("elsewhere"));
    Files.createSymbolicLink(lib, root.resolve("elsewhere"));
    ProgramRun program = start("--command", "no_such");
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.stdout()).contains("pmnextcloud_not_installed", "is a link");
  }

  @ParameterizedTest
  @CsvSource({
    "LC_ALL=ru_RU.UTF-8 LANG=en_US.UTF-8, Использование: pmnextcloud",
    "LC_ALL= LC_MESSAGES=ru_RU.UTF-8 LANG=C, Использование: pmnextcloud",
    "LC_ALL= LC_MESSAGES= LANG=ru, Использование: pmnextcloud",
    "LC_ALL=C LANG=ru_RU.UTF-8, Usage: pmnextcloud",
  })
  void helpWhenAskedInATerminalSpeaksItsLanguage(String locale, String usage) throws Exception {
    Map<String, String> environment = new HashMap<>();
    for (String variable : locale.split(" ")) {
      String[] both = variable.split("=", 2);
      environment.put(both[0], both[1]);
    }
    ProgramRun program =
        ProgramRun.run(
            root, environment, root.resolve("processing/pmnextcloud").toString(), "help");
    assertThat(program.stdout()).contains(usage);
    assertThat(program.stderr()).isEmpty();
  }

  /** The launcher tells picocli which types it need not know; a file's name is none of them. */
  @Test
  void mistakeWhenTypedGoesToStderrWithItsOwnCode() throws Exception {
    ProgramRun program = start("audit", "--html", "a.html", "--apply", "--modul", "3");
    assertThat(program)
        .isEqualTo(
            new ProgramRun(
                64,
                "",
                "pmnextcloud: The command 'audit' needs --module N.\n"
                    + "See: pmnextcloud help audit\n"));
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_34", "OWNCLOUD_10"})
  void serviceWhenLedThroughItsLifeEndsWithoutATrace(Flavour flavour) throws Exception {
    new InstalledProgram(root).withArchive();
    try (CloudStandIn cloud = CloudStandIn.start(flavour);
        PanelStandIn panel = PanelStandIn.start(root, PanelOptions.defaults().withUnixSocket())) {
      long item = order(panel, cloud);
      List<String> life = new ArrayList<>();
      for (String command :
          List.of("open", "open", "setparam", "suspend", "resume", "prolong", "close")) {
        ProgramRun program = startOperation(panel, item, command);
        life.add(command + " " + program.exitCode() + " " + state(cloud, item) + program.stderr());
      }
      assertThat(life)
          .containsExactly(
              "open 0 enabled 10 GB Иван \"О'Нил\" & Ко",
              "open 0 enabled 10 GB Иван \"О'Нил\" & Ко",
              "setparam 0 enabled 10 GB Иван \"О'Нил\" & Ко",
              "suspend 0 disabled 10 GB Иван \"О'Нил\" & Ко",
              "resume 0 enabled 10 GB Иван \"О'Нил\" & Ко",
              "prolong 0 enabled 10 GB Иван \"О'Нил\" & Ко",
              "close 0 gone");
    }
  }

  private static long order(PanelStandIn panel, CloudStandIn cloud) {
    long module =
        panel.addModule(
            Map.of("base_url", cloud.url() + "/", "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
    long tariff = panel.addTariff(TariffSpec.named("small").servedBy(module));
    panel.addAddOn(tariff, AddOnSpec.disk("disk disc").in("gib").included(10));
    long account = panel.addAccount("Payer", "ivan@example.org", "Иван \"О'Нил\" & Ко", "ru");
    return panel.order(account, tariff, module);
  }

  private ProgramRun startOperation(PanelStandIn panel, long item, String command)
      throws IOException, InterruptedException {
    String operation = Long.toString(panel.beginOperation(item, command));
    return start(
        "--command", command, "--item", Long.toString(item), "--runningoperation", operation);
  }

  private static String state(CloudStandIn cloud, long item) {
    return cloud
        .account("user_" + item)
        .map(it -> (it.enabled() ? "enabled " : "disabled ") + it.quota() + " " + it.displayName())
        .orElse("gone");
  }

  @Test
  void logWhenAServiceIsOpenedTellsTheStoryAndNoSecret() throws Exception {
    try (CloudStandIn cloud = CloudStandIn.start(Flavour.NEXTCLOUD_29);
        PanelStandIn panel = PanelStandIn.start(root)) {
      long item = order(panel, cloud);
      startOperation(panel, item, "open");
      String log = Files.readString(root.resolve("var/pmnextcloud.log"));
      String generated = panel.secretParam(item, "userpassword");
      assertThat(log)
          .containsSubsequence(
              " INFO item=" + item + " op=1 asked: open",
              "observed: the name user_" + item + " is free",
              "planned: create user_" + item + " with quota 10 GB",
              "did: create user_" + item,
              "observed: user_" + item + " is enabled, quota 10 GB",
              "confirmed: backupservice.open")
          .doesNotContain(generated, CloudStandIn.ADMIN_PASSWORD, encoded(generated));
    }
  }

  private static String encoded(String secret) {
    return Base64.getEncoder().encodeToString(secret.getBytes());
  }
}
