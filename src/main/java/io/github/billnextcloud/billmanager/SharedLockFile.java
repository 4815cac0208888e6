package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.safe.PrivateFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/**
 * The file of locks, opened once however many operations of this process use it: the system gives
 * up all locks of a process on a file as soon as the process closes any descriptor of that file.
 */
final class SharedLockFile implements AutoCloseable {

  private static final Map<Path, SharedLockFile> OPEN = new HashMap<>();

  private static final byte MARK = 1;

  private final Path path;
  private final RandomAccessFile file;
  private final Object key;
  private int users;

  private SharedLockFile(Path path) throws IOException {
    this.path = path;
    PrivateFile.makeUnshared(path);
    this.key = key(path);
    this.file = new RandomAccessFile(path.toFile(), "rw");
  }

  private static Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  static SharedLockFile open(Path path) throws IOException {
    synchronized (OPEN) {
      SharedLockFile file = OPEN.get(path);
      if (file == null || PrivateFile.isShared(path) || !file.isCurrent()) {
        file = new SharedLockFile(path);
        OPEN.put(path, file);
      }
      file.users++;
      return file;
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

  /** Null while somebody else, of this process or of another, has the byte. */
  FileLock tryLock(long at) throws IOException {
    try {
      return file.getChannel().tryLock(at, 1, false);
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
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
