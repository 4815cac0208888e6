package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics.StoredSecrets;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.operator.metrics.RunCounters;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known here of a processing module: what the panel has stored, and the last count. */
record ModuleSettingsChecks(
    LocalPanel panel, long module, ModuleCheckContext visit, DailyCounts counts) {

  /** What the log tells of counts: read when a module first asks, and once for all of them. */
  static final class DailyCounts {

    private final Path root;
    private @Nullable RunCounters read;

    DailyCounts(Path root) {
      this.root = root;
    }

    private Optional<Instant> last(long module, Instant now) throws IOException {
      return told(now).flatMap(it -> it.counted(module));
    }

    /** Where there is no log yet, none is begun by looking. */
    private synchronized Optional<RunCounters> told(Instant now) throws IOException {
      if (read == null && Files.exists(root.resolve("var/pmnextcloud.log"))) {
        read = RunCounters.of(root, now);
      }
      return Optional.ofNullable(read);
    }

    /** While nobody tells which modules there are: of all that the log knows. */
    CheckDefinition ofAll(InstantSource clock) {
      return CheckDefinition.of(
          "counted",
          Sentence.of("doctor.daily_count"),
          SharedRemedies.LOOK_AT_DATABASE,
          () -> all(clock.instant()));
    }

    private CheckFinding all(Instant now) throws IOException {
      NavigableMap<Long, Instant> last =
          told(now).map(RunCounters::counted).orElseGet(TreeMap::new);
      if (last.isEmpty()) {
        return CheckFinding.fine(Sentence.of("doctor.not_counted_yet"));
      }
      List<Sentence> days =
          last.entrySet().stream()
              .map(it -> Sentence.of("doctor.module_counted_on", it.getKey(), day(it.getValue())))
              .toList();
      // One that is not there any more is late for ever.
      return last.values().stream().allMatch(it -> isLate(it, now))
          ? CheckFinding.warning(
              Sentence.list("; ", days), Sentence.of("doctor.see_log_of_module", last.firstKey()))
          : CheckFinding.fine(Sentence.list("; ", days));
    }
  }

  /** A night that was left out, with some hours for a count that is long. */
  private static final Duration LATE = Duration.ofHours(36);

  List<CheckDefinition> all() {
    return List.of(
        CheckDefinition.of(
            "secrets",
            Sentence.of("doctor.stored_secrets"),
            Sentence.of("doctor.type_password_anew_settings"),
            this::secrets,
            "key",
            "tables"),
        CheckDefinition.of(
            "settings",
            Sentence.of("doctor.settings"),
            SharedRemedies.SETTINGS_FORM,
            this::settings,
            "mgrctl"),
        CheckDefinition.of(
            "counted",
            Sentence.of("doctor.daily_count"),
            Sentence.of("doctor.see_log_of_module", module),
            this::counted,
            "tables"));
  }

  /** BILLmanager asks for it; when it does so no longer, or all of it fails, nobody is told. */
  private CheckFinding counted() throws IOException {
    Instant now = visit.clock.instant();
    Optional<Instant> last = counts.last(module, now);
    if (last.isEmpty()) {
      return CheckFinding.fine(Sentence.of("doctor.not_counted_yet"));
    }
    Sentence day = Sentence.of("doctor.counted_on", day(last.get()));
    return isLate(last.get(), now)
            && new ProcessingModuleRepository(panel).countServices(module) > 0
        ? CheckFinding.warning(day, Sentence.of("doctor.see_log_of_module", module))
        : CheckFinding.fine(day);
  }

  private static String day(Instant time) {
    return time.atZone(ZoneId.systemDefault()).toLocalDate().toString();
  }

  private static boolean isLate(Instant counted, Instant now) {
    return counted.plus(LATE).isBefore(now);
  }

  private CheckFinding secrets() {
    StoredSecrets stored = new PanelDiagnostics(panel).storedSecrets(module);
    return stored.plain().isEmpty()
        ? CheckFinding.fine(
            Sentence.of(
                "doctor.can_decrypted",
                stored.encrypted().isEmpty() ? "–" : String.join(", ", stored.encrypted())))
        : CheckFinding.warning(
            Sentence.of("doctor.stored_unencrypted", stored.plain()),
            Sentence.of("doctor.save_settings_module_once"));
  }

  private CheckFinding settings() {
    ProcessingModule found = panel.processingModule(module);
    visit.begin(found);
    List<String> missing = new ArrayList<>();
    if (found.setting("base_url").isEmpty()) {
      missing.add("base_url");
    }
    if (found.secret("nc_token").isBlank()) {
      if (found.setting("nc_username").isEmpty()) {
        missing.add("nc_username");
      }
      if (found.secret("nc_password").isBlank()
          && found.secret(ProcessingModule.APP_PASSWORD).isBlank()
          && !CloudFactory.isGranted(found)) {
        missing.add("nc_password");
      }
    }
    if (!missing.isEmpty()) {
      return CheckFinding.failed(
          Sentence.of("doctor.not_filled", missing), SharedRemedies.SETTINGS_FORM);
    }
    return CheckFinding.fine(
        found.secret("nc_token").isBlank()
            ? Sentence.of("doctor.settings_complete", found.setting("nc_username"))
            : Sentence.of("doctor.settings_with_token"));
  }
}
