package io.github.billnextcloud;

import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.Language;
import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.command.Progress;
import io.github.billnextcloud.journal.LogFiles;
import io.github.billnextcloud.provisioning.Clouds;
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

  /** Names the panel's folder; the launcher sets it. */
  static final String ROOT = "pmnextcloud.root";

  /** True when a person looks at stderr; the launcher finds out. */
  static final String TERMINAL = "pmnextcloud.terminal";

  /** The number of the file that takes the answer; the launcher chooses it. */
  private static final String ANSWER = "pmnextcloud.answer";

  /** Another size than the usual one, for tests. */
  static final String LOG_BYTES = "pmnextcloud.log.bytes";

  private static final String USUAL_ROOT = "/usr/local/mgr5";
  private static final long LAST_MILLIS = 4_000;

  private Main() {}

  public static void main(String[] args) {
    PrintStream stdout = stdout();
    System.setOut(System.err);
    int exitCode =
        args.length == 1 && args[0].equals(Resident.ASKED)
            ? Resident.serve(root())
            : runOnce(stdout, args);
    // No thread of a library has anything left to do that is worth waiting for.
    Runtime.getRuntime().halt(exitCode);
  }

  /** Where the launcher has kept the JVM's own words away from the answer, that is elsewhere. */
  private static PrintStream stdout() {
    String number = System.getProperty(ANSWER, "1");
    try {
      return number.equals("1")
          ? System.out
          : new PrintStream(new FileOutputStream("/proc/self/fd/" + number, true));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static int runOnce(PrintStream stdout, String... args) {
    Listener listener = new Listener(stdout, System.err, args);
    if (!Features.areAsked(args)) {
      if (!Invocation.isTyped(args)) {
        Clouds.getReady();
      }
      endCleanlyWhenStopped(listener, args);
    }
    int exitCode = run(System.in, listener, root(), args);
    ClassArchive.giveUpIfRefused(root());
    return exitCode;
  }

  /**
   * A signal ends waiting (for the panel, for another operation), so that the answer is still
   * printed; for what cannot be interrupted the answer is printed here.
   */
  private static void endCleanlyWhenStopped(Listener listener, String... args) {
    Thread main = Thread.currentThread();
    Thread end =
        new Thread(
            () -> {
              main.interrupt();
              try {
                main.join(LAST_MILLIS);
                listener.tell(Run.stopped(root(), args));
              } catch (InterruptedException twice) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(end);
  }

  static Path root() {
    return Path.of(System.getProperty(ROOT, USUAL_ROOT));
  }

  /** Of one file of the log. */
  static long mostLogBytes() {
    return Long.getLong(LOG_BYTES, LogFiles.USUAL_BYTES);
  }

  static String locale() {
    return System.getProperty(Language.LOCALE, "");
  }

  static int run(InputStream stdin, OutputStream stdout, Path root, String... args) {
    return run(stdin, new Listener(new PrintStream(stdout), System.err, args), root, args);
  }

  /** Runs one event. What is asked most urgently is answered before anything else is loaded. */
  private static int run(InputStream stdin, Listener listener, Path root, String... args) {
    if (Features.areAsked(args)) {
      return listener.tell(Features.ANSWER.getBytes(StandardCharsets.UTF_8), 0);
    }
    Progress progress =
        Boolean.getBoolean(TERMINAL) ? Progress.onTerminal(System.err) : Progress.none();
    return listener.tell(Run.of(stdin, root, progress, args));
  }
}
