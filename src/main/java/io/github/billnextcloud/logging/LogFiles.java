package io.github.billnextcloud.logging;

import io.github.billnextcloud.safe.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the log is: {@code pmnextcloud.log}, before it {@code .log.1}, and older ones compressed,
 * {@code .log.2.gz} to {@code .log.8.gz}. They never take more than nine times the size of one.
 *
 * @param folder the panel's folder {@code var}
 * @param mostBytes of the one that is written; then the next is begun
 * @param pauseMillis between two beginnings, however full it is until then
 */
public record LogFiles(Path folder, long mostBytes, long pauseMillis) {

  /** Some hundred thousand lines; compressed, a tenth of it. */
  public static final long USUAL_BYTES = 10L << 20;

  /**
   * A hundred times as long as a writer goes on without looking ({@link SharedLogOutputStream}).
   */
  static final long USUAL_PAUSE_MILLIS = 10_000;

  static final int KEPT = 8;

  private static final String NAME = "pmnextcloud.log";

  public LogFiles(Path folder, long mostBytes) {
    this(folder, mostBytes, USUAL_PAUSE_MILLIS);
  }

  public static LogFiles in(Path folder) {
    return new LogFiles(folder, USUAL_BYTES);
  }

  Path current() {
    return folder.resolve(NAME);
  }

  /** It names customers. Who may read it stays as it was for the one before. */
  void makeCurrent() throws IOException {
    PrivateFile.makeLike(current(), previous(), PrivateFile.FOR_READERS);
  }

  /** A look that costs next to nothing: nothing else of rotation is loaded on the usual way. */
  boolean isFull() {
    return current().toFile().length() > mostBytes;
  }

  /** The one that was written before. */
  Path previous() {
    return numbered(1);
  }

  Path numbered(int number) {
    return folder.resolve(NAME + "." + number);
  }

  Path compressed(int number) {
    return folder.resolve(NAME + "." + number + ".gz");
  }

  /**
   * Not {@code pmnextcloud.lock}: when a process closes a file, the system takes all its locks on
   * that file away, those of services included.
   */
  Path lock() {
    return folder.resolve(NAME + ".lock");
  }

  /** Those that are there. A file that is just being compressed is there twice, and told once. */
  public List<Path> oldestFirst() {
    List<Path> files = new ArrayList<>();
    for (int number = KEPT; number > 0; number--) {
      if (Files.exists(compressed(number))) {
        files.add(compressed(number));
      } else if (Files.exists(numbered(number))) {
        files.add(numbered(number));
      }
    }
    if (Files.exists(current())) {
      files.add(current());
    }
    return files;
  }
}
