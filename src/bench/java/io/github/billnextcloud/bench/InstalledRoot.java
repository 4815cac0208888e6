package io.github.billnextcloud.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The module as {@code dist/install.sh} has put it into a panel's folder.
 *
 * @param folder the panel's
 */
record InstalledRoot(Path folder) {

  static InstalledRoot into(Path folder, Path jdk) throws IOException, InterruptedException {
    Command.run(
        Path.of("."),
        Map.of("JAVA_HOME", jdk.toString()),
        List.of("sh", "dist/install.sh", "--prefix", folder.toString()));
    return new InstalledRoot(folder);
  }

  Path program() {
    return folder.resolve("processing/pmnextcloud");
  }

  private Path lib(String name) {
    return folder.resolve("lib/pmnextcloud").resolve(name);
  }

  /** Whether this version makes an archive of class data. */
  boolean hasArchive() {
    return Files.exists(lib("archive"));
  }

  /** Whether this version has a worker that can stay. */
  boolean hasWorker() {
    return Files.exists(lib("resident.sh"));
  }

  /** None is there, and none is wanted. */
  InstalledRoot withoutArchive() throws IOException {
    if (hasArchive()) {
      try (Stream<Path> files = Files.walk(lib("archive"))) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return this;
  }

  /** The jar is another than the archive was made from, and making it anew was tried just now. */
  void touchJar() throws IOException {
    FileTime now = FileTime.from(Instant.now());
    Files.setLastModifiedTime(lib("pmnextcloud.jar"), now);
    if (Files.exists(lib("archive/tried"))) {
      Files.setLastModifiedTime(lib("archive/tried"), now);
    }
  }
}
