package io.github.billnextcloud.installed;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.conversation.ProgramRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive of class data: used when it fits, passed over and remade when it does not. */
@TestInstance(Lifecycle.PER_CLASS)
class ClassArchiveIT {

  private static final String LIB = "lib/pmnextcloud/";
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir static Path root;

  private Path java;
  private String archive;
  private FileTime made;

  Path jdk() {
    return Path.of(System.getProperty("java.home"));
  }

  boolean isLinked() {
    return Runtime.version().feature() >= 25;
  }

  @BeforeAll
  void install() throws Exception {
    ProgramRun installed =
        ProgramRun.run(
            Path.of("."),
            Map.of("JAVA_HOME", jdk().toString()),
            "dist/install.sh",
            "--prefix",
            root.toString());
    assertThat(installed.exitCode()).as(installed.stderr()).isZero();
    java = file("archive/java").toRealPath();
    assertThat(java).isEqualTo(jdk().resolve("bin/java").toRealPath());
    archive = isLinked() ? "archive/classes.aot" : "archive/classes.jsa";
    Files.copy(file(archive), root.resolve("made"));
    // What is made from now on is not asked how fast it is.
    Files.writeString(file("classes.lst"), FewClassesJava.LIST);
    Files.writeString(file("classes-25.lst"), FewClassesJava.LIST);
    made = Files.getLastModifiedTime(file("pmnextcloud.jar"));
  }

  /** Java tells what it was started with; launcher and archive both find it under its name. */
  @BeforeEach
  void listen() throws Exception {
    Path listener = root.resolve("listener");
    Files.writeString(
        listener,
        "#!/bin/sh\nprintf '%s\\n' \"$@\" >>"
            + root.resolve("told")
            + "\nexec "
            + java
            + " \"$@\"\n");
    Files.setPosixFilePermissions(listener, PosixFilePermissions.fromString("rwxr-xr-x"));
    link("java", listener);
    takeTime("java.time", "java");
    Files.copy(root.resolve("made"), file(archive), REPLACE_EXISTING);
    Files.setLastModifiedTime(file("pmnextcloud.jar"), made);
    takeTime(archive, "pmnextcloud.jar");
    Files.write(file("archive/jvm.time"), new byte[0]);
    takeTime("archive/jvm.time", "archive/jvm");
    link("archive/java", listener);
    Files.deleteIfExists(root.resolve("told"));
  }

  static void takeTime(String name, String from) throws IOException {
    Files.setLastModifiedTime(file(name), Files.getLastModifiedTime(file(from)));
  }

  static void link(String name, Path target) throws IOException {
    Files.deleteIfExists(file(name));
    Files.createSymbolicLink(file(name), target);
  }

  static Path file(String name) {
    return root.resolve(LIB + name);
  }

  static ProgramRun run(String... command) throws Exception {
    return ProgramRun.run(Path.of("."), Map.of(), command);
  }

  static ProgramRun ask(String command) throws Exception {
    return run(root.resolve("processing/pmnextcloud").toString(), "--command", command);
  }

