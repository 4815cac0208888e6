package io.github.billnextcloud.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of ours are for nobody else, and what was there before becomes so. */
class PrivateFileTest {

  /** Bytes, of more than one page of memory. */
  private static final int LONG = 100_000;

  private static final int TIMES = 200;

  @TempDir Path folder;

  private Path file(String name, String mode) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void fileWhenItIsNewIsOurs() throws IOException {
    PrivateFile.make(folder.resolve("lock"), PrivateFile.OURS);
    assertThat(mode(folder.resolve("lock"))).isEqualTo("rw-------");
    PrivateFile.make(folder.resolve("log"), PrivateFile.FOR_READERS);
    assertThat(mode(folder.resolve("log"))).isEqualTo("rw-r-----");
  }

  @ParameterizedTest
  @CsvSource({
    "rw-r--r--, rw-r-----",
    "rw-rw-rw-, rw-r-----",
    "rw-------, rw-------",
    "---------, rw-------"
  })
  void fileWhenItWasThereIsAllowedNoMoreThanItShould(String found, String mended)
      throws IOException {
    Path file = file("log", found);
    PrivateFile.make(file, PrivateFile.FOR_READERS);
    assertThat(mode(file)).isEqualTo(mended);
  }

  @ParameterizedTest
  @CsvSource({"rw-------, rw-------", "---------, rw-------", "rw-rw-r--, rw-r-----"})
  void fileWhenItFollowsAnotherIsAllowedTheSame(String before, String after) throws IOException {
    Path file = folder.resolve("log");
    PrivateFile.makeLike(file, file("log.1", before), PrivateFile.FOR_READERS);
    assertThat(mode(file)).isEqualTo(after);
  }

  @Test
  void fileWhenItFollowsNobodyIsAsUsual() throws IOException {
    Path file = folder.resolve("log");
    PrivateFile.makeLike(file, folder.resolve("log.1"), PrivateFile.OURS);
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @Test
  void linkWhenItLeadsElsewhereIsLeftAlone() throws IOException {
    Path target = file("target", "rw-r--r--");
    Files.createSymbolicLink(folder.resolve("log"), target);
    PrivateFile.make(folder.resolve("log"), PrivateFile.OURS);
    assertThat(mode(target)).isEqualTo("rw-r--r--");
  }

  @Test
  void replacedWhenALinkIsInThePlaceDoesNotFollowIt() throws IOException {
    Path target = Files.writeString(file("target", "rw-r--r--"), "precious");
    Path page = Files.createSymbolicLink(folder.resolve("page"), target);
    PrivateFile.replace(page, "text");
    assertThat(target).hasContent("precious");
    assertThat(page).hasContent("text");
    assertThat(Files.isSymbolicLink(page)).isFalse();
    assertThat(mode(page)).isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining("glob:**/.pmnextcloud*");
  }

  /** Of a killed run; who writes at this moment, and whoever else calls files so, loses nothing. */
  @Test
  void replacedWhenOthersWereLeftTakesTheOldOnesAway() throws IOException {
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
    FileTime young = FileTime.from(Instant.now().minus(Duration.ofHours(23)));
    String name = ".pmnextcloud" + UUID.randomUUID();
    Files.setLastModifiedTime(file(name, "rw-------"), old);
    Path fresh = file(".pmnextcloud" + UUID.randomUUID(), "rw-------");
    Files.setLastModifiedTime(fresh, young);
    Path notes = Files.setLastModifiedTime(file(".pmnextcloud-notes", "rw-------"), old);
    Path backup = Files.setLastModifiedTime(file(name + ".old", "rw-------"), old);
    Path place =
        Files.setLastModifiedTime(
            Files.createDirectory(folder.resolve(".pmnextcloud" + UUID.randomUUID())), old);

    PrivateFile.replace(folder.resolve("page"), "text");

    assertThat(folder.resolve(name)).doesNotExist();
    assertThat(List.of(fresh, notes, backup, place)).allMatch(Files::exists);
  }

  @Test
  void leftFileWhenItIsAnothersStays() throws IOException {
    assumeTrue(System.getProperty("user.name").equals("root"));
    Path left = file(".pmnextcloud" + UUID.randomUUID(), "rw-------");
    Files.setAttribute(left, "unix:uid", 65534);
    Files.setLastModifiedTime(left, FileTime.fromMillis(0));
    PrivateFile.replace(folder.resolve("page"), "text");
    assertThat(left).exists();
  }

  /** What somebody may see in between is what a killed run leaves. */
  @Test
  void replacedWhenItIsReadMeanwhileIsTheOneOrTheOther() throws Exception {
    Path kept = folder.resolve("kept");
    List<String> texts = List.of("1".repeat(LONG), "2".repeat(LONG + 1));
    PrivateFile.replace(kept, texts.get(0));
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int time = 1; time <= TIMES; time++) {
                replace(kept, texts.get(time % texts.size()));
              }
            });
    while (!writer.isDone()) {
      assertThat(texts.contains(Files.readString(kept))).as("whole").isTrue();
    }
    writer.get();
  }

  private static void replace(Path file, String text) {
    try {
      PrivateFile.replace(file, text);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  @Test
  void replacedWhenThePlaceIsNoFilesIsRefused() throws IOException {
    for (Path place : new Path[] {folder, Path.of("/dev/null"), Path.of("/dev/stdout")}) {
      assertThatThrownBy(() -> PrivateFile.replace(place, "text"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is no file");
    }
    assertThat(folder).isEmptyDirectory();
  }

  /** Its owner could put a link in the place of the folder, or of what was just made in it. */
  @Test
  void replacedWhenTheFolderIsAnothersIsRefused() throws IOException {
    assumeTrue(System.getProperty("user.name").equals("root"));
    Path another = Files.createDirectory(folder.resolve("another"));
    Path below = Files.createDirectory(another.resolve("below"));
    Files.setAttribute(another, "unix:uid", 65534);
    for (Path place : new Path[] {another.resolve("page"), below.resolve("page")}) {
      assertThatThrownBy(() -> PrivateFile.replace(place, "text"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is in a folder of another user");
      assertThat(place).doesNotExist();
    }
  }

  @Test
  void replacedWhenEverybodyMayChangeTheFolderIsRefused() throws IOException {
    assumeTrue(System.getProperty("user.name").equals("root"));
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> PrivateFile.replace(open.resolve("page"), "text"))
        .hasMessageContaining("is in a folder of another user");
    Files.setAttribute(open, "unix:mode", 01777);
    PrivateFile.replace(open.resolve("page"), "text");
    assertThat(open.resolve("page")).hasContent("text");
  }
}
