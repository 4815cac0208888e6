package io.github.billnextcloud.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.billnextcloud.resident.WorkerCommandRunner.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When a worker answers, when it turns away, and when it ends. */
@Timeout(300)
class WorkerTest {

  private static final long SELF = ProcessHandle.current().pid();
  private static final String ANSWER = ":<doc/>\npmnextcloud exit 0";

  @TempDir Path folder;

  private final CountDownLatch hanging = new CountDownLatch(1);
  private final CompletableFuture<String> interrupted = new CompletableFuture<>();
  private Path socket;
  private Worker worker;
  private CompletableFuture<String> end;

  @BeforeEach
  void start() throws IOException {
    start(Duration.ofMinutes(1));
  }

  private void start(Duration idle) throws IOException {
    socket = folder.resolve("sock");
    Path origin = Files.writeString(folder.resolve("jar"), "one");
    worker =
        new Worker(
            WorkerSocket.make(socket),
            ProgramFilesSnapshot.of(List.of(origin)),
            new WorkerLimits(2, Duration.ofMillis(200), idle),
            new Puppet());
    end = CompletableFuture.supplyAsync(worker::serve);
  }

  @AfterEach
  void stop() {
    hanging.countDown();
    worker.end("the test is over");
    end.join();
  }

  /** Does what its one argument says. */
  private final class Puppet implements WorkerCommandRunner {

    @Override
    public boolean takes(WorkerRequest request) {
      return !request.args().contains("foreign");
    }

    @Override
    public Optional<Said> run(WorkerRequest request) {
      return switch (request.args().get(0)) {
        case "hang" -> hang();
        case "pass" -> Optional.empty();
        case "break" -> Optional.of(new Said("<doc/>", 1, false));
        default -> Optional.of(new Said("<doc/>", 0, true));
      };
    }

    private Optional<Said> hang() {
      try {
        hanging.await();
        return Optional.of(new Said("<doc/>", 0, true));
      } catch (InterruptedException stopped) {
        interrupted.complete("interrupted");
        return Optional.of(new Said("stopped", 1, true));
      }
    }
  }

  private String ask(String arg) throws IOException {
    try (Caller caller = new Caller(socket)) {
      return caller.ask(SELF, arg).hear();
    }
  }

  @Test
  void answerWhenAskedIsTextAndExitCode() throws IOException {
    assertThat(ask("x")).isEqualTo(ANSWER);
  }

  @Test
  void answerWhenTheProgramDoesNotTakeItIsNone() throws IOException {
    assertThat(ask("foreign")).isEmpty();
    assertThat(ask("pass")).as("it is not frozen").isEqualTo("\npmnextcloud left");
    assertThat(ask("x")).isEqualTo(ANSWER);
  }

  @Test
  void answerWhenAllSeatsAreTakenIsNoneSoonAndThenAgain() throws IOException {
    try (Caller one = new Caller(socket).ask(SELF, "hang");
        Caller other = new Caller(socket).ask(SELF, "hang")) {
      assertThat(one.hearOne()).as("the first sign of life").isEqualTo('H');
      assertThat(other.hearOne()).isEqualTo('H');
      assertThat(ask("x")).isEmpty();
      hanging.countDown();
      assertThat(one.hear()).endsWith(ANSWER);
      assertThat(other.hear()).endsWith(ANSWER);
    }
    assertThat(ask("x")).isEqualTo(ANSWER);
  }

  @Test
  void garbageWhenItComesIsHungUpOn() throws IOException {
    try (Caller silent = new Caller(socket);
        Caller loud = new Caller(socket).say("\0\1\2 garbage\n\n")) {
      assertThat(loud.hear()).isEmpty();
      assertThat(ask("x")).isEqualTo(ANSWER);
      assertThat(silent).isNotNull();
    }
  }

  @Test
  void manyWhenTheyOnlyConnectAreTurnedAwayAtOnce() throws IOException {
    Caller[] silent = new Caller[8];
    for (int at = 0; at < silent.length; at++) {
      silent[at] = new Caller(socket);
    }
    assertThatThrownBy(() -> assertThat(ask("x")).isEqualTo(ANSWER))
        .isInstanceOfAny(AssertionError.class, IOException.class);
    for (Caller caller : silent) {
      caller.close();
    }
  }

