package io.github.billnextcloud;

import io.github.billnextcloud.app.CdsArchiveInvalidation;
import io.github.billnextcloud.app.FirstAnswerWriter;
import io.github.billnextcloud.app.Program;
import io.github.billnextcloud.app.ResidentProgram;
import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.settings.LauncherProperties;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Streams in, exit code out: the only place that knows of {@code System}. BILLmanager starts it
 * once per event; stdout belongs to the answer alone.
 */
public final class Main {

  private static final long LAST_MILLIS = 4_000;

  private Main() {}

  public static void main(String[] args) {
    PrintStream stdout = stdout();
    System.setOut(System.err);
    int exitCode =
        args.length == 1 && args[0].equals(ResidentProgram.ASKED)
            ? ResidentProgram.serve(LauncherProperties.root())
            : runOnce(stdout, args);
    // No thread of a library has anything left to do that is worth waiting for.
    Runtime.getRuntime().halt(exitCode);
  }

  /** Where the launcher has kept the JVM's own words away from the answer, that is elsewhere. */
  private static PrintStream stdout() {
    int number = LauncherProperties.answerFile();
    try {
      return number == 1
          ? System.out
          : new PrintStream(new FileOutputStream("/proc/self/fd/" + number, true));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static int runOnce(PrintStream stdout, String... args) {
    int exitCode;
    if (Features.areAsked(args)) {
      exitCode = tellFeatures(FirstAnswerWriter.ofLauncher(stdout, System.err, true));
    } else {
      Invocation asked = Invocation.of(args);
      FirstAnswerWriter listener =
          FirstAnswerWriter.ofLauncher(stdout, System.err, !asked.isOfOperation());
      if (!asked.isTyped()) {
        CloudFactory.getReady();
      }
      endCleanlyWhenStopped(listener, asked);
      LocalPanel panel = Program.panel(LauncherProperties.root());
      exitCode = listener.tell(Program.run(System.in, panel, progress(asked), asked), asked);
    }
    CdsArchiveInvalidation.giveUpIfRefused(LauncherProperties.root());
    return exitCode;
  }

  /**
   * A signal ends waiting (for the panel, for another operation), so that the answer is still
   * printed; for what cannot be interrupted the answer is printed here.
   */
  private static void endCleanlyWhenStopped(FirstAnswerWriter listener, Invocation asked) {
    Thread main = Thread.currentThread();
    Thread end =
        new Thread(
            () -> {
              main.interrupt();
              try {
                main.join(LAST_MILLIS);
                listener.tell(Program.stopped(asked), asked);
              } catch (InterruptedException twice) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(end);
  }

  public static int run(InputStream stdin, OutputStream stdout, Path root, String... args) {
    Invocation asked = Invocation.of(args);
    FirstAnswerWriter listener =
        new FirstAnswerWriter(new PrintStream(stdout), System.err, !asked.isOfOperation());
    if (Features.areAsked(args)) {
      return tellFeatures(listener);
    }
    return listener.tell(Program.run(stdin, Program.panel(root), progress(asked), asked), asked);
  }

  /** What is asked most urgently is answered before anything else is loaded. */
  private static int tellFeatures(FirstAnswerWriter listener) {
    return listener.tell(Features.ANSWER.getBytes(StandardCharsets.UTF_8), 0);
  }

  private static TerminalProgress progress(Invocation asked) {
    if (LauncherProperties.isAtTerminal()) {
      return TerminalProgress.onTerminal(System.err, asked.language());
    }
    return asked.isTyped()
        ? TerminalProgress.ofLines(System.err, asked.language())
        : TerminalProgress.none();
  }
}
