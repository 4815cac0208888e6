package io.github.billnextcloud.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A panel's folder, of which one file after the other is broken. */
class HostChecksTest {

  @TempDir Path root;

  private InstalledFiles files;

  @BeforeEach
  void install() throws IOException {
    files = InstalledFiles.into(root);
  }

  @AfterEach
  void unlink() throws IOException {
    files.unlink();
  }

  private DoctorReport examine() {
    CheckRunner examination = new CheckRunner(Duration.ofMinutes(2), TerminalProgress.none());
    examination.go(OptionalLong.empty(), new HostChecks(new LocalPanel(root), List.of()).all());
    return new DoctorReport(root, List.of(), Spoken.complete(examination.results()));
  }

  @Test
  void hostWhenAllIsThereIsFine() {
    DoctorReport report = examine();
    assertThat(report.results()).extracting(CheckResult::state).containsOnly(CheckStatus.FINE);
    assertThat(report.story(Language.EN)).contains("version 7.8.9");
  }

  @Test
  void hostWhenNothingIsThereHasFindingsOnly(@TempDir Path empty) {
    root = empty.resolve("nowhere");
    assertThat(examine().exitCode()).isEqualTo(1);
  }

  /** Breaks one thing. */
  private interface Deed {
    void doTo(InstalledFiles files) throws IOException;
  }

  record Break(String what, Deed deed, String id, CheckStatus state, String found, String remedy) {
    OnlyFinding finding() {
      return new OnlyFinding(state, id, found, remedy);
    }

    @Override
    public String toString() {
      return what;
    }
  }

  static List<Break> breaks() {
    return List.of(
        new Break(
            "no link to Java",
            it -> Files.delete(it.java()),
            "java",
            CheckStatus.WARNING,
            "there is no",
            "Install this version again"),
        new Break(
            "a link to nowhere",
            it -> link(it.java(), "/nowhere/java"),
            "java",
            CheckStatus.WARNING,
            "leads nowhere",
            "Install this version again"),
        new Break(
            "another Java",
            it -> link(it.java(), "/bin/sh"),
            "java",
            CheckStatus.WARNING,
            "the launcher takes",
            "Install this version again"),
        new Break(
            "no launcher",
            it -> Files.delete(it.launcher()),
            "launcher",
            CheckStatus.FAILED,
            "not there",
            "Install this version again"),
        new Break(
            "a launcher that may not run",
            it -> allow(it.launcher(), "rw-r--r--"),
            "launcher",
            CheckStatus.FAILED,
            "not executable",
            "chmod 755"),
        new Break(
            "another program's launcher",
            it -> it.launcher("echo '<doc/>'\n"),
            "launcher",
            CheckStatus.FAILED,
            "answers not as this version does: <doc/>",
            "Install this version"),
        new Break(
            "a launcher without Java",
            it -> it.launcher("echo 'no Java' >&2; exit 1\n"),
            "launcher",
            CheckStatus.FAILED,
            "no Java",
            "Install this version again"),
        new Break(
            "a launcher for an interpreter that is missing",
            it -> Files.writeString(it.launcher(), "#!/nowhere/sh\n"),
            "launcher",
            CheckStatus.FAILED,
            "failed:",
            "Install this version again"),
        new Break(
            "a program that everybody may write",
            it -> allow(it.program(), "rw-rw-rw-"),
            "program",
            CheckStatus.WARNING,
            "as root",
            "chmod o-w"),
        new Break(
            "a folder that everybody may write",
            it -> allow(it.program().getParent(), "rwxrwxrwx"),
            "program",
            CheckStatus.WARNING,
            "lib/pmnextcloud, and",
            "chmod o-w"),
        new Break(
            "a broken program",
            it -> Files.writeString(it.program(), "x"),
            "program",
            CheckStatus.FAILED,
            "failed:",
            "Install this version again"),
        new Break(
            "no archive",
            it -> Files.createDirectories(it.archive().getParent()),
            "archive",
            CheckStatus.WARNING,
            "is missing",
            "Install this version again"),
        new Break(
            "an archive that is not used",
            it -> {
              Files.createDirectories(it.archive().getParent());
              Files.createFile(it.archive());
              allow(Files.createFile(it.program().resolveSibling("make-archive")), "rwxr-xr-x");
            },
            "archive",
            CheckStatus.WARNING,
            "another program or Java",
            "lib/pmnextcloud/make-archive"),
        new Break(
            "no folder var",
            it -> Files.delete(it.root().resolve("var")),
            "log",
            CheckStatus.FAILED,
            "there is no folder",
            "mkdir -p"),
        new Break(
            "a log that is none",
            it -> Files.createDirectory(it.root().resolve("var/pmnextcloud.log")),
            "log",
            CheckStatus.FAILED,
            "cannot be written",
            "root may write"),
        new Break(
            "an endless log",
            it -> grow(it.root().resolve("var/pmnextcloud.log")),
            "log",
            CheckStatus.WARNING,
            "2048 MB",
            "begins its next file at 10 MB by itself"),
        new Break(
            "a panel that is to do nothing",
            it -> Files.createFile(it.root().resolve("etc/billmgr.DoNothing")),
            "do_nothing",
            CheckStatus.WARNING,
            "left as they are",
            "etc/billmgr.DoNothing"),
        new Break(
            "another version's description",
            it -> Files.writeString(it.description(), "<mgrdata/>"),
            "description",
            CheckStatus.WARNING,
            "not this version's",
            "Install this version again"),
        new Break(
            "no description",
            it -> Files.delete(it.description()),
            "description",
            CheckStatus.FAILED,
            "not there",
            "Install this version again"));
  }

