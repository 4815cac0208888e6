package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.text.Sentence;
import java.nio.file.Path;
import java.util.List;

/** From Java to the files that the panel reads: what stands by itself on the panel's host. */
record HostChecks(LocalPanel panel, List<String> startedWith) {

  List<CheckDefinition> all() {
    Path root = panel.root();
    Sentence again = SharedRemedies.INSTALL_AGAIN;
    XmlDescriptionCheck description = new XmlDescriptionCheck(root);
    return List.of(
        CheckDefinition.of(
            "java", Sentence.of("doctor.java"), again, new LauncherJavaMatchCheck(root)::look),
        CheckDefinition.of(
            "launcher", Sentence.of("doctor.launcher"), again, new LauncherStartCheck(root)::look),
        CheckDefinition.of(
            "program", Sentence.of("doctor.program"), again, new InstalledFilesCheck(root)::look),
        CheckDefinition.of(
            "archive",
            Sentence.of("doctor.class_archive"),
            again,
            new CdsArchiveCheck(root, startedWith)::look,
            "program"),
        CheckDefinition.of(
            "log",
            Sentence.of("doctor.log_file"),
            Sentence.of("doctor.look_at_var", root),
            new LogAndLockFileCheck(root, LogAndLockFileCheck.USUAL_FLOOR)::look),
        CheckDefinition.of(
            "do_nothing",
            Sentence.of("doctor.operations"),
            SharedRemedies.INSTALL_AGAIN,
            this::switchedOn),
        CheckDefinition.of(
            "description", Sentence.of("doctor.xml_description"), again, description::file),
        CheckDefinition.of(
            "restarted",
            Sentence.of("doctor.panel_start"),
            again,
            description::known,
            "description"));
  }

  private CheckFinding switchedOn() {
    return panel.isToDoNothing()
        ? CheckFinding.warning(
            Sentence.of("doctor.etc_billmgr_donothing_there"),
            Sentence.of("doctor.unless_panel_copy_run", panel.root()))
        : CheckFinding.fine(Sentence.of("doctor.operations_carried_out"));
  }
}
