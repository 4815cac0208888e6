package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.conversation.ProgramRun;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code dist/install.sh} and {@code dist/uninstall.sh}: repeated, on an old module, undone. */
class InstallScriptsIT {

  @TempDir Path prefix;

  /** Without what takes longest, and has a test of its own. */
  private ProgramRun script(String name, Map<String, String> environment) throws Exception {
    return name.equals("install.sh")
        ? script(name, environment, "--without-archive")
        : script(name, environment, new String[0]);
  }

  private ProgramRun script(String name, Map<String, String> environment, String... options)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of("dist", name).toAbsolutePath().toString());
    command.addAll(List.of("--prefix", prefix.toString()));
    command.addAll(List.of(options));
    return ProgramRun.run(Path.of("/"), environment, command.toArray(String[]::new));
  }

  private List<String> tree() throws IOException {
    try (Stream<Path> paths = Files.walk(prefix)) {
      return paths.map(path -> prefix.relativize(path) + " " + content(path)).sorted().toList();
    }
  }

  private static String content(Path path) {
    try {
      if (Files.isSymbolicLink(path)) {
        return "-> " + Files.readSymbolicLink(path);
      }
      return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
          ? "folder"
          : Files.size(path) + " bytes";
    } catch (IOException failure) {
      return failure.toString();
    }
  }

  @Test
  void installWhenThePrefixIsEmptyPutsEverythingInPlaceAndSaysThatThereIsNoPanel()
      throws Exception {
    ProgramRun program = script("install.sh", Map.of());
    assertThat(program.exitCode()).isZero();
    assertThat(program.stderr()).contains("There is no BILLmanager in " + prefix, "--prefix");
    assertThat(program.stdout()).doesNotContain("Next: ");
    assertThat(tree())
        .anyMatch(line -> line.startsWith("processing/pmnextcloud "))
        .anyMatch(line -> line.startsWith("lib/pmnextcloud/pmnextcloud.jar "))
        .anyMatch(line -> line.startsWith("etc/xml/billmgr_mod_pmnextcloud.xml "))
        .anyMatch(
            line ->
                line.startsWith("skins/common/plugin-logo/billmanager-plugin-pmnextcloud.png "));
  }

  @Test
  void installWhenRepeatedChangesNothing() throws Exception {
    script("install.sh", Map.of());
    List<String> once = tree();
    script("install.sh", Map.of());
    assertThat(tree()).isEqualTo(once);
  }

  @Test
  void uninstallWhenThePrefixWasEmptyLeavesItEmpty() throws Exception {
    InstalledProgram.copyInto(prefix);
    script("install.sh", Map.of());
    script("uninstall.sh", Map.of());
    assertThat(tree()).containsExactly(" folder");
  }

  @Test
  void uninstallWhenThereIsAnArchiveLeavesNothingOfIt() throws Exception {
    InstalledProgram.copyInto(prefix).withArchive();
    assertThat(prefix.resolve("lib/pmnextcloud/archive/java")).exists();
    script("uninstall.sh", Map.of());
    assertThat(tree()).containsExactly(" folder");
  }

  /** For a while they are worth as much as the password. */
  @Test
  void uninstallWhenSessionsWereKeptDeletesThem() throws Exception {
    InstalledProgram.copyInto(prefix);
    Path sessions = Files.createDirectories(prefix.resolve("var/pmnextcloud.sessions"));
    Files.writeString(sessions.resolve("one"), "oc1=a");
    script("uninstall.sh", Map.of());
    assertThat(sessions).doesNotExist();
  }

  @Test
  void uninstallWhenAWorkerWasStartedByHandEndsIt() throws Exception {
    InstalledProgram.copyInto(prefix);
    Path number = Files.createDirectories(prefix.resolve("var")).resolve("pmnextcloud.pid");
    Process worker =
        new ProcessBuilder(prefix.resolve("processing/pmnextcloud").toString(), "--resident")
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    while (Files.notExists(number)) {
      assertThat(worker.isAlive()).isTrue();
      Thread.sleep(50);
    }
    assertThat(script("uninstall.sh", Map.of()).stdout()).contains("resident worker is ended");
    assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(number).doesNotExist();
    assertThat(prefix.resolve("var/pmnextcloud.sock")).doesNotExist();
  }

  @Test
  void uninstallWhenAnotherModuleWasThereGivesItBack() throws Exception {
    Files.createDirectories(prefix.resolve("processing"));
    Files.createDirectories(prefix.resolve("etc/xml"));
    Files.createDirectories(prefix.resolve("var"));
    Files.createSymbolicLink(
        prefix.resolve("processing/pmnextcloud"), Path.of("../src/pmnextcloud/pmnextcloud.py"));
    Files.writeString(prefix.resolve("etc/xml/billmgr_mod_pmnextcloud.xml"), "<mgrdata/>");
    List<String> before = tree();
    script("install.sh", Map.of());
    script("install.sh", Map.of());
    script("uninstall.sh", Map.of());
    assertThat(tree()).isEqualTo(before);
  }

  /** The first run dies in the middle; its second try must not take our files for another's. */
  @Test
  void uninstallWhenTheFirstInstallWasInterruptedStillGivesTheOldModuleBack() throws Exception {
    Files.createDirectories(prefix.resolve("processing"));
    Files.createDirectories(prefix.resolve("etc/xml"));
    Path old = prefix.resolve("etc/xml/billmgr_mod_pmnextcloud.xml");
    Files.writeString(old, "<mgrdata/>");
    List<String> before = tree();
    Path obstacle = Files.createFile(prefix.resolve("skins"));
    assertThat(script("install.sh", Map.of()).exitCode()).isNotZero();
    Files.delete(obstacle);
    script("install.sh", Map.of());
    script("uninstall.sh", Map.of());
    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void uninstallWhenNothingIsInstalledSaysSo() throws Exception {
    assertThat(script("uninstall.sh", Map.of()))
        .isEqualTo(new ProgramRun(0, "Nothing is installed in " + prefix + "\n", ""));
  }

  @Test
  void installWhenJavaHomeIsTooOldTakesAnother(@TempDir Path old) throws Exception {
    executable(
        old.resolve("bin/java"), "#!/bin/sh\necho '    java.specification.version = 11' >&2\n");
    script("install.sh", Map.of("JAVA_HOME", old.toString()));
    assertThat(Files.readSymbolicLink(prefix.resolve("lib/pmnextcloud/java")))
        .isNotEqualTo(old.resolve("bin/java"));
  }

  @Test
  void installWhenThePanelHasTypesOfItsOwnTellsOfThemOnce() throws Exception {
    Path types = Files.createDirectories(prefix.resolve("etc")).resolve("pmnextcloud.itemtypes");
    Files.writeString(types, "team_cloud # ours\n\nbackupservice\n");
    script("install.sh", Map.of());
    script("install.sh", Map.of());
    String features = Files.readString(prefix.resolve("lib/pmnextcloud/features.xml"));
    assertThat(features).containsOnlyOnce("<itemtype name=\"team_cloud\"/>");
    assertThat(features).containsOnlyOnce("<itemtype name=\"backupservice\"/>");
    Path description = prefix.resolve("etc/xml/billmgr_mod_pmnextcloud.xml");
    assertThat(description).content().containsOnlyOnce("<type name=\"team_cloud\"/>");
    Files.writeString(types, "no such name\n");
    Path read = prefix.resolve("lib/pmnextcloud/product-types");
    assertThat(ProgramRun.run(prefix, Map.of(), read.toString()).stderr())
        .contains("no product type is called");
    Files.delete(types);
    script("install.sh", Map.of());
    assertThat(description).hasSameTextualContentAs(Path.of("etc/xml/billmgr_mod_pmnextcloud.xml"));
    assertThat(prefix.resolve("lib/pmnextcloud/features.xml")).hasContent(Features.ANSWER);
  }

  /** Root would run what whoever may write it puts there. */
  @Test
  void installWhenOthersMayWriteTheFolderIsRefused() throws Exception {
    allow(prefix, "rwxrwxrwx");
    ProgramRun program = script("install.sh", Map.of());
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.stderr()).contains("others than root can change " + prefix);
    assertThat(tree()).containsExactly(" folder");
  }

  @Test
  void installWhenOthersMayChangeTheJavaTakesAnother(@TempDir Path home) throws Exception {
    Path ran = home.resolve("ran");
    executable(home.resolve("jdk/bin/java"), "#!/bin/sh\ntouch '" + ran + "'\n");
    Files.createSymbolicLink(home.resolve("link"), home.resolve("jdk"));
    for (String changed : List.of("jdk", "jdk/bin", "jdk/bin/java")) {
      allow(home.resolve(changed), "rwxrwxrwx");
      assertThat(findJava(home.resolve("link")).stderr())
          .contains("Passed over", home.resolve(changed) + ": ");
      allow(home.resolve(changed), "rwxr-xr-x");
    }
    allow(home.resolve("jdk/bin/java"), "rwxrwxrwx");
    ProgramRun program = script("install.sh", Map.of("JAVA_HOME", home.resolve("link").toString()));
    assertThat(program.stderr()).contains("Passed over", home.resolve("jdk/bin/java") + ": ");
    assertThat(ran).doesNotExist();
    assertThat(Files.readSymbolicLink(prefix.resolve("lib/pmnextcloud/java")))
        .doesNotHaveToString(home.resolve("link/bin/java").toString());
  }

  private static ProgramRun findJava(Path home) throws Exception {
    Map<String, String> environment = Map.of("JAVA_HOME", home.toString());
    return ProgramRun.run(Path.of("."), environment, "dist/lib/pmnextcloud/find-java");
  }

  /** Java loads its libraries from beside its bin. */
  @Test
  void findJavaWhenOthersMayChangeTheLibrariesOfAJavaTakesAnother(@TempDir Path home)
      throws Exception {
    Path ran = home.resolve("ran");
    executable(home.resolve("bin/java"), "#!/bin/sh\ntouch '" + ran + "'\n");
    for (String changed :
        List.of("lib", "conf", "lib/server", "lib/server/libjvm.so", "lib/a.so")) {
      Path place = home.resolve(changed);
      if (changed.endsWith(".so")) {
        Files.createFile(place);
      } else {
        Files.createDirectory(place);
      }
      allow(place, "rwxrwxrwx");
      assertThat(findJava(home).stderr()).contains("Passed over", place + ": ");
      allow(place, "rwxr-xr-x");
    }
    assertThat(ran).doesNotExist();
  }

  /** There, somebody could have put a link in the place that we write. */
  @Test
  void installWhenOthersMayWriteAFolderOfOursIsRefused() throws Exception {
    for (String folder : List.of("skins", "processing", "var", "etc/xml", "src")) {
      Path place = Files.createDirectories(prefix.resolve(folder));
      allow(place, "rwxrwxrwx");
      ProgramRun program = script("install.sh", Map.of());
      assertThat(program.exitCode()).isEqualTo(1);
      assertThat(program.stderr()).contains("others than root can change " + place);
      assertThat(prefix.resolve("lib")).doesNotExist();
      allow(place, "rwxr-xr-x");
    }
  }

  @Test
  void installWhenALinkWaitsForTheFreshFileLeavesWhatItLeadsTo(@TempDir Path others)
      throws Exception {
    Path victim = Files.writeString(others.resolve("victim"), "as it was");
    for (String file :
        List.of("processing/pmnextcloud.new", "etc/xml/billmgr_mod_pmnextcloud.xml.new")) {
      Files.createDirectories(prefix.resolve(file).getParent());
      Files.createSymbolicLink(prefix.resolve(file), victim);
    }
    assertThat(script("install.sh", Map.of()).exitCode()).isZero();
    assertThat(victim).hasContent("as it was");
  }

  /** Nobody can change our files there, but anybody can put his own beside them, or before them. */
  @ParameterizedTest
  @ValueSource(strings = {"processing", "var", "etc/xml"})
  void installWhenOthersMayMakeFilesInAStickyFolderIsRefused(String folder) throws Exception {
    Path place = Files.createDirectories(prefix.resolve(folder));
    ProgramRun.run(prefix, Map.of(), "chmod", "1777", place.toString());

    ProgramRun program = script("install.sh", Map.of());

    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.stderr()).contains("others than root can change " + place);
  }

  /** What it runs and what it removes is written down in the tree that it is pointed at. */
  @ParameterizedTest
  @ValueSource(strings = {"lib/pmnextcloud", "lib/pmnextcloud/installed", "sbin/mgrctl"})
  void uninstallWhenOthersMayChangeTheTreeIsRefused(String place) throws Exception {
    InstalledProgram.copyInto(prefix);
    Path loose = prefix.resolve(place);
    if (!Files.exists(loose)) {
      Files.createDirectories(loose.getParent());
      Files.writeString(loose, "#!/bin/sh\n");
    }
    allow(loose, "rwxrwxrwx");
    List<String> before = tree();

    ProgramRun program = script("uninstall.sh", Map.of());

    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.stderr()).contains("others than root can change " + loose);
    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void filesWhenInstalledUnderALooseUmaskAreNotForOthersToWrite(@TempDir Path home)
      throws Exception {
    Path log = Files.createDirectories(prefix.resolve("var")).resolve("pmnextcloud.log");
    Path lock = prefix.resolve("var/pmnextcloud.lock");
    for (Path old : List.of(log, lock)) {
      Files.writeString(old, "of an older version");
      allow(old, "rw-r--rw-");
    }
    Object inUse = Files.getAttribute(lock, "unix:ino");
    String install = Path.of("dist/install.sh").toAbsolutePath() + " --prefix '" + prefix + "'";
    Map<String, String> java = Map.of("JAVA_HOME", FewClassesJava.makeIn(home).toString());
    ProgramRun program = ProgramRun.run(Path.of("/"), java, "sh", "-c", "umask 0; " + install);
    assertThat(program.exitCode()).as(program.stderr()).isZero();
    String find = "find '" + prefix + "/lib' '" + prefix + "/processing' ! -type l -perm /022";
    assertThat(ProgramRun.run(Path.of("/"), Map.of(), "sh", "-c", find).stdout()).isEmpty();
    assertThat(Files.getPosixFilePermissions(log))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    // In place: an operation that runs may have its lock in it.
    assertThat(Files.getPosixFilePermissions(lock))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getAttribute(lock, "unix:ino")).isEqualTo(inUse);
  }

  private static void allow(Path file, String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  @Test
  void installWhenThereIsAPanelRestartsItAndSaysWhatToDoNext() throws Exception {
    Path called = prefix.resolve("called");
    executable(prefix.resolve("sbin/mgrctl"), "#!/bin/sh\necho \"$@\" >" + called + "\n");
    ProgramRun program = script("install.sh", Map.of());
    assertThat(Files.readString(called)).isEqualTo("-m billmgr -R\n");
    assertThat(program.stdout()).contains("Next: ", prefix + "/processing/pmnextcloud doctor");
    assertThat(program.stderr()).isEmpty();
  }

  @Test
  void installWhenThePanelCannotBeRestartedIsInstalledAllTheSame() throws Exception {
    executable(prefix.resolve("sbin/mgrctl"), "#!/bin/sh\nexit 1\n");
    ProgramRun program = script("install.sh", Map.of());
    assertThat(program.exitCode()).isZero();
    assertThat(program.stderr()).contains("could not be restarted");
  }

  @Test
  void installWhenAnOptionIsUnknownSaysHowToUseIt() throws Exception {
    ProgramRun program = ProgramRun.run(Path.of("."), Map.of(), "dist/install.sh", "--perfix", "x");
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.stderr()).contains("Usage:", "unknown option: --perfix");
  }

  private static void executable(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
