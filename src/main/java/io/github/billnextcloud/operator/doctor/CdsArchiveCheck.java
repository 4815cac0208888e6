package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.operator.PanelRelativePath;
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

  /** What it is from Java 25 on. */
  private static final String AOT_CACHE_OPTION = "-XX:AOTCache=";

  /** The arguments with which this very program was started. */
  static List<String> ownStart() {
    return ProcessHandle.current().info().arguments().map(List::of).orElse(List.of());
  }

  CheckFinding look() {
    if (System.getProperty("java.vm.info", "").contains("sharing")) {
      if (isStartedWith(AOT_CACHE_OPTION)) {
        return CheckFinding.fine(Sentence.of("doctor.aot_cache_used"));
      }
      if (isStartedWith(OPTION)) {
        return CheckFinding.fine(Sentence.of("doctor.archive_used"));
      }
    }
    Path folder = root.resolve(FOLDER);
    if (Files.notExists(folder)) {
      return CheckFinding.fine(Sentence.of("doctor.archive_not_wanted", FOLDER));
    }
    Path cache = folder.resolve("classes.aot");
    Path archive = Files.exists(cache) ? cache : folder.resolve("classes.jsa");
    return CheckFinding.warning(
        Files.exists(archive)
            ? Sentence.of("doctor.archive_of_another", PanelRelativePath.root(root, archive))
            : Sentence.of("doctor.archive_missing", PanelRelativePath.root(root, archive)),
        remedy());
  }

  private boolean isStartedWith(String option) {
    return startedWith.stream().anyMatch(argument -> argument.startsWith(option));
  }

  private Sentence remedy() {
    Path maker = root.resolve("lib/pmnextcloud/make-archive");
    return Files.isExecutable(maker)
        ? Sentence.of("doctor.run", maker)
        : SharedRemedies.INSTALL_AGAIN;
  }
}
