package io.github.billnextcloud;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** The log, found again after it was rotated: a resident worker outlives the file it began with. */
final class LogFile extends FileAppender<ILoggingEvent> {

  private Object opened;

  @Override
  public void openFile(String name) throws IOException {
    super.openFile(name);
    opened = identity();
  }

  /** Opens the file anew if another one, or none, has its name now. */
  synchronized void follow() {
    try {
      if (opened == null || !opened.equals(identity())) {
        openFile(getFile());
      }
    } catch (IOException refused) {
      addError("the log cannot be opened again", refused);
    }
  }

  /** Null when there is no file. */
  private Object identity() {
    try {
      return Files.readAttributes(Path.of(getFile()), BasicFileAttributes.class).fileKey();
    } catch (IOException gone) {
      return null;
    }
  }
}
