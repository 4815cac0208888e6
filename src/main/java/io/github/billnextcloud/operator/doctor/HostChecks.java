package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.cli.BilingualText;
import java.nio.file.Path;
import java.util.List;

/** From Java to the files that the panel reads: what stands by itself on the panel's host. */
record HostChecks(LocalPanel panel, List<String> startedWith) {

  List<DoctorCheck> all() {
    Path root = panel.root();
    BilingualText again = SharedRemedies.INSTALL_AGAIN;
    XmlDescriptionCheck description = new XmlDescriptionCheck(root);
    return List.of(
        DoctorCheck.of("java", text("Java", "Java"), again, new JavaVersionCheck(root)::look),
        DoctorCheck.of(
            "launcher", text("Launcher", "Запускающий файл"), again, new LauncherCheck(root)::look),
        DoctorCheck.of(
            "program", text("Program", "Программа"), again, new JarFileCheck(root)::look),
        DoctorCheck.of(
            "archive",
            text("Class archive", "Архив классов"),
            again,
            new CdsArchiveCheck(root, startedWith)::look,
            "program"),
        DoctorCheck.of(
            "log",
            text("Log", "Журнал"),
            text("Look at the folder %s/var", "Посмотрите папку %s/var", root),
            new LogAndLockFileCheck(root, LogAndLockFileCheck.USUAL_FLOOR)::look),
        DoctorCheck.of(
            "do_nothing",
            text("Operations", "Операции"),
            SharedRemedies.INSTALL_AGAIN,
            this::switchedOn),
        DoctorCheck.of(
            "description", text("XML description", "XML-описание"), again, description::file),
        DoctorCheck.of(
            "restarted",
            text("Panel's start", "Запуск панели"),
            again,
            description::known,
            "description"));
  }

  private CheckFinding switchedOn() {
    return panel.isToDoNothing()
        ? CheckFinding.warning(
            text(
                "etc/billmgr.DoNothing is there: services are left as they are",
                "есть etc/billmgr.DoNothing: услуги не меняются"),
            text(
                "Unless this panel is a copy, run: rm %s/etc/billmgr.DoNothing",
                "Если эта панель не копия, выполните: rm %s/etc/billmgr.DoNothing", panel.root()))
        : CheckFinding.fine(text("are carried out", "выполняются"));
  }
}
