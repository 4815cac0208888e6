package io.github.billnextcloud.logging;

import io.github.billnextcloud.safe.PrivateFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Held while the log's files change their names; the end of a process releases it, too. */
public record LogRotationLock(Path path, FileChannel file) implements AutoCloseable {

  /** By this process, which must not open such a file again: to close it would release the lock. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /** Empty when another one has it. */
  public static Optional<LogRotationLock> tryToTake(LogFiles files) throws IOException {
    Path path = files.lock().toAbsolutePath();
    if (!HELD.add(path)) {
      return Optional.empty();
    }
    Optional<FileChannel> file = Optional.empty();
    try {
      file = locked(path);
    } finally {
      if (file.isEmpty()) {
        HELD.remove(path);
      }
    }
    return file.map(it -> new LogRotationLock(path, it));
  }

  private static Optional<FileChannel> locked(Path path) throws IOException {
    PrivateFile.makeUnshared(path);
    FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    FileLock lock = file.tryLock();
    if (lock == null) {
      file.close();
      return Optional.empty();
    }
    return Optional.of(file);
  }

  /**
   * The file's time is that of the last rotation. It is written to, because to set its time the JDK
   * would open and close it, and so release the lock.
   */
  void noteTheTime() throws IOException {
    file.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      HELD.remove(path);
    }
  }
}
