package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.cli.BilingualText;
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
      return CheckFinding.fine(text("is used", "используется"));
    }
    Path archive = root.resolve(FOLDER).resolve("classes.jsa");
    if (Files.notExists(archive.getParent())) {
      return CheckFinding.fine(
          text("none is wanted: there is no %s", "не нужен: папки %s нет", FOLDER));
    }
    return CheckFinding.warning(
        Files.exists(archive)
            ? text(
                "%s was made of another program or Java, and is not used",
                "%s сделан из другой программы или Java и не используется",
                RelativePath.root(root, archive))
            : text(
                "%s is missing: commands start more slowly",
                "%s нет: команды запускаются медленнее", RelativePath.root(root, archive)),
        remedy());
  }

  private BilingualText remedy() {
    Path maker = root.resolve("lib/pmnextcloud/make-archive");
    return Files.isExecutable(maker)
        ? text("Run: %s", "Выполните: %s", maker)
        : SharedRemedies.INSTALL_AGAIN;
  }
}
