package io.github.billnextcloud.app;

import io.github.billnextcloud.settings.LauncherProperties;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The part of the launcher that stays, and answers in our place should we end without an answer.
 */
final class LauncherNotifier {

  private final OutputStream pipe;

  private LauncherNotifier(OutputStream pipe) {
    this.pipe = pipe;
  }

  /** From here on a fault is no longer one of the installation. */
  static LauncherNotifier tellBegun() {
    int number = LauncherProperties.watcherFile();
    if (number == 0) {
      return none();
    }
    try {
      LauncherNotifier watcher =
          new LauncherNotifier(new FileOutputStream("/proc/self/fd/" + number));
      watcher.tell("begun");
      return watcher;
    } catch (IOException gone) {
      return none();
    }
  }

  static LauncherNotifier none() {
    return new LauncherNotifier(OutputStream.nullOutputStream());
  }

  /** From here on it is for us alone to answer. */
  void tellAnswered() {
    tell("answered");
  }

  private void tell(String word) {
    try {
      pipe.write((word + '\n').getBytes(StandardCharsets.US_ASCII));
    } catch (IOException gone) {
      // Then nobody answers but us.
    }
  }
}
