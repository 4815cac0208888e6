package io.github.billnextcloud.standin.panel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removal of a directory with all that is in it. */
final class Directories {

  private Directories() {}

  /** Files that vanish meanwhile or refuse to go are left to the system's own tidying up. */
  static void delete(Path directory) {
    try {
      for (Path path : deepestFirst(directory)) {
        Files.deleteIfExists(path);
      }
    } catch (IOException leftBehind) {
      return;
    }
  }

  private static List<Path> deepestFirst(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
