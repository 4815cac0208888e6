package io.github.billnextcloud.operator.logs;

import io.github.billnextcloud.logging.LogFiles;
import io.github.billnextcloud.logging.LogRotationLock;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads the log from its oldest file to its newest line. */
public final class LogReader {

  private static final int MOST_TRIES = 100;
  private static final long PAUSE_MILLIS = 20;

  private final LogFiles files;
  private final Instant since;
  private @Nullable LogLine line;

  LogReader(LogFiles files) {
    this(files, Instant.EPOCH);
  }

  private LogReader(LogFiles files, Instant since) {
    this.files = files;
    this.since = since;
  }

  /** Without the files that have nothing new in them since then; of the others, all lines. */
  public static LogReader since(LogFiles files, Instant time) {
    return new LogReader(files, time);
  }

  public void each(Consumer<LogLine> reader) throws IOException {
    Map<Path, InputStream> all = new LinkedHashMap<>();
    try {
      open(all);
      for (Map.Entry<Path, InputStream> file : all.entrySet()) {
        read(file.getKey(), file.getValue(), reader);
      }
      end(reader);
    } finally {
      for (InputStream file : all.values()) {
        file.close();
      }
    }
  }

  /** All at once, before one of them gets another name. */
  @SuppressWarnings("try") // The lock is only held.
  private void open(Map<Path, InputStream> all) throws IOException {
    try (@Nullable LogRotationLock lock = lock().orElse(null)) {
      for (Path file : files.oldestFirst()) {
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
          all.put(file, Files.newInputStream(file));
        }
      }
    }
  }

  /** Whoever rotates is soon ready; who may not write here reads without. */
  private Optional<LogRotationLock> lock() throws IOException {
    for (int tries = 0; tries < MOST_TRIES && Files.isWritable(files.folder()); tries++) {
      Optional<LogRotationLock> lock = LogRotationLock.tryToTake(files);
      if (lock.isPresent()) {
        return lock;
      }
      pause();
    }
    return Optional.empty();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Path name, InputStream file, Consumer<LogLine> reader) throws IOException {
    try {
      InputStream text = name.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
      for (String row = lines.readLine(); row != null; row = lines.readLine()) {
        Optional<LogLine> next = LogLine.parse(row);
        if (next.isPresent()) {
          end(reader);
          line = next.get();
        } else if (line != null) {
          line.goOn(row);
        }
      }
    } catch (EOFException | ZipException damaged) {
      // The disk was full: what there is was read.
      return;
    }
  }

  private void end(Consumer<LogLine> reader) {
    if (line != null) {
      reader.accept(line);
    }
    line = null;
  }
}
