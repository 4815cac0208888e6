package io.github.billnextcloud.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program to be run, where, and with which files as its streams.
 *
 * @param folder it is started in
 */
record Job(Path folder, Path stdin, Path stdout, Path stderr, List<String> argv) {

  private static final Path NOTHING = Path.of("/dev/null");

  /** Its streams are files in a folder, named by this number; a document, if any, is on stdin. */
  static Job of(Path folder, List<String> argv, String document, Path streams, int number)
      throws IOException {
    Path stdin = NOTHING;
    if (!document.isEmpty()) {
      stdin = Files.writeString(streams.resolve(number + ".in"), document);
    }
    return new Job(
        folder, stdin, streams.resolve(number + ".out"), streams.resolve(number + ".err"), argv);
  }

  /** As {@code stopwatch.c} reads it. */
  String line() {
    List<String> fields =
        Stream.concat(Stream.of(folder, stdin, stdout, stderr).map(Path::toString), argv.stream())
            .toList();
    if (fields.stream().anyMatch(field -> field.matches("(?s).*[\t\n].*"))) {
      throw new IllegalArgumentException("a tab or a line's end in " + fields);
    }
    return String.join("\t", fields) + "\n";
  }

  String said() throws IOException {
    return Files.readString(stdout);
  }

  String complained() throws IOException {
    return Files.readString(stderr);
  }
}
