package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.operator.PanelRelativePath;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;

/** The program's file: its version, and that nobody can slip the panel another one. */
record InstalledFilesCheck(Path root) {

  static final String JAR = "lib/pmnextcloud/pmnextcloud.jar";

  CheckFinding look() throws IOException {
    Path jar = root.resolve(JAR);
    if (!Files.isRegularFile(jar)) {
      return CheckFinding.failed(
          Sentence.of("doctor.file_missing", JAR), SharedRemedies.INSTALL_AGAIN);
    }
    Sentence version = Sentence.of("doctor.program_version", version(jar), JAR);
    Optional<Path> open = openToAll(jar);
    return open.isEmpty()
        ? CheckFinding.fine(version)
        : CheckFinding.warning(
            Sentence.of(
                "doctor.everybody_may_write", version, PanelRelativePath.root(root, open.get())),
            Sentence.of("doctor.run_chmod_o_w", open.get()));
  }

  private static String version(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      String version =
          file.getManifest() == null
              ? null
              : file.getManifest().getMainAttributes().getValue("Implementation-Version");
      return version == null ? "–" : version;
    }
  }

  private Optional<Path> openToAll(Path jar) throws IOException {
    for (Path path : List.of(jar, jar.getParent(), root.resolve("processing/pmnextcloud"))) {
      if (Files.exists(path)
          && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_WRITE)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }
}
