package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.BillingException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  private final FileChannel file;

  private ItemLock(FileChannel file) {
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
    FileChannel file = open(root.resolve("var"));
    if (file == null) {
      return none();
    }
    ItemLock lock = new ItemLock(file);
    long deadline = System.nanoTime() + patience.toNanos();
    while (!isTaken(file, item)) {
      if (System.nanoTime() > deadline) {
        lock.close();
        throw new BillingException(
            Kind.LOCKED, "Another operation works on service " + item + " all the time", null);
      }
      pause(lock);
    }
    return lock;
  }

  /** Null where nothing can be written: working without a lock is better than not working. */
  private static FileChannel open(Path folder) {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException refused) {
      LOG.warn("there is no lock: {}", refused.getMessage());
      return null;
    }
  }

  private static boolean isTaken(FileChannel file, long item) {
    try {
      FileLock lock = file.tryLock(item, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    } catch (IOException refused) {
      LOG.warn("there is no lock: {}", refused.getMessage());
      return true;
    }
  }

  private static void pause(ItemLock lock) {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      lock.close();
      Thread.currentThread().interrupt();
      throw new BillingException(Kind.LOCKED, "Stopped while another operation works", stopped);
    }
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException ignored) {
      // The end of the process releases it.
    }
  }
}
