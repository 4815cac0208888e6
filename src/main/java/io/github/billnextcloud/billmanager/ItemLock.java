package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.mgrctl.FileDescriptorExhaustion;
import io.github.billnextcloud.billmanager.mgrctl.OrphanedMgrctlProcesses;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two operations on one service apart. All services share one file, each has the byte of its
 * own number in it; the system releases the byte when the process ends, however it ends, so there
 * are no stale locks.
 *
 * <p>A call of mgrctl may outlive the process that has made it. So the byte itself says whether
 * somebody works; who finds it so with nobody at work waits for the calls that were left behind.
 */
public final class ItemLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ItemLock.class);
  private static final String FILE = "pmnextcloud.lock";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 100;

  /** A greater one is none of a service; its byte would make a file of terabytes. */
  private static final long GREATEST = Integer.MAX_VALUE;

  private @Nullable RefCountedLockFile file;
  private final long item;
  private @Nullable FileLock held;

  private ItemLock(@Nullable RefCountedLockFile file, long item) {
    this.file = file;
    this.item = item;
  }

  /** For what is no service of a panel. */
  public static ItemLock none() {
    return new ItemLock(null, 0);
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
    ItemLock lock = new ItemLock(open(root.resolve("var")).orElse(null), item);
    long deadline = System.nanoTime() + patience.toNanos();
    while (!lock.isTaken()) {
      lock.passOverStrangers();
      if (lock.file != null && !lock.file.isCurrent()) {
        lock.release();
        lock.file = open(root.resolve("var")).orElse(null);
        continue;
      }
      lock.pause(deadline, "panel.locked");
    }
    while (lock.isMarked() && OrphanedMgrctlProcesses.areAtWork(root, item)) {
      lock.pause(deadline, "panel.locked_by_killed");
    }
    lock.mark(true);
    return lock;
  }

  /** Empty where nothing can be written: working without a lock is better than not working. */
  private static Optional<RefCountedLockFile> open(Path folder) {
    try {
      Files.createDirectories(folder);
      return Optional.of(RefCountedLockFile.open(folder.resolve(FILE)));
    } catch (IOException refused) {
      if (FileDescriptorExhaustion.areUsedUp(refused)) {
        // Others have a lock all the same.
        throw new BillingException(
            BillingErrorKind.REFUSED,
            Sentence.of("panel.no_lock_file", LocalizableException.sentenceOf(refused)),
            refused);
      }
      LOG.warn("there is no lock: {}", refused.getMessage());
      return Optional.empty();
    }
  }

  private boolean isTaken() {
    try {
      held = file == null ? null : file.tryLock(item).orElse(null);
      return file == null || (held != null && file.isCurrent());
    } catch (IOException refused) {
      LOG.warn("there is no lock: {}", refused.getMessage());
      return true;
    }
  }

  private void passOverStrangers() {
    try {
      if (file != null) {
        file.leaveToStrangers();
      }
    } catch (IOException unknown) {
      LOG.warn("who has the lock is not known: {}", unknown.getMessage());
    }
  }

  private boolean hasMark() {
    return held != null && item <= GREATEST;
  }

  private boolean isMarked() {
    try {
      return file != null && hasMark() && file.isMarked(item);
    } catch (IOException unknown) {
      LOG.warn("there is no mark: {}", unknown.getMessage());
      return false;
    }
  }

  private void mark(boolean atWork) {
    try {
      if (file != null && hasMark()) {
        file.mark(item, atWork);
      }
    } catch (IOException refused) {
      LOG.warn("there is no mark: {}", refused.getMessage());
    }
  }

  private void pause(long deadline, String why) {
    if (System.nanoTime() > deadline) {
      release();
      throw new BillingException(BillingErrorKind.LOCKED, Sentence.of(why, item));
    }
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      release();
      throw BillingException.stopped("another operation works");
    }
  }

  /** What a signal has ended may have left a call behind. */
  @Override
  public void close() {
    if (!Thread.currentThread().isInterrupted()) {
      mark(false);
    }
    release();
  }

  private void release() {
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
