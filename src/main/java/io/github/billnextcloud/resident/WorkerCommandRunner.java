package io.github.billnextcloud.resident;

import java.util.Optional;

/** What the worker runs for each request. */
public interface WorkerCommandRunner {

  /** Whether this is for a resident worker at all; asked before anything is done. */
  boolean takes(WorkerRequest request);

  /** Empty when the launcher had better run it by itself. Never throws what a command throws. */
  Optional<Said> run(WorkerRequest request);

  /**
   * What goes to the launcher's stdout and what it exits with.
   *
   * @param sound false when this process should not be trusted with another request
   */
  record Said(String text, int exitCode, boolean sound) {}
}
