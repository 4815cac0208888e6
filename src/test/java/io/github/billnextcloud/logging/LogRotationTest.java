package io.github.billnextcloud.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.safe.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log's files take turns, and no line is lost. */
class LogRotationTest {

  private static final int WRITERS = 4;
  private static final int LINES = 1_500;

  @TempDir Path folder;

  private LogFiles files(long most) {
    return new LogFiles(folder, most, 0);
  }

  @Test
  void linesWhenManyProcessesWriteAreAllThere() throws Exception {
    // Half a megabyte in fewer files than are kept, however long a busy machine takes.
    LogFiles files = new LogFiles(folder, 80_000, 400);
    List<Process> others = new ArrayList<>();
    for (int writer = 1; writer < WRITERS; writer++) {
      others.add(start(files, "w" + writer));
    }
    OtherWriter.write(files, "w0", LINES);
    for (Process other : others) {
      assertThat(other.waitFor()).isZero();
    }
    Set<String> lines = new TreeSet<>();
    int all = 0;
    for (Path file : files.oldestFirst()) {
      List<String> read = lines(file);
      all += read.size();
      read.forEach(line -> lines.add(line.replaceFirst(" x+$", "")));
    }
    assertThat(files.oldestFirst()).hasSizeGreaterThan(3);
    assertThat(lines).hasSize(WRITERS * LINES).allMatch(line -> line.matches("w\\d \\d+"));
    assertThat(all).isEqualTo(WRITERS * LINES);
  }