  /** Whether an event, which is answered rightly in any case, was started with the archive. */
  private boolean isUsed() throws Exception {
    Files.deleteIfExists(root.resolve("told"));
    ProgramRun said = ask("no_such_command");
    assertThat(said.stdout())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<doc><error type=")
        .contains("pmnextcloud_command_unknown");
    return told()
        .contains((isLinked() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file(archive));
  }

  static List<String> told() throws IOException {
    return Files.readAllLines(root.resolve("told"));
  }

  @Test
  void archiveWhenItFitsIsUsed() throws Exception {
    assertThat(isUsed()).isTrue();
  }

  @Test
  void featuresWhenAskedStartNoJava() throws Exception {
    assertThat(ask("features")).isEqualTo(new ProgramRun(0, Features.ANSWER, ""));
    assertThat(root.resolve("told")).doesNotExist();
  }

  /** Packages bring files that are older than what was made on this machine. */
  @Test
  void archiveWhenTheJarIsAnotherThoughOlderIsRemadeBesideTheEvent() throws Exception {
    Files.delete(file("archive/tried"));
    Files.setLastModifiedTime(file("pmnextcloud.jar"), LONG_AGO);
    assertThat(isUsed()).isFalse();
    waitUntilRemade();
    link("archive/java", root.resolve("listener"));
    assertThat(isUsed()).isTrue();
  }

  private void waitUntilRemade() throws Exception {
    for (int tries = 0; tries < 3_000 && !isComplete(); tries++) {
      Thread.sleep(100);
    }
    assertThat(isComplete()).isTrue();
  }

  private boolean isComplete() throws IOException {
    return Files.exists(file("archive/jvm.time"))
        && Files.getLastModifiedTime(file(archive)).equals(LONG_AGO);
  }

  @Test
  void archiveWhenTheJdkIsAnotherOfTheSameNameIsPassedOver() throws Exception {
    Files.setLastModifiedTime(file("archive/jvm.time"), LONG_AGO);
    assertThat(isUsed()).isFalse();
  }

  @Test
  void archiveWhenJavaIsAnotherIsPassedOver() throws Exception {
    link("archive/java", java);
    assertThat(isUsed()).isFalse();
  }

  /** By a full disk or a backup: the launcher cannot see it, and Java must not die of it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 100, 5_000, 100_000, -1_000_000, -100_000, -5_000})
  void archiveWhenCutThoughOfTheRightTimeIsGivenUp(int length) throws Exception {
    byte[] whole = Files.readAllBytes(file(archive));
    int left = length < 0 ? whole.length + length : length;
    Files.delete(file(archive));
    Files.write(file(archive), Arrays.copyOf(whole, left));
    takeTime(archive, "pmnextcloud.jar");
    assertThat(isUsed()).as("given to Java, which answers without it").isTrue();
    assertThat(file("archive/jvm.time")).doesNotExist();
    assertThat(isUsed()).isFalse();
  }

  /** Whatever a JVM dies of: who waits for a document gets one. */
  @Test
  void javaWhenItCrashesLeavesADocument() throws Exception {
    // One of this Java's own would be closed at the end of the process, whoever writes on.
    Path pipe = root.resolve("pipe");
    run("mkfifo", pipe.toString());
    Process process =
        new ProcessBuilder("sh", "-c", "exec processing/pmnextcloud --command suspend >pipe")
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said;
    try (InputStream answer = Files.newInputStream(pipe)) {
      // More than a pipe holds: what is in it has been read, by the program itself.
      process.getOutputStream().write(" ".repeat(1 << 18).getBytes(StandardCharsets.UTF_8));
      run("sh", "-c", "kill -SEGV " + process.pid());
      said = NamedPipe.read(answer);
    }
    assertThat(said)
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<doc><error type=")
        .contains("pmnextcloud_internal_error", "var/pmnextcloud.crash")
        .endsWith("</doc>\n");
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(Files.getPosixFilePermissions(root.resolve("var/pmnextcloud.crash")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(isUsed()).isFalse();
  }

  @Test
  void archiveWhenGoneIsNotTriedAgainAtOnce() throws Exception {
    Files.delete(file(archive));
    assertThat(isUsed()).isFalse();
    Thread.sleep(1_000);
    assertThat(told()).noneMatch(word -> word.equals("-Xshare:dump"));
  }

  @Test
  void makeArchiveWhenJavaMakesNoneSaysSoAndLeavesTheOldOne() throws Exception {
    Path broken = Files.writeString(root.resolve("broken"), "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwxr-xr-x"));
    link("java", broken);
    takeTime("java.time", "java");
    ProgramRun refused = run(file("make-archive").toString());
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr()).startsWith("make-archive: ");
    assertThat(file(archive)).exists();
  }
}
