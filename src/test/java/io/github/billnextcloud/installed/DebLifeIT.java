package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.conversation.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deb in the hands of a real dpkg, which works below a folder as if that were {@code /}. */
class DebLifeIT {

  /** That there is an archive of class data matters here; not what it holds. */
  @TempDir static Path java;

  @TempDir Path root;
  private Path panel;

  @BeforeAll
  static void makeJava() throws IOException {
    FewClassesJava.makeIn(java);
  }

  @BeforeEach
  void makeSystem() throws IOException {
    assumeThat(Path.of("/usr/bin/dpkg")).exists();
    panel = root.resolve("usr/local/mgr5");
    Path database = Files.createDirectories(root.resolve("var/lib/dpkg"));
    for (String folder : List.of("info", "updates", "triggers")) {
      Files.createDirectory(database.resolve(folder));
    }
    Files.createFile(database.resolve("status"));
    Files.createDirectories(panel.resolve("var"));
    Files.createDirectories(panel.resolve("sbin"));
    Path log = Files.writeString(panel.resolve("var/pmnextcloud.log"), "a story\n");
    // As the program writes it; what is wider is narrowed.
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-r-----"));
    Path mgrctl = panel.resolve("sbin/mgrctl");
    Files.writeString(mgrctl, "#!/bin/sh\necho \"$@\" >>\"${0%/*}/../called\"\n");
    Files.setPosixFilePermissions(mgrctl, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private ProgramRun dpkg(String... what) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "dpkg",
                "--root=" + root,
                "--log=/dev/null",
                "--force-not-root,script-chrootless,depends,unsafe-io"));
    command.addAll(List.of(what));
    ProgramRun program = run(command.toArray(String[]::new));
    assertThat(program.exitCode()).as(program.stderr()).isZero();
    return program;
  }

  private static ProgramRun run(String... command) throws Exception {
    return ProgramRun.run(Path.of("."), Map.of("JAVA_HOME", java.toString()), command);
  }

  private void install() throws Exception {
    dpkg("-i", PackageFiles.DEB.toString());
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>(PackageFiles.below(panel));
    files.remove("/called");
    return files;
  }

  private ProgramRun features() throws Exception {
    return ProgramRun.run(
        panel,
        Map.of(),
        panel.resolve("processing/pmnextcloud").toString(),
        "--command",
        "features");
  }

  @Test
  void installWhenThereIsAPanelRestartsItAndAnswers() throws Exception {
    install();
    assertThat(features()).isEqualTo(new ProgramRun(0, Features.ANSWER, ""));
    assertThat(panel.resolve("called")).hasContent("-m billmgr -R");
  }

  @Test
  void removeWhenUpgradedBeforeLeavesWhatWasThere() throws Exception {
    Map<String, String> before = files();
    install();
    install();
    assertThat(features().exitCode()).isZero();
    ProgramRun removed = dpkg("-r", "billmanager-plugin-pmnextcloud");
    assertThat(removed.stderr()).as("what dpkg could not remove").isEmpty();
    assertThat(files()).isEqualTo(before);
    assertThat(panel.resolve("lib")).doesNotExist();
  }

  @Test
  void removeWhenAnotherModuleWasThereGivesItBack() throws Exception {
    Files.createDirectories(panel.resolve("processing"));
    Files.createDirectories(panel.resolve("src/pmnextcloud"));
    Files.createSymbolicLink(
        panel.resolve("processing/pmnextcloud"), Path.of("../src/pmnextcloud/pmnextcloud.py"));
    Files.writeString(panel.resolve("src/pmnextcloud/pmnextcloud.py"), "#!/usr/bin/python3\n");
    Files.writeString(panel.resolve("src/pmnextcloud/Makefile"), "install-only:\n");
    Map<String, String> before = files();
    install();
    install();
    assertThat(features()).isEqualTo(new ProgramRun(0, Features.ANSWER, ""));
    dpkg("-r", "billmanager-plugin-pmnextcloud");
    assertThat(files()).isEqualTo(before);
    assertThat(panel.resolve("src/pmnextcloud/Makefile")).hasContent("install-only:");
  }

  /** The link stands for what {@code systemctl enable} makes. */
  @Test
  void removeWhenTheResidentWorkerIsEnabledDisablesIt() throws Exception {
    Path units = Files.createDirectories(root.resolve("etc/systemd/system"));
    install();
    Path socket = panel.resolve("lib/pmnextcloud/pmnextcloud.socket");
    Files.createSymbolicLink(units.resolve("pmnextcloud.socket"), socket);
    assertThat(dpkg("-r", "billmanager-plugin-pmnextcloud").stdout())
        .contains("The resident worker is disabled");
  }

  @Test
  void purgeWhenNoOtherModuleIsThereTakesTheLog() throws Exception {
    install();
    dpkg("-P", "billmanager-plugin-pmnextcloud");
    assertThat(files()).containsOnlyKeys("/sbin/mgrctl");
  }

  @Test
  void packageWhenInstallShWasThereBeforeTakesOver() throws Exception {
    Map<String, String> before = files();
    assertThat(installSh().exitCode()).isZero();
    install();
    assertThat(installSh().stderr()).contains("Upgrade the package, or remove it first");
    assertThat(features()).isEqualTo(new ProgramRun(0, Features.ANSWER, ""));
    dpkg("-r", "billmanager-plugin-pmnextcloud");
    assertThat(files()).isEqualTo(before);
  }

  private ProgramRun installSh() throws Exception {
    return run("dist/install.sh", "--prefix", panel.toString());
  }
}