  @Test
  void waitingWhenTheLauncherIsGoneIsInterrupted() throws Exception {
    Process launcher = new ProcessBuilder("sleep", "60").start();
    try (Caller caller = new Caller(socket).ask(launcher.pid(), "hang")) {
      assertThat(caller.hearOne()).isEqualTo('H');
      assertThat(interrupted).isNotDone();
      launcher.destroyForcibly().waitFor();
      assertThat(interrupted.get(60, TimeUnit.SECONDS)).isEqualTo("interrupted");
    }
  }

  @Test
  void waitingWhenNobodyListensIsInterrupted() throws Exception {
    new Caller(socket).ask(SELF, "hang").close();
    assertThat(interrupted.get(60, TimeUnit.SECONDS)).isEqualTo("interrupted");
  }

  @Test
  void endWhenTheProgramHasChangedComesBeforeTheNextRequest() throws Exception {
    assertThat(ask("x")).isEqualTo(ANSWER);
    Files.writeString(folder.resolve("jar"), "another");
    assertThat(ask("x")).isEmpty();
    assertThat(end.get(60, TimeUnit.SECONDS))
        .isEqualTo(
            "the program or its Java has changed; 1 requests answered, 1 left to their launchers");
    assertThat(socket).doesNotExist();
  }

  @Test
  void endWhenARequestWentWrongComesAfterItsAnswer() throws Exception {
    assertThat(ask("break")).isEqualTo(":<doc/>\npmnextcloud exit 1");
    assertThat(end.get(60, TimeUnit.SECONDS)).startsWith("a request went wrong");
  }

  @Test
  void endWhenStoppedLetsTheRunningFinish() throws Exception {
    try (Caller caller = new Caller(socket).ask(SELF, "hang")) {
      assertThat(caller.hearOne()).isEqualTo('H');
      worker.end("stopped");
      assertThatThrownBy(() -> ask("x")).isInstanceOf(IOException.class);
      assertThat(end).isNotDone();
      hanging.countDown();
      assertThat(caller.hear()).endsWith(ANSWER);
    }
    assertThat(end.get(60, TimeUnit.SECONDS)).startsWith("stopped; 1 requests answered");
  }

  @Test
  void endWhenNobodyAsksIsIdleAndTakesTheSocketAway() throws Exception {
    stop();
    start(Duration.ofSeconds(3));
    assertThat(ask("x")).isEqualTo(ANSWER);
    assertThat(end.get(60, TimeUnit.SECONDS)).startsWith("idle; 1 requests answered");
    assertThat(folder).isDirectoryNotContaining("glob:**sock*");
  }

  /** Launchers come to whatever lies there: nobody would ever ask this one again. */
  @Test
  void endWhenTheSocketIsAnothersComesThoughNobodyAsks() throws Exception {
    WorkerSocket other = WorkerSocket.make(folder.resolve("other"));
    Files.move(folder.resolve("other"), socket, StandardCopyOption.ATOMIC_MOVE);

    assertThat(end.get(2, TimeUnit.MINUTES)).startsWith("the socket is gone");
    assertThat(socket).as("the other's stays").exists();
    other.close();
  }

  @Test
  void endWhenTheSocketCannotBeTakenAwayComesAllTheSame() throws Exception {
    Set<PosixFilePermission> before = Files.getPosixFilePermissions(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    try {
      assumeThat(Files.isWritable(folder)).as("root may write anywhere").isFalse();
      worker.end("the test is over");
      assertThat(end.get(2, TimeUnit.MINUTES)).startsWith("the test is over");
    } finally {
      Files.setPosixFilePermissions(folder, before);
    }
  }

  @Test
  void socketWhenMadeIsForItsOwnerOnly() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
        .isEqualTo("rw-------");
  }

  @Test
  void socketWhenAWorkerListensIsNotTaken() {
    assertThatThrownBy(() -> WorkerSocket.make(socket))
        .hasMessageContaining("another worker listens");
  }
}
