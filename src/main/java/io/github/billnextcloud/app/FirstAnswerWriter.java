package io.github.billnextcloud.app;

import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.text.Sentence;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one who waits for the answer: hears one, whoever is the first to have it. */
public final class FirstAnswerWriter {

  private final PrintStream stdout;
  private final PrintStream stderr;
  private final boolean needed;
  private final LauncherNotifier watcher;
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * @param needed false where the panel hears of it by a confirmation
   */
  public FirstAnswerWriter(PrintStream stdout, PrintStream stderr, boolean needed) {
    this(stdout, stderr, LauncherNotifier.none(), needed);
  }

  private FirstAnswerWriter(
      PrintStream stdout, PrintStream stderr, LauncherNotifier watcher, boolean needed) {
    this.stdout = stdout;
    this.watcher = watcher;
    this.stderr = stderr;
    this.needed = needed;
  }

  /** The one for whom the launcher has started this Java. */
  public static FirstAnswerWriter ofLauncher(
      PrintStream stdout, PrintStream stderr, boolean needed) {
    return new FirstAnswerWriter(stdout, stderr, LauncherNotifier.tellBegun(), needed);
  }

  /** Returns the exit code. A person whose disk is full is told so, too. */
  public int tell(EventOutcome outcome, Invocation asked) {
    if (!outcome.isComplaint()) {
      int exitCode = tell(outcome.answer().bytes(), outcome.exitCode());
      if (stdout.checkError() && asked.isTyped()) {
        stderr.println("pmnextcloud: " + Sentence.of("command.unwritten").in(asked.language()));
      }
      return exitCode;
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
