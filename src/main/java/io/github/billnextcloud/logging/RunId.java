package io.github.billnextcloud.logging;

/**
 * The number that keeps the log's stories apart: of the process that BILLmanager has started. A
 * resident worker tells a story for each of them; threads that a story begins belong to it.
 */
public final class RunId {

  private static final long OWN = ProcessHandle.current().pid();

  private static final InheritableThreadLocal<Long> TOLD = new InheritableThreadLocal<>();

  private RunId() {}

  /** What this thread does from now on belongs to that process. */
  public static void begin(long process) {
    TOLD.set(process);
  }

  static long number() {
    Long told = TOLD.get();
    return told == null ? OWN : told;
  }
}
