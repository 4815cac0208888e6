package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.safe.PrivateFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * The file of locks, opened once however many operations of this process use it: the system gives
 * up all locks of a process on a file as soon as the process closes any descriptor of that file.
 */
final class LockFile implements AutoCloseable {

  private static final Map<Path, LockFile> OPEN = new HashMap<>();

  private final Path path;
  private final FileChannel channel;
  private int users;

  private LockFile(Path path) throws IOException {
    this.path = path;
    PrivateFile.make(path, PrivateFile.OURS);
    this.channel = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  static LockFile open(Path path) throws IOException {
    synchronized (OPEN) {
      LockFile file = OPEN.get(path);
      if (file == null) {
        file = new LockFile(path);
        OPEN.put(path, file);
      }
      file.users++;
      return file;
    }
  }

  /** Null while somebody else, of this process or of another, has the byte. */
  FileLock tryLock(long at) throws IOException {
    try {
      return channel.tryLock(at, 1, false);
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (OPEN) {
      if (--users == 0) {
        OPEN.remove(path);
        channel.close();
      }
    }
  }
}