  private static void link(Path link, String target) throws IOException {
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of(target));
  }

  private static void allow(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static void age(Path path) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
  }

  /** On paper: the disk has none of it. */
  private static void grow(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(2L << 30);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void lineWhenItsThingIsBrokenSaysWhatToDo(Break broken) throws IOException {
    broken.deed().doTo(files);

    DoctorReport report = examine();

    broken.finding().isIn(report);
  }

  @Test
  void archiveWhenThisWasStartedWithItIsUsed() {
    List<String> start = List.of("-Xmx64m", "-XX:SharedArchiveFile=/panel/classes.jsa", "-jar");
    assertThat(new CdsArchiveCheck(root, start).look())
        .isEqualTo(CheckFinding.fine(Sentence.of("doctor.archive_used")));
    List<String> linked = List.of("-Xmx64m", "-XX:AOTCache=/panel/classes.aot", "-cp");
    assertThat(new CdsArchiveCheck(root, linked).look())
        .isEqualTo(CheckFinding.fine(Sentence.of("doctor.aot_cache_used")));
  }

  @Test
  void logWhenTheDiskIsNearlyFullIsWarnedOf() throws IOException {
    CheckFinding finding = new LogAndLockFileCheck(root, Long.MAX_VALUE).look();
    assertThat(finding.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(finding.remedy().in(Language.EN)).contains("Make room");
  }

  /** A shell that is named as the panel's own process is. */
  @Test
  void descriptionWhenNewerThanThePanelsStartIsWarnedOf() throws Exception {
    Path core = root.resolve("bin/core");
    Files.createDirectories(core.getParent());
    Files.copy(Path.of("/bin/sh").toRealPath(), core);
    allow(core, "rwxr-xr-x");
    Process process = new ProcessBuilder(core.toString(), "-c", "read line; :", "billmgr").start();
    try {
      XmlDescriptionCheck check = new XmlDescriptionCheck(root);
      Files.setLastModifiedTime(
          files.description(), FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
      assertThat(check.known().remedy().in(Language.EN)).contains("sbin/mgrctl -m billmgr -R");
      age(files.description());
      assertThat(check.known().found().in(Language.EN)).contains("the panel has started after");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
