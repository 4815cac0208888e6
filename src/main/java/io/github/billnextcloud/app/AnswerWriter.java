package io.github.billnextcloud.app;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one who waits for the answer: hears one, whoever is the first to have it. */
public final class AnswerWriter {

  private static final String CONFIRMED = "--runningoperation";

  private final PrintStream stdout;
  private final PrintStream stderr;
  private final boolean needed;
  private final LauncherNotifier watcher;
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * @param args of an operation of the panel, which hears of it by its confirmation, or of what can
   *     be asked again
   */
  public AnswerWriter(PrintStream stdout, PrintStream stderr, String... args) {
    this(stdout, stderr, LauncherNotifier.none(), args);
  }

  private AnswerWriter(
      PrintStream stdout, PrintStream stderr, LauncherNotifier watcher, String... args) {
    this.stdout = stdout;
    this.watcher = watcher;
    this.stderr = stderr;
    this.needed = !List.of(args).contains(CONFIRMED);
  }

  /** The one for whom the launcher has started this Java. */
  public static AnswerWriter ofLauncher(PrintStream stdout, PrintStream stderr, String... args) {
    return new AnswerWriter(stdout, stderr, LauncherNotifier.tellBegun(), args);
  }

  /** Returns the exit code. */
  public int tell(EventOutcome outcome) {
    if (!outcome.isComplaint()) {
      return tell(outcome.answer().bytes(), outcome.exitCode());
    }
    if (isFirst()) {
      stderr.print(outcome.answer().text());
    }
    return outcome.exitCode();
  }

  /** An answer that does not arrive has not been given. */
  public int tell(byte[] answer, int exitCode) {
    if (isFirst()) {
      stdout.write(answer, 0, answer.length);
      boolean lost = stdout.checkError();
      return lost && needed ? Math.max(exitCode, EventOutcome.FAILED) : exitCode;
    }
    return EventOutcome.FAILED;
  }

  private boolean isFirst() {
    boolean first = told.compareAndSet(false, true);
    if (first) {
      watcher.tellAnswered();
    }
    return first;
  }
}
