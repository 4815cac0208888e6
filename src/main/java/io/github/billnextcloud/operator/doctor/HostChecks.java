package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.operator.Text.text;

import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.operator.Text;
import java.nio.file.Path;
import java.util.List;

/** From Java to the files that the panel reads: what stands by itself on the panel's host. */
record HostChecks(Panel panel, List<String> startedWith) {

  List<Check> all() {
    Path root = panel.root();
    Text again = Remedies.INSTALL_AGAIN;
    DescriptionCheck description = new DescriptionCheck(root);
    return List.of(
        Check.of("java", text("Java", "Java"), again, new JavaCheck(root)::look),
        Check.of(
            "launcher", text("Launcher", "Запускающий файл"), again, new LauncherCheck(root)::look),
        Check.of("program", text("Program", "Программа"), again, new ProgramCheck(root)::look),
        Check.of(
            "archive",
            text("Class archive", "Архив классов"),
            again,
            new ArchiveCheck(root, startedWith)::look,
            "program"),
        Check.of(
            "log",
            text("Log", "Журнал"),
            text("Look at the folder %s/var", "Посмотрите папку %s/var", root),
            new LogCheck(root, LogCheck.USUAL_FLOOR)::look),
        Check.of(
            "do_nothing", text("Operations", "Операции"), Remedies.INSTALL_AGAIN, this::switchedOn),
        Check.of("description", text("XML description", "XML-описание"), again, description::file),
        Check.of(
            "restarted",
            text("Panel's start", "Запуск панели"),
            again,
            description::known,
            "description"));
  }

  private Finding switchedOn() {
    return panel.isToDoNothing()
        ? Finding.warning(
            text(
                "etc/billmgr.DoNothing is there: services are left as they are",
                "есть etc/billmgr.DoNothing: услуги не меняются"),
            text(
                "Unless this panel is a copy, run: rm %s/etc/billmgr.DoNothing",
                "Если эта панель не копия, выполните: rm %s/etc/billmgr.DoNothing", panel.root()))
        : Finding.fine(text("are carried out", "выполняются"));
  }
}
