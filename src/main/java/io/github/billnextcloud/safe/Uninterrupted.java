package io.github.billnextcloud.safe;

/** What is done to its end also after a signal, which would end it as any other work. */
public final class Uninterrupted {

  private Uninterrupted() {}

  /** Whoever asked for an end meanwhile is heard afterwards. */
  public static void run(Runnable work) {
    boolean stopped = Thread.interrupted();
    try {
      work.run();
    } finally {
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
