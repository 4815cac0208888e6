package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.safe.PrivateFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The file of locks, opened once however many operations of this process use it: the system gives
 * up all locks of a process on a file as soon as the process closes any descriptor of that file.
 */
final class RefCountedLockFile implements AutoCloseable {

  private static final Map<Path, RefCountedLockFile> OPEN = new HashMap<>();

  private static final byte MARK = 1;

  /** A byte a service; more have none of ours left in them. */
  private static final long MOST_MARKS = 64L << 20;

  /** Bytes that are copied at once. */
  private static final int PART = 1 << 16;

  private static final Duration LONGEST_AT_OLD = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 100;

  private final Path path;
  private final RandomAccessFile file;
  private final Object key;
  private int users;

  private RefCountedLockFile(Path path) throws IOException {
    this.path = path;
    this.key = key(path);
    this.file = new RandomAccessFile(path.toFile(), "rw");
  }

  private static Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  static RefCountedLockFile open(Path path) throws IOException {
    synchronized (OPEN) {
      RefCountedLockFile file = OPEN.get(path);
      PrivateFile.make(path, PrivateFile.OURS);
      if (file == null || !file.isCurrent()) {
        file = new RefCountedLockFile(path);
        OPEN.put(path, file);
      }
      file.users++;
      return file;
    }
  }

  /**
   * Who opened the file while others could may hold a lock on it for ever. Then that is left to
   * him, and a fresh one is ours; but not while one of ours has a lock on the old one, or two
   * operations could work on one service.
   */
  void leaveToStrangers() throws IOException {
    synchronized (OPEN) {
      long old = LockOwnerCheck.number(path);
      if (!LockOwnerCheck.areStrangers(old)) {
        return;
      }
      Path fresh = path.resolveSibling(path.getFileName() + ".new");
      PrivateFile.make(fresh, PrivateFile.OURS);
      try (FileChannel channel =
              FileChannel.open(fresh, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
          FileLock all = channel.tryLock()) {
        if (all != null && LockOwnerCheck.number(path) == old && LockOwnerCheck.areStrangers(old)) {
          copyMarks(channel);
          Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
          // Nobody gets a lock on the fresh one while one of ours, who came meanwhile, has the old.
          awaitOurs(old);
        }
      }
    }
  }

  /**
   * What killed runs have left in it is asked for by whoever gets the lock next. By the descriptor
   * that is open: to close another one would give up all our locks on the file, and so would its
   * channel when this thread is interrupted.
   */
  synchronized void copyMarks(FileChannel fresh) throws IOException {
    if (!isCurrent()) {
      return;
    }
    byte[] part = new byte[PART];
    file.seek(0);
    for (long at = 0; at < MOST_MARKS; at += PART) {
      int read = file.read(part);
      if (read <= 0) {
        return;
      }
      fresh.write(ByteBuffer.wrap(part, 0, read));
    }
  }

  private static void awaitOurs(long old) throws IOException {
    long deadline = System.nanoTime() + LONGEST_AT_OLD.toNanos();
    try {
      while (LockOwnerCheck.areOurs(old) && System.nanoTime() < deadline) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Else another file has its name by now, and a lock on this one keeps nobody away. */
  boolean isCurrent() {
    try {
      return key.equals(key(path));
    } catch (IOException gone) {
      return false;
    }
  }

  /** Empty while somebody else, of this process or of another, has the byte. */
  Optional<FileLock> tryLock(long at) throws IOException {
    try {
      return Optional.ofNullable(file.getChannel().tryLock(at, 1, false));
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  /**
   * What the byte itself holds is for the one who has it locked. Not through the channel: an
   * interrupted thread would close it, and with it give up the locks of all others.
   */
  synchronized boolean isMarked(long at) throws IOException {
    file.seek(at);
    return file.read() == MARK;
  }

  synchronized void mark(long at, boolean marked) throws IOException {
    file.seek(at);
    file.write(marked ? MARK : 0);
  }

  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      if (--users == 0) {
        OPEN.remove(path, this);
        file.close();
      }
    }
  }
}
