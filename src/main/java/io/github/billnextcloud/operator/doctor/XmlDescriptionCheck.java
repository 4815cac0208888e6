package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.text.Sentence;
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
          Sentence.of("doctor.file_missing", FILE), SharedRemedies.INSTALL_AGAIN);
    }
    return Arrays.equals(Files.readAllBytes(file), own())
        ? CheckFinding.fine(Sentence.of("doctor.description_same", FILE))
        : CheckFinding.warning(
            Sentence.of("doctor.description_other", FILE), SharedRemedies.INSTALL_AGAIN);
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
      return CheckFinding.fine(Sentence.of("doctor.no_process_panel_seen"));
    }
    Instant since = started.get().truncatedTo(ChronoUnit.SECONDS);
    return put.isBefore(started.get())
        ? CheckFinding.fine(Sentence.of("doctor.panel_started_after_was", since))
        : CheckFinding.warning(
            Sentence.of(
                "doctor.panel_runs_since_description", since, put.truncatedTo(ChronoUnit.SECONDS)),
            Sentence.of("doctor.restart_panel_sbin_mgrctl", root));
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