  private Process start(LogFiles files, String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            OtherWriter.class.getName(),
            folder.toString(),
            Long.toString(files.mostBytes()),
            Long.toString(files.pauseMillis()),
            name,
            Integer.toString(LINES))
        .inheritIO()
        .start();
  }

  @Test
  void filesWhenTheyAreManyAreBounded() throws IOException {
    for (int file = 0; file < 20; file++) {
      Files.writeString(files(10).current(), "file " + file + "\nlong enough\n");
      new LogRotation(files(10)).run();
    }
    assertThat(names())
        .containsExactlyInAnyOrder(
            "pmnextcloud.log.1",
            "pmnextcloud.log.2.gz",
            "pmnextcloud.log.3.gz",
            "pmnextcloud.log.4.gz",
            "pmnextcloud.log.5.gz",
            "pmnextcloud.log.6.gz",
            "pmnextcloud.log.7.gz",
            "pmnextcloud.log.8.gz",
            "pmnextcloud.log.lock");
    assertThat(first()).containsExactly("12", "13", "14", "15", "16", "17", "18", "19");
  }

  @Test
  void fileWhenItIsNotFullStays() throws IOException {
    Files.writeString(files(100).current(), "short\n");
    new LogRotation(files(100)).run();
    OtherWriter.write(files(1_000), "w", 1);
    assertThat(names()).containsExactlyInAnyOrder("pmnextcloud.log", "pmnextcloud.log.lock");
    assertThat(lines(files(100).current())).hasSize(2);
  }

  /** What a run leaves behind that was killed after each of its steps. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 1 2.gz 3.gz", // nothing done
        "0 1 3.gz 4.gz", // room is made
        "0 2 3.gz 4.gz", // the former one is out of the way
        "1 2 3.gz 4.gz", // the full one, too
        "1 2 2.gz 3.gz 4.gz", // compressed, and still there
        "1 2.gz 3.gz 4.gz", // all done
        "0 1 3.gz 4.gz 5.gz 6.gz 7.gz 8.gz", // room is made in a full row
      })
  void linesWhenARotationWasKilledAreStillThere(String left) throws IOException {
    List<String> before = new ArrayList<>();
    for (String file : left.split(" ")) {
      String line = file.equals("2.gz") && left.contains(" 2 ") ? "file 2" : "file " + file;
      write(file, line);
      before.add(line.replaceFirst("file ", ""));
    }
    Files.writeString(folder.resolve("pmnextcloud.log.2.new"), "half");
    Files.writeString(
        files(1).current(), "file new\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    new LogRotation(files(1)).run();
    assertThat(allLines()).containsExactlyInAnyOrderElementsOf(expected(before));
    assertThat(names()).doesNotContain("pmnextcloud.log.2", "pmnextcloud.log.2.new");
  }

  private static List<String> expected(List<String> before) {
    return Stream.concat(before.stream().distinct(), Stream.of("new")).toList();
  }

  private Path file(String name) {
    return folder.resolve("pmnextcloud.log" + (name.equals("0") ? "" : "." + name));
  }

  private void write(String file, String line) throws IOException {
    Path path = file(file);
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (file.endsWith(".gz")) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(path))) {
        gzip.write(bytes);
      }
    } else {
      Files.write(path, bytes);
    }
  }

  @Test
  void writerWhenAnotherRotatesFindsTheNewFile() throws Exception {
    try (SharedLogOutputStream log = new SharedLogOutputStream(files(10))) {
      log.write("before, long enough\n".getBytes(StandardCharsets.UTF_8));
      new LogRotation(files(10)).run();
      Thread.sleep(150);
      log.write("after\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(lines(files(10).current())).containsExactly("after");
    assertThat(lines(files(10).previous())).containsExactly("before, long enough");
  }

  /** Who may read one is who may read the next; nobody may read more than our group. */
  @ParameterizedTest
  @CsvSource({"rw-------, rw-------", "rw-r-----, rw-r-----", "rw-rw-rw-, rw-r-----"})
  void filesWhenTheyTakeTurnsAreAllowedToTheSame(String before, String after) throws IOException {
    for (String name : List.of("0", "1", "3.gz")) {
      write(name, "long enough");
      allow(name, before);
    }
    new LogRotation(files(10)).run();
    OtherWriter.write(files(1_000), "w", 1);
    for (String name : List.of("0", "1", "2.gz", "3.gz")) {
      assertThat(Files.getPosixFilePermissions(file(name)))
          .as(name)
          .isEqualTo(PosixFilePermissions.fromString(after));
    }
    assertThat(Files.getPosixFilePermissions(files(10).lock())).isEqualTo(PrivateFile.OURS);
  }

  private void allow(String name, String mode) throws IOException {
    Files.setPosixFilePermissions(file(name), PosixFilePermissions.fromString(mode));
  }

  @Test
  void rotationWhenTheLastIsJustOverWaits() throws IOException {
    LogFiles files = new LogFiles(folder, 1, 60_000);
    Files.writeString(files.current(), "first\n");
    new LogRotation(files).run();
    Files.writeString(files.current(), "second\n");
    new LogRotation(files).run();
    assertThat(lines(files.current())).containsExactly("second");
    Files.setLastModifiedTime(files.lock(), FileTime.fromMillis(0));
    new LogRotation(files).run();
    assertThat(files.current()).doesNotExist();
    assertThat(lines(files.compressed(2))).containsExactly("first");
  }

  @Test
  @SuppressWarnings("try") // The lock is only held.
  void rotationWhenAnotherIsAboutItLeavesItAlone() throws IOException {
    Files.writeString(files(1).current(), "full\n");
    try (LogRotationLock other = LogRotationLock.tryToTake(files(1)).orElseThrow()) {
      new LogRotation(files(1)).run();
      assertThat(files(1).previous()).doesNotExist();
    }
    new LogRotation(files(1)).run();
    assertThat(files(1).previous()).exists();
  }

  @Test
  void rotationWhenOthersOnceCouldOpenTheLockDependsOnNoneOfThem() throws IOException {
    Files.writeString(files(1).current(), "full\n");
    Files.createFile(files(1).lock());
    Files.setPosixFilePermissions(files(1).lock(), PosixFilePermissions.fromString("rw-r--r--"));
    try (FileChannel other = FileChannel.open(files(1).lock(), StandardOpenOption.READ)) {
      FileLock shared = other.lock(0, Long.MAX_VALUE, true);

      new LogRotation(files(1)).run();

      assertThat(shared.isValid()).isTrue();
      assertThat(files(1).previous()).exists();
    }
  }

  /** To close a file takes all locks on it away that a process has. */
  @Test
  @SuppressWarnings("try") // The lock is only held.
  void lockWhenAskedForAgainHereStillKeepsOtherProcessesOut() throws Exception {
    Files.writeString(files(1).current(), "full\n");
    try (LogRotationLock held = LogRotationLock.tryToTake(files(1)).orElseThrow()) {
      assertThat(LogRotationLock.tryToTake(files(1))).isEmpty();

      assertThat(start(files(1), "w").waitFor()).isZero();

      assertThat(files(1).previous()).doesNotExist();
    }
  }

  @Test
  void logWhenItCannotBeRotatedGrows() throws IOException {
    Files.createDirectories(files(10).lock());
    OtherWriter.write(files(10), "w", 300);
    assertThat(lines(files(10).current())).hasSize(300);
  }

  @Test
  void logWhenItsFolderIsGoneHarmsNobody() {
    OtherWriter.write(new LogFiles(folder.resolve("gone"), 10), "w", 3);
    assertThat(folder).isEmptyDirectory();
  }

  private List<String> allLines() throws IOException {
    List<String> all = new ArrayList<>();
    for (Path file : files(1).oldestFirst()) {
      lines(file).forEach(line -> all.add(line.replaceFirst("file ", "")));
    }
    return all;
  }

  private List<String> first() throws IOException {
    List<String> first = new ArrayList<>();
    for (Path file : files(1).oldestFirst()) {
      first.add(lines(file).get(0).replaceFirst("file ", ""));
    }
    return first;
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
