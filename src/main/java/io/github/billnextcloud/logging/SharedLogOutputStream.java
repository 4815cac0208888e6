package io.github.billnextcloud.logging;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the log, next to all other processes that do, each line at once. Looks for the file
 * anew several times a second, because another process may have begun the next one.
 */
public final class SharedLogOutputStream extends OutputStream {

  private static final long STAYS_NANOS = 100_000_000;
  private static final long STAYS_BYTES = 1 << 20;

  private final LogFiles files;
  private @Nullable FileOutputStream file;
  private long opened;
  private long written;

  public SharedLogOutputStream(LogFiles files) {
    this.files = files;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  /** A log that cannot be written must not end an operation: it is tried again with the next. */
  @Override
  public synchronized void write(byte[] line, int offset, int length) {
    try {
      FileOutputStream at = file;
      if (at == null || System.nanoTime() - opened > STAYS_NANOS || written > STAYS_BYTES) {
        at = open();
      }
      at.write(line, offset, length);
      written += length;
    } catch (IOException refused) {
      close();
    }
  }

  private FileOutputStream open() throws IOException {
    close();
    if (files.isFull()) {
      rotate();
    }
    files.makeCurrent();
    FileOutputStream current = new FileOutputStream(files.current().toFile(), true);
    file = current;
    opened = System.nanoTime();
    written = 0;
    return current;
  }

  /** Where it cannot be rotated it grows, and everything is in it. */
  private void rotate() {
    try {
      new LogRotation(files).run();
    } catch (IOException refused) {
      opened = 0;
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException lost) {
      opened = 0;
    } finally {
      file = null;
    }
  }
}
