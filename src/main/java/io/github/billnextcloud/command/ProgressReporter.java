package io.github.billnextcloud.command;

import java.io.PrintStream;

/** Tells a person at a terminal how far long work has come; nobody, when BILLmanager asked. */
public final class ProgressReporter {

  private static final long EVERY_MILLIS = 200;

  private final PrintStream terminal;
  private long last;

  private ProgressReporter(PrintStream terminal) {
    this.terminal = terminal;
  }

  public static ProgressReporter onTerminal(PrintStream terminal) {
    return new ProgressReporter(terminal);
  }

  public static ProgressReporter none() {
    return new ProgressReporter(null);
  }

  /** One line that writes over itself: "users read: 4250 of 10000". */
  public void at(String what, long done, long all) {
    long now = System.nanoTime() / 1_000_000;
    if (terminal != null && (now - last >= EVERY_MILLIS || done >= all)) {
      last = now;
      terminal.print("\r" + what + ": " + done + " of " + all);
      terminal.flush();
    }
  }

  /** Nothing more to come: what is printed next begins a line of its own. */
  public void end() {
    if (terminal != null && last != 0) {
      terminal.println();
    }
  }
}
