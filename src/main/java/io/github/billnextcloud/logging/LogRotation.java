package io.github.billnextcloud.logging;

import io.github.billnextcloud.safe.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Begins the next file when one is full, without losing a line of the many processes that write.
 * May be killed anywhere: the next one goes on from there.
 *
 * <p>A file gets another name at one rotation and is compressed at the next, some time later; in
 * between all writers have looked for the file anew ({@link SharedLogOutputStream}). Without that
 * pause a busy writer's last lines would go into a file that is just being deleted.
 */
record LogRotation(LogFiles files) {

  /** Leaves it to another one that is about it already. */
  void run() throws IOException {
    try (@Nullable LogRotationLock lock = LogRotationLock.tryToTake(files).orElse(null)) {
      if (lock != null && files.isFull() && isTimeAgain()) {
        lock.noteTheTime();
        for (Path file : files.oldestFirst()) {
          PrivateFile.make(file, PrivateFile.FOR_READERS);
        }
        compress();
        makeRoom();
        moveIfThere(files.previous(), files.numbered(2));
        moveIfThere(files.current(), files.previous());
        compress();
      }
    }
  }

  /** The lock's time is that of the last rotation. A clock that was put back keeps nobody. */
  private boolean isTimeAgain() throws IOException {
    if (!Files.exists(files.previous()) && !Files.exists(files.numbered(2))) {
      return true;
    }
    long since = System.currentTimeMillis() - Files.getLastModifiedTime(files.lock()).toMillis();
    return since < 0 || since >= files.pauseMillis();
  }

  /** Only as far as the first gap, so that a run that was killed here costs no old file. */
  private void makeRoom() throws IOException {
    int free = 2;
    while (free < LogFiles.KEPT && Files.exists(files.compressed(free))) {
      free++;
    }
    for (int number = free; number > 2; number--) {
      moveIfThere(files.compressed(number - 1), files.compressed(number));
    }
  }

  /** A compressed file is complete when it has its name; then the plain one may go. */
  private void compress() throws IOException {
    Path plain = files.numbered(2);
    if (!Files.exists(plain)) {
      return;
    }
    if (!Files.exists(files.compressed(2))) {
      Path unfinished = files.folder().resolve(plain.getFileName() + ".new");
      Files.deleteIfExists(unfinished);
      PrivateFile.makeLike(unfinished, plain, PrivateFile.FOR_READERS);
      try (InputStream from = Files.newInputStream(plain);
          OutputStream to = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
        from.transferTo(to);
      }
      Files.setLastModifiedTime(unfinished, Files.getLastModifiedTime(plain));
      moveIfThere(unfinished, files.compressed(2));
    }
    Files.delete(plain);
  }

  private static void moveIfThere(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
