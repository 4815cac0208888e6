package io.github.billnextcloud.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full log makes room for the next, and no line is lost. */
class RotationTest {

  private static final int WRITERS = 3;
  private static final int LINES = 3_000;

  /** Less than a third of all lines: the log is full a few times, and nothing is dropped. */
  private static final long MOST_BYTES = 32 << 10;

  @TempDir Path folder;

  /** Writes its lines, as one of several processes. */
  public static final class Writer {
    public static void main(String[] args) throws InterruptedException {
      try (LogStream log = new LogStream(new LogFiles(Path.of(args[0]), MOST_BYTES))) {
        for (int number = 0; number < LINES; number++) {
          byte[] line = (args[1] + " " + number + "\n").getBytes(StandardCharsets.UTF_8);
          log.write(line, 0, line.length);
          if (number % 10 == 0) {
            // Long enough for writers to look for the file anew.
            Thread.sleep(1);
          }
        }
      }
    }
  }

  @Test
  void linesWhenSeveralProcessesWriteAndRotateAreAllThere() throws Exception {
    List<Process> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      writers.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Writer.class.getName(),
                  folder.toString(),
                  "writer" + writer)
              .inheritIO()
              .start());
    }
    for (Process writer : writers) {
      assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(writer.exitValue()).isZero();
    }
    List<String> expected =
        IntStream.range(0, WRITERS)
            .boxed()
            .flatMap(
                writer -> IntStream.range(0, LINES).mapToObj(it -> "writer" + writer + " " + it))
            .toList();
    assertThat(all(new LogFiles(folder, MOST_BYTES))).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(folder.resolve("pmnextcloud.log.1")).exists();
  }

  @Test
  void filesWhenManyAreFullAreNoMoreThanKept() throws IOException {
    LogFiles files = new LogFiles(folder, 10);
    for (int turn = 0; turn < 20; turn++) {
      Files.writeString(files.current(), "turn " + turn + " is long enough\n");
      new Rotation(files).run();
    }
    assertThat(files.oldestFirst()).hasSize(LogFiles.KEPT);
    assertThat(all(files)).first().isEqualTo("turn 12 is long enough");
    assertThat(all(files)).last().isEqualTo("turn 19 is long enough");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSizeLessThanOrEqualTo(LogFiles.KEPT + 1);
    }
  }

  @Test
  void filesWhenNoneIsFullStayAsTheyAre() throws IOException {
    LogFiles files = new LogFiles(folder, 1_000);
    Files.writeString(files.current(), "short\n");
    new Rotation(files).run();
    assertThat(files.oldestFirst()).containsExactly(files.current());
  }

  private static List<String> all(LogFiles files) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files.oldestFirst()) {
      InputStream stream = Files.newInputStream(file);
      boolean packed = file.toString().endsWith(".gz");
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  packed ? new GZIPInputStream(stream) : stream, StandardCharsets.UTF_8))) {
        reader.lines().forEach(lines::add);
      }
    }
    return lines;
  }
}
