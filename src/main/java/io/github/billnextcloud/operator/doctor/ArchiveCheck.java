package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.operator.doctor.Text.text;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** The archive of classes, without which each command takes twice as long to start. */
record ArchiveCheck(Path root) {

  Finding look() throws IOException {
    Optional<Path> archive = newest(root.resolve(ProgramCheck.JAR).getParent());
    if (archive.isEmpty()) {
      return Finding.warning(
          text(
              "there is none: each command starts more slowly",
              "его нет: каждая команда запускается медленнее"),
          Remedies.INSTALL_AGAIN);
    }
    FileTime made = Files.getLastModifiedTime(archive.get());
    for (Path source : new Path[] {root.resolve(ProgramCheck.JAR), runtime()}) {
      if (Files.exists(source) && Files.getLastModifiedTime(source).compareTo(made) > 0) {
        return Finding.warning(
            text(
                "%s is older than %s, and is not used",
                "%s старше, чем %s, и не используется",
                Below.root(root, archive.get()),
                Below.root(root, source)),
            Remedies.INSTALL_AGAIN);
      }
    }
    return Finding.fine(text("%s", "%s", Below.root(root, archive.get())));
  }

  /** An archive is of one build of Java. */
  private static Path runtime() {
    return Path.of(System.getProperty("java.home"), "lib", "server", "libjvm.so");
  }

  private static Optional<Path> newest(Path folder) throws IOException {
    Path newest = null;
    try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "*.jsa")) {
      for (Path archive : archives) {
        if (newest == null
            || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(newest))
                > 0) {
          newest = archive;
        }
      }
    }
    return Optional.ofNullable(newest);
  }
}
