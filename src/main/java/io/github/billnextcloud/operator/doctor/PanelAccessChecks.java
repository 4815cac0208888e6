package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics;
import io.github.billnextcloud.operator.PanelRelativePath;
import io.github.billnextcloud.text.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What the panel is asked: by mgrctl, in its database, with its key. */
record PanelAccessChecks(LocalPanel panel, PanelDiagnostics checkup, InstantSource clock) {

  private static final Sentence NEWER_PANEL = Sentence.of("doctor.update_billmanager_or_look");

  List<CheckDefinition> all() {
    Sentence database = SharedRemedies.LOOK_AT_DATABASE;
    return List.of(
        CheckDefinition.of(
            "mgrctl",
            Sentence.of("doctor.mgrctl"),
            Sentence.of("doctor.see_what_says_sbin", panel.root()),
            this::mgrctl),
        CheckDefinition.of(
            "database", Sentence.of("doctor.database"), database, this::database, "mgrctl"),
        CheckDefinition.of(
            "tables", Sentence.of("doctor.tables"), database, this::tables, "database"),
        CheckDefinition.of(
            "statistics",
            Sentence.of("doctor.statistics"),
            database,
            this::statistics,
            "database",
            "tables"),
        CheckDefinition.of(
            "database_clock",
            Sentence.of("doctor.database_clock"),
            database,
            () ->
                ClockDifferenceCheck.compare(
                    checkup.databaseClock(), clock.instant(), Sentence.of("doctor.database_host")),
            "database"),
        CheckDefinition.of(
            "key",
            Sentence.of("doctor.panel_key"),
            Sentence.of("doctor.restore_panel_etc_billmgr"),
            this::key,
            "mgrctl"));
  }

  private CheckFinding mgrctl() {
    Path mgrctl = panel.root().resolve("sbin/mgrctl");
    if (!Files.exists(mgrctl)) {
      return CheckFinding.failed(
          Sentence.of("doctor.file_missing", name(mgrctl)),
          Sentence.of("doctor.install_module_into_folder"));
    }
    if (!Files.isExecutable(mgrctl)) {
      return CheckFinding.failed(
          Sentence.of("doctor.not_executable", name(mgrctl)),
          Sentence.of("doctor.run_chmod_755", mgrctl));
    }
    long begun = System.nanoTime();
    checkup.askMgrctl();
    long millis = (System.nanoTime() - begun) / 1_000_000;
    return CheckFinding.fine(Sentence.of("doctor.mgrctl_answers", millis));
  }

  private CheckFinding database() {
    return CheckFinding.fine(Sentence.joined(checkup.databaseVersion()));
  }

  private CheckFinding tables() {
    List<String> missing = checkup.missingTables();
    return missing.isEmpty()
        ? CheckFinding.fine(Sentence.of("doctor.tables_all_there"))
        : CheckFinding.failed(Sentence.of("doctor.tables_missing", missing), NEWER_PANEL);
  }

  private CheckFinding statistics() {
    return checkup.mayWriteStatistics()
        ? CheckFinding.fine(Sentence.of("doctor.itemstat_may_written"))
        : CheckFinding.warning(
            Sentence.of("doctor.no_grant_seen_lets"),
            Sentence.of("doctor.grant_insert_delete_itemstat"));
  }

  private CheckFinding key() {
    Path key = checkup.key();
    if (!Files.exists(key)) {
      return CheckFinding.failed(
          Sentence.of("doctor.file_missing", name(key)),
          Sentence.of("doctor.restore_backup_without_no"));
    }
    if (!Files.isReadable(key)) {
      return CheckFinding.failed(
          Sentence.of("doctor.cannot_read", name(key)), Sentence.of("doctor.run_root"));
    }
    return CheckFinding.fine(Sentence.of("doctor.rsa_bits", checkup.keyBits(), name(key)));
  }

  private Path name(Path path) {
    return PanelRelativePath.root(panel.root(), path);
  }
}
