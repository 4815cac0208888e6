package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.safe.PrivateFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One operation at a time on a service, any number on different ones. */
class ItemLockTest {

  private static final Duration SHORT = Duration.ofMillis(150);

  @TempDir Path root;

  @Test
  void takeWhenTheServiceIsFreeTakesItAtOnce() {
    try (ItemLock lock = ItemLock.take(root, 7, Duration.ZERO)) {
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void takeWhenAnotherHoldsTheServiceRefusesInTheEnd() {
    try (ItemLock held = ItemLock.take(root, 7, SHORT)) {
      assertThatThrownBy(() -> ItemLock.take(root, 7, SHORT))
          .isInstanceOf(BillingException.class)
          .hasMessage("Another operation works on service 7 all the time")
          .hasFieldOrPropertyWithValue("kind", BillingErrorKind.LOCKED);
      assertThat(held).isNotNull();
    }
  }

  @Test
  void takeWhenTheOtherHasEndedTakesIt() {
    ItemLock.take(root, 7, SHORT).close();
    try (ItemLock lock = ItemLock.take(root, 7, Duration.ZERO)) {
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void takeWhenAnotherServiceIsHeldDoesNotWait() {
    List<ItemLock> held =
        List.of(
            ItemLock.take(root, 7, Duration.ZERO),
            ItemLock.take(root, 8, Duration.ZERO),
            ItemLock.take(root, 999_999_999_999L, Duration.ZERO));
    held.forEach(ItemLock::close);
    assertThat(held).hasSize(3);
  }

  /** A resident worker holds several; the system gives up all of a file when one is closed. */
  @Test
  void closeWhenThisProcessHoldsAnotherServiceLeavesThatAlone() throws Exception {
    try (ItemLock held = ItemLock.take(root, 7, Duration.ZERO)) {
      ItemLock.take(root, 8, Duration.ZERO).close();
      assertThatThrownBy(() -> ItemLock.take(root, 7, Duration.ZERO)).hasMessageContaining("7");
      assertThat(held).isNotNull();
      assertThat(OtherProcess.takes(root, 7)).isEqualTo("LOCKED");
      assertThat(OtherProcess.takes(root, 8)).isEqualTo("taken");
    }
    assertThat(OtherProcess.takes(root, 7)).isEqualTo("taken");
  }

  @Test
  void takeWhenItsThreadIsInterruptedLeavesTheOthersTheirs() throws Exception {
    try (ItemLock held = ItemLock.take(root, 7, Duration.ZERO)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> ItemLock.take(root, 7, SHORT)).hasMessageContaining("Stopped");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(held).isNotNull();
      assertThat(OtherProcess.takes(root, 7)).isEqualTo("LOCKED");
    }
  }

  /** A process that was killed leaves the file, and the file says nothing. */
  @Test
  void takeWhenAFileIsLeftOverTakesIt() throws Exception {
    Files.createDirectories(root.resolve("var"));
    Files.writeString(root.resolve("var/pmnextcloud.lock"), "left over");
    try (ItemLock lock = ItemLock.take(root, 7, Duration.ZERO)) {
      assertThat(lock).isNotNull();
    }
  }

  /** Whoever may read it could hold a lock on it, and every operation would wait for that. */
  @Test
  void takeWhenOthersMayReadTheFileForbidsThem() throws Exception {
    Files.createDirectories(root.resolve("var"));
    Path file = Files.writeString(root.resolve("var/pmnextcloud.lock"), "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    ItemLock.take(root, 7, Duration.ZERO).close();
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PrivateFile.OURS);
  }

  /** Who opened it while it was for all keeps that, and his lock; we go elsewhere. */
  @Test
  void takeWhenAStrangerHasLockedTheFileThatWasLooseUsesAFreshOne() throws Exception {
    Path file = looseFile();
    Process stranger = OtherProcess.strangerWithLock(file);
    assumeThat(stranger.getInputStream().read()).isEqualTo('+');
    try (ItemLock lock = ItemLock.take(root, 9, SHORT)) {
      assertThat(lock).isNotNull();
      assertThat(OtherProcess.takes(root, 9)).isEqualTo("LOCKED");
      assertThat(OtherProcess.takes(root, 10)).isEqualTo("taken");
      assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PrivateFile.OURS);
      assertThat(root.resolve("var")).isDirectoryNotContaining("glob:**.new");
    } finally {
      stranger.destroyForcibly().waitFor();
    }
  }

  /** Nobody is named who has it, so none of ours has. What killed runs have left is kept. */
  @Test
  void takeWhenAStrangersOpenFileHasTheLockUsesAFreshOneWithTheSameMarks() throws Exception {
    Path file = looseFile();
    byte[] marks = {0, 0, 0, 1, 0, 1};
    Files.write(file, marks);
    Process stranger = OtherProcess.strangerWithLockOfTheOpenFile(file);
    assumeThat(stranger.getInputStream().read()).isEqualTo('+');
    try (ItemLock lock = ItemLock.take(root, 9, SHORT)) {
      assertThat(lock).isNotNull();
      assertThat(Arrays.copyOf(Files.readAllBytes(file), marks.length)).isEqualTo(marks);
    } finally {
      stranger.destroyForcibly().waitFor();
    }
  }

  /** Under another file, a second operation would work on the service beside the first. */
  /** What the threads of a resident worker hold is not for one of them to give up. */
  @Test
  void copyMarksWhenTheThreadIsInterruptedLeavesTheOthersTheirs() throws Exception {
    Path path = Files.createDirectories(root.resolve("var")).resolve("pmnextcloud.lock");
    try (RefCountedLockFile file = RefCountedLockFile.open(path);
        FileLock held = file.tryLock(7).orElseThrow();
        FileChannel fresh =
            FileChannel.open(
                root.resolve("fresh"),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      file.mark(9, true);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> file.copyMarks(fresh)).isInstanceOf(IOException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(held.isValid()).isTrue();
      assertThat(file.isMarked(9)).isTrue();
    }
  }

  @Test
  void takeWhenTheLooseFileIsInUseByOneOfOursWaits() throws Exception {
    Path file = looseFile();
    Object kept = Files.getAttribute(file, "unix:ino");
    Process stranger = OtherProcess.strangerWithLock(file);
    assumeThat(stranger.getInputStream().read()).isEqualTo('+');
    try (FileChannel ours = FileChannel.open(file, StandardOpenOption.WRITE)) {
      assertThat(ours.lock(7, 1, false).isValid()).isTrue();
      assertThat(OtherProcess.takes(root, 7)).isEqualTo("LOCKED");
      assertThat(OtherProcess.takes(root, 9)).isEqualTo("LOCKED");
      assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(kept);
      assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PrivateFile.OURS);
    } finally {
      stranger.destroyForcibly().waitFor();
    }
    assertThat(OtherProcess.takes(root, 7)).isEqualTo("taken");
  }

  private Path looseFile() throws IOException {
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectories(root.resolve("var"));
    Path file = Files.writeString(root.resolve("var/pmnextcloud.lock"), "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    return file;
  }

  @Test
  void takeWhenTheFileGetsReplacedMeanwhileTakesTheNewOne() throws Exception {
    ItemLock held = ItemLock.take(root, 7, SHORT);
    Path file = root.resolve("var/pmnextcloud.lock");
    CompletableFuture<ItemLock> waiting =
        CompletableFuture.supplyAsync(() -> ItemLock.take(root, 7, Duration.ofSeconds(60)));
    Thread.sleep(SHORT.toMillis());
    PrivateFile.replace(file, "");
    try (ItemLock lock = waiting.get(60, TimeUnit.SECONDS)) {
      assertThat(lock).isNotNull();
      held.close();
      assertThat(OtherProcess.takes(root, 7)).isEqualTo("LOCKED");
    }
  }

  @Test
  void takeWhenTheOneBeforeWasKilledWaitsForItsCall() throws Exception {
    Files.createDirectories(root.resolve("var"));
    markAsAtWork(7);
    Process call = call("elid=7");
    try {
      assertThatThrownBy(() -> ItemLock.take(root, 7, SHORT))
          .hasMessage("mgrctl still works for a run on service 7 that was killed")
          .hasFieldOrPropertyWithValue("kind", BillingErrorKind.LOCKED);
      ItemLock.take(root, 8, SHORT).close();
    } finally {
      call.destroyForcibly().waitFor();
    }
    ItemLock.take(root, 7, SHORT).close();
  }

  @Test
  void takeWhenTheOneBeforeHasEndedDoesNotLookForCalls() throws Exception {
    ItemLock.take(root, 7, SHORT).close();
    Process call = call("elid=7");
    try {
      ItemLock.take(root, 7, SHORT).close();
    } finally {
      call.destroyForcibly().waitFor();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"elid=71", "elid=17", "name=elid=7"})
  void takeWhenTheCallIsOfAnotherServiceDoesNotWait(String argument) throws Exception {
    Files.createDirectories(root.resolve("var"));
    markAsAtWork(7);
    Process call = call(argument);
    try {
      ItemLock.take(root, 7, SHORT).close();
    } finally {
      call.destroyForcibly().waitFor();
    }
  }

  @Test
  void closeWhenASignalCameLeavesWordForTheNext() throws Exception {
    ItemLock lock = ItemLock.take(root, 7, SHORT);
    Thread.currentThread().interrupt();
    lock.close();
    assertThat(Thread.interrupted()).isTrue();
    Process call = call("elid=7");
    try {
      assertThatThrownBy(() -> ItemLock.take(root, 7, SHORT)).hasMessageContaining("killed");
    } finally {
      call.destroyForcibly().waitFor();
    }
  }

  private void markAsAtWork(int item) throws IOException {
    byte[] marks = new byte[item + 1];
    marks[item] = 1;
    Path file = Files.write(root.resolve("var/pmnextcloud.lock"), marks);
    Files.setPosixFilePermissions(file, PrivateFile.OURS);
  }

  private Process call(String argument) throws IOException {
    Path mgrctl = Files.createDirectories(root.resolve("sbin")).resolve("mgrctl");
    Files.writeString(mgrctl, "sleep 600\n");
    Process call =
        new ProcessBuilder("sh", mgrctl.toString(), "service.postresume", argument).start();
    // For a moment a new process shows no arguments yet.
    Path arguments = Path.of("/proc", Long.toString(call.pid()), "cmdline");
    while (!Files.readString(arguments).contains(argument)) {
      Thread.onSpinWait();
    }
    return call;
  }

  @Test
  void takeWhenNothingCanBeWrittenGoesOnWithoutALock() throws Exception {
    Path file = Files.writeString(root.resolve("no-folder"), "");
    try (ItemLock first = ItemLock.take(file, 7, SHORT);
        ItemLock second = ItemLock.take(file, 7, SHORT)) {
      assertThat(first).isNotSameAs(second);
    }
  }
}
