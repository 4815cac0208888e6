package io.github.billnextcloud;

import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.Commands;
import io.github.billnextcloud.command.Event;
import io.github.billnextcloud.command.Failure;
import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.command.Report;
import io.github.billnextcloud.operator.OperatorCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Streams in, exit code out: the only place that knows of {@code System}. BILLmanager starts it once
 * per event; stdout belongs to the answer alone.
 */
public final class Main {

  /** Names the panel's folder; the launcher sets it. */
  static final String ROOT = "pmnextcloud.root";

  private static final String USUAL_ROOT = "/usr/local/mgr5";
  private static final long LAST_MILLIS = 5_000;
  private static final int DONE = 0;
  private static final int FAILED = 1;

  private Main() {}

  public static void main(String[] args) {
    PrintStream stdout = System.out;
    System.setOut(System.err);
    endCleanlyWhenStopped();
    int exitCode = run(System.in, stdout, root(), args);
    stdout.flush();
    // No thread of a library has anything left to do that is worth waiting for.
    Runtime.getRuntime().halt(exitCode);
  }

  /**
   * A signal ends waiting (for the panel, for another operation), so that the answer is still
   * printed; what cannot be interrupted is cut off a little later.
   */
  private static void endCleanlyWhenStopped() {
    Thread main = Thread.currentThread();
    Thread end =
        new Thread(
            () -> {
              main.interrupt();
              try {
                main.join(LAST_MILLIS);
              } catch (InterruptedException twice) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(end);
  }

  static Path root() {
    return Path.of(System.getProperty(ROOT, USUAL_ROOT));
  }

  /** Runs one event. */
  static int run(InputStream stdin, OutputStream stdout, Path root, String... args) {
    if (Features.areAsked(args)) {
      print(stdout, Features.ANSWER);
      return DONE;
    }
    return Run.of(stdin, root, args).answerTo(stdout);
  }

  private static void print(OutputStream stdout, Object document) {
    try {
      stdout.write(document.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException nobodyListens) {
      throw new UncheckedIOException(nobodyListens);
    }
  }

  /** An event for which more is needed than a constant: kept apart, so that it is not loaded. */
  private record Run(XmlOut answer, int exitCode) {

    private static final Logger LOG = logger();

    private static Logger logger() {
      System.setProperty("slf4j.provider", EventLog.class.getName());
      return LoggerFactory.getLogger(Main.class);
    }

    static Run of(InputStream stdin, Path root, String... args) {
      try {
        return of(new Event(Invocation.parse(args), stdin, root));
      } catch (RuntimeException | Error unreadable) {
        return failed(Failure.of(unreadable), unreadable, "command");
      } finally {
        MDC.clear();
      }
    }

    private static Run of(Event event) {
      Invocation asked = event.invocation();
      asked.item().ifPresent(item -> MDC.put("item", item.toString()));
      asked.runningOperation().ifPresent(operation -> MDC.put("op", operation.toString()));
      String name = asked.command();
      Optional<Command> command = Commands.find(name);
      if (command.isPresent() && event.isToDoNothing()) {
        LOG.info("asked: {}; left alone, as etc/billmgr.DoNothing tells us", name);
        return new Run(XmlOut.ok(), DONE);
      }
      return command
          .or(() -> OperatorCommands.find(name))
          .map(known -> run(known, event))
          .orElseGet(() -> failed(Failure.unknownCommand(name), null, "command"));
    }

    @SuppressWarnings("try") // The lock is only held.
    private static Run run(Command command, Event event) {
      String name = event.invocation().command();
      LOG.info("asked: {}", name);
      try (ItemLock lock = event.lock()) {
        return new Run(command.run(event), DONE);
      } catch (RuntimeException | Error thrown) {
        Failure failure = Failure.of(thrown);
        Run run = failed(failure, thrown, name);
        new Report(event, failure).send(run.answer);
        return run;
      }
    }

    private static Run failed(Failure failure, Throwable thrown, String object) {
      LOG.error("failed: {}", failure, failure.isBug() ? thrown : null);
      return new Run(failure.document(object), FAILED);
    }

    int answerTo(OutputStream stdout) {
      print(stdout, answer);
      return exitCode;
    }
  }
}
