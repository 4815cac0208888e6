package io.github.billnextcloud.app;

import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.logging.LogbackSetup;
import io.github.billnextcloud.logging.RunId;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.resident.ProgramFilesSnapshot;
import io.github.billnextcloud.resident.Worker;
import io.github.billnextcloud.resident.WorkerCommandRunner;
import io.github.billnextcloud.resident.WorkerLimits;
import io.github.billnextcloud.resident.WorkerRequest;
import io.github.billnextcloud.resident.WorkerSocket;
import io.github.billnextcloud.safe.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;

/** The program as it stays in memory: each request is one event, as if a process had begun. */
public final class ResidentProgram implements WorkerCommandRunner {

  /** The launcher's option; BILLmanager never gives it. */
  public static final String ASKED = "--resident";

  private static final Logger LOG = LogbackSetup.logger(ResidentProgram.class);
  private static final String SOCKET = "var/pmnextcloud.sock";

  /** By which the launcher ends a worker that is frozen, and the removal one that is left. */
  private static final String NUMBER = "var/pmnextcloud.pid";

  private static final int USUALLY_AT_ONCE = 8;
  private static final int USUALLY_IDLE_SECONDS = 600;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

  /** Less than systemd waits (TimeoutStopSec), so that what still waits is told in time. */
  private static final long FINISH_MILLIS = 75_000;

  private static final long LAST_MILLIS = 5_000;

  private final CachedPanel panel;

  private ResidentProgram(CachedPanel panel) {
    this.panel = panel;
  }

  /** Serves until there is a reason to end, and returns the exit code. */
  public static int serve(Path root) {
    CloudFactory.getReady();
    WorkerLimits limits =
        new WorkerLimits(
            Integer.getInteger("pmnextcloud.at_once", USUALLY_AT_ONCE),
            PATIENCE,
            Duration.ofSeconds(Integer.getInteger("pmnextcloud.idle", USUALLY_IDLE_SECONDS)));
    try (WorkerSocket door = WorkerSocket.open(root.resolve(SOCKET));
        CachedPanel panel = new CachedPanel(root, limits.atOnce(), KNOWN_FOR)) {
      Path number = root.resolve(NUMBER);
      String ours = ProcessHandle.current().pid() + "\n";
      PrivateFile.replace(number, ours);
      Worker worker =
          new Worker(
              door, ProgramFilesSnapshot.of(files(root)), limits, new ResidentProgram(panel));
      finishWhenStopped(worker);
      LOG.info("resident worker: takes requests");
      LOG.info("resident worker: ends, {}", worker.serve());
      // While the last requests were finished, another worker may have begun.
      if (Files.exists(number) && Files.readString(number).equals(ours)) {
        Files.deleteIfExists(number);
      }
      return EventOutcome.DONE;
    } catch (IOException refused) {
      LOG.error("resident worker: there is no socket: {}", refused.getMessage());
      return EventOutcome.FAILED;
    }
  }

  /** What a new worker might see otherwise: our code, its Java, trusted roots, the day's zone. */
  private static List<Path> files(Path root) {
    Path java = Path.of(System.getProperty("java.home"));
    return List.of(
        root.resolve("lib/pmnextcloud/pmnextcloud.jar"),
        root.resolve("lib/pmnextcloud/java"),
        root.resolve("etc/debug.conf"),
        java.resolve("lib/modules"),
        java.resolve("lib/server/libjvm.so"),
        java.resolve("lib/security/cacerts"),
        Path.of("/etc/localtime"));
  }

  private static void finishWhenStopped(Worker worker) {
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  worker.end("stopped");
                  try {
                    main.join(FINISH_MILLIS);
                    worker.hurry();
                    main.join(LAST_MILLIS);
                  } catch (InterruptedException twice) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }

  @Override
  public boolean takes(WorkerRequest request) {
    try {
      return Invocation.parse(args(request))
          .command()
          .flatMap(Commands::find)
          .filter(it -> !it.is(CommandTrait.NEEDS_OWN_PROCESS))
          .isPresent();
    } catch (InvalidInputException unreadable) {
      return false;
    }
  }

  @Override
  public Optional<Said> run(WorkerRequest request) {
    RunId.begin(request.process());
    Passed stdin = new Passed(request.stdin());
    EventOutcome outcome =
        Program.run(
            stdin, panel.forOneEvent(), TerminalProgress.none(), Invocation.of(args(request)));
    return stdin.wasMissed()
            || outcome.isComplaint()
            || outcome.isDoubtful()
            || !isText(outcome.answer())
        ? Optional.empty()
        : Optional.of(new Said(outcome.answer().text(), outcome.exitCode(), outcome.isSound()));
  }

  /** A form comes back as it came in, and the launcher's shell knows UTF-8, and no zero in it. */
  private static boolean isText(CommandResult answer) {
    return answer.text().indexOf('\0') < 0
        && Arrays.equals(answer.text().getBytes(StandardCharsets.UTF_8), answer.bytes());
  }

  private static String[] args(WorkerRequest request) {
    return request.args().toArray(String[]::new);
  }

  /** The launcher's stdin; of one that it has not read we can only say that it was missed. */
  private static final class Passed extends InputStream {

    private final Optional<InputStream> read;
    private boolean missed;

    Passed(Optional<byte[]> read) {
      this.read = read.map(java.io.ByteArrayInputStream::new);
    }

    boolean wasMissed() {
      return missed;
    }

    @Override
    public int read() throws IOException {
      if (read.isEmpty()) {
        missed = true;
        throw new IOException("the launcher has not read it");
      }
      return read.get().read();
    }
  }
}
