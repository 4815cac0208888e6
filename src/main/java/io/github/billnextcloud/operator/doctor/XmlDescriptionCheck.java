package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** The XML description, by which the panel knows forms and texts (contract §1). */
record XmlDescriptionCheck(Path root) {

  private static final String FILE = "etc/xml/billmgr_mod_pmnextcloud.xml";

  CheckFinding file() throws IOException {
    Path file = root.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return CheckFinding.failed(
          text("%s is not there", "файла %s нет", FILE), SharedRemedies.INSTALL_AGAIN);
    }
    return Arrays.equals(Files.readAllBytes(file), own())
        ? CheckFinding.fine(text("%s is this version's", "%s — от этой версии", FILE))
        : CheckFinding.warning(
            text("%s is not this version's", "%s — не от этой версии", FILE),
            SharedRemedies.INSTALL_AGAIN);
  }

  private static byte[] own() throws IOException {
    try (InputStream own = XmlDescriptionCheck.class.getResourceAsStream("/" + FILE)) {
      return own.readAllBytes();
    }
  }

  /**
   * The panel reads descriptions when it starts. Whether it has is not to be asked, so it is told
   * what can be seen: since when the panel's process runs.
   */
  CheckFinding known() throws IOException {
    Instant put = Files.getLastModifiedTime(root.resolve(FILE)).toInstant();
    Optional<Instant> started = panelStarted();
    if (started.isEmpty()) {
      return CheckFinding.fine(
          text(
              "no process of the panel is seen; it reads the description when it starts",
              "процесс панели не виден; описание она прочтёт при запуске"));
    }
    Instant since = started.get().truncatedTo(ChronoUnit.SECONDS);
    return put.isBefore(started.get())
        ? CheckFinding.fine(
            text(
                "the panel has started after it was put in place, at %s",
                "панель запущена после установки описания, %s", since))
        : CheckFinding.warning(
            text(
                "the panel runs since %s, the description is from %s",
                "панель работает с %s, а описание — от %s",
                since,
                put.truncatedTo(ChronoUnit.SECONDS)),
            text(
                "Restart the panel: %s/sbin/mgrctl -m billmgr -R",
                "Перезапустите панель: %s/sbin/mgrctl -m billmgr -R", root));
  }

  private Optional<Instant> panelStarted() throws IOException {
    Path core = root.resolve("bin/core");
    if (!Files.exists(core)) {
      return Optional.empty();
    }
    String program = core.toRealPath().toString();
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::info)
        .filter(process -> process.command().filter(program::equals).isPresent())
        .filter(
            process ->
                process.arguments().filter(it -> Arrays.asList(it).contains("billmgr")).isPresent())
        .flatMap(process -> process.startInstant().stream())
        .min(Instant::compareTo);
  }
}
