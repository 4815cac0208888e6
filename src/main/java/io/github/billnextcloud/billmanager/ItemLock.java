package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.BillingException.Kind;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two operations on one service apart. All services share one file, each has the byte of its
 * own number in it; the system releases the byte when the process ends, however it ends, so there
 * are no stale locks.
 */
public final class ItemLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ItemLock.class);
  private static final String FILE = "pmnextcloud.lock";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 100;

  private final LockFile file;
  private FileLock held;

  private ItemLock(LockFile file) {
    this.file = file;
  }

  /** For what is no service of a panel. */
  public static ItemLock none() {
    return new ItemLock(null);
  }

  /**
   * Waits until nobody else works on this service.
   *
   * @throws BillingException of kind {@code LOCKED} when that takes too long
   */
  static ItemLock take(Path root, long item) {
    return take(root, item, PATIENCE);
  }

  static ItemLock take(Path root, long item, Duration patience) {
    ItemLock lock = new ItemLock(open(root.resolve("var")));
    long deadline = System.nanoTime() + patience.toNanos();
    while (!lock.isTaken(item)) {
      if (System.nanoTime() > deadline) {
        lock.close();
        throw new BillingException(
            Kind.LOCKED, "Another operation works on service " + item + " all the time", null);
      }
      lock.pause();
    }
    return lock;
  }

  /** Null where nothing can be written: working without a lock is better than not working. */
  private static LockFile open(Path folder) {
    try {
      Files.createDirectories(folder);
      return LockFile.open(folder.resolve(FILE));
    } catch (IOException refused) {
      if (OpenFiles.areUsedUp(refused)) {
        // Others have a lock all the same.
        throw new BillingException(
            Kind.REFUSED, "The file of locks cannot be opened: " + refused.getMessage(), refused);
      }
      LOG.warn("there is no lock: {}", refused.getMessage());
      return null;
    }
  }

  private boolean isTaken(long item) {
    try {
      held = file == null ? null : file.tryLock(item);
      return file == null || held != null;
    } catch (IOException refused) {
      LOG.warn("there is no lock: {}", refused.getMessage());
      return true;
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      close();
      Thread.currentThread().interrupt();
      throw new BillingException(Kind.LOCKED, "Stopped while another operation works", stopped);
    }
  }

  @Override
  public void close() {
    try {
      if (held != null) {
        held.release();
      }
      if (file != null) {
        file.close();
      }
    } catch (IOException ignored) {
      // The end of the process releases it.
    }
  }
}
