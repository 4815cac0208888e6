package io.github.billnextcloud.journal;

import io.github.billnextcloud.safe.PrivateFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;

/** Held while the log's files change their names; the end of a process releases it, too. */
record RotationLock(FileChannel file) implements AutoCloseable {

  /** Null when another one has it. */
  static RotationLock tryToTake(LogFiles files) throws IOException {
    PrivateFile.make(files.lock(), PrivateFile.OURS);
    FileChannel file =
        FileChannel.open(files.lock(), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    if (isTaken(file)) {
      return new RotationLock(file);
    }
    file.close();
    return null;
  }

  private static boolean isTaken(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
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
    file.close();
  }
}
