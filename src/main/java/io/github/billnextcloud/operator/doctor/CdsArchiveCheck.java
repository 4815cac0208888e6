package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.text.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The archive of class data, without which commands take twice as long to start. The launcher
 * decides whether it fits this program and this Java; so what counts is how we were started.
 *
 * @param startedWith the arguments of this Java; empty when they cannot be seen
 */
record CdsArchiveCheck(Path root, List<String> startedWith) {

  private static final String FOLDER = "lib/pmnextcloud/archive";
  private static final String OPTION = "-XX:SharedArchiveFile=";

  /** The arguments with which this very program was started. */
  static List<String> ownStart() {
    return ProcessHandle.current().info().arguments().map(List::of).orElse(List.of());
  }

  CheckFinding look() {
    boolean given = startedWith.stream().anyMatch(argument -> argument.startsWith(OPTION));
    if (given && System.getProperty("java.vm.info", "").contains("sharing")) {
      return CheckFinding.fine(Sentence.of("doctor.archive_used"));
    }
    Path archive = root.resolve(FOLDER).resolve("classes.jsa");
    if (Files.notExists(archive.getParent())) {
      return CheckFinding.fine(Sentence.of("doctor.archive_not_wanted", FOLDER));
    }
    return CheckFinding.warning(
        Files.exists(archive)
            ? Sentence.of("doctor.archive_of_another", PathForDisplay.root(root, archive))
            : Sentence.of("doctor.archive_missing", PathForDisplay.root(root, archive)),
        remedy());
  }

  private Sentence remedy() {
    Path maker = root.resolve("lib/pmnextcloud/make-archive");
    return Files.isExecutable(maker)
        ? Sentence.of("doctor.run", maker)
        : SharedRemedies.INSTALL_AGAIN;
  }
}
