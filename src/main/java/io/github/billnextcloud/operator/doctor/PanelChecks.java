package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.list;
import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics;
import io.github.billnextcloud.cli.BilingualText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What the panel is asked: by mgrctl, in its database, with its key. */
record PanelChecks(LocalPanel panel, PanelDiagnostics checkup, InstantSource clock) {

  private static final BilingualText NEWER_PANEL =
      text(
          "Update BILLmanager, or look whether DBName in its configuration is the right one",
          "Обновите BILLmanager или проверьте DBName в его конфигурации");

  List<DoctorCheck> all() {
    BilingualText database = SharedRemedies.LOOK_AT_DATABASE;
    return List.of(
        DoctorCheck.of(
            "mgrctl",
            text("mgrctl", "mgrctl"),
            text(
                "See what this says: %s/sbin/mgrctl -m billmgr paramlist",
                "Посмотрите, что ответит: %s/sbin/mgrctl -m billmgr paramlist", panel.root()),
            this::mgrctl),
        DoctorCheck.of(
            "database", text("Database", "База данных"), database, this::database, "mgrctl"),
        DoctorCheck.of("tables", text("Tables", "Таблицы"), database, this::tables, "database"),
        DoctorCheck.of(
            "statistics",
            text("Statistics", "Статистика"),
            database,
            this::statistics,
            "database",
            "tables"),
        DoctorCheck.of(
            "database_clock",
            text("Database's clock", "Часы базы данных"),
            database,
            () ->
                CloudClockCheck.compare(
                    checkup.databaseClock(),
                    clock.instant(),
                    text("the database's host", "сервере базы данных")),
            "database"),
        DoctorCheck.of(
            "key",
            text("Panel's key", "Ключ панели"),
            text(
                "Restore the panel's etc/billmgr.pem from a backup",
                "Восстановите etc/billmgr.pem панели из резервной копии"),
            this::key,
            "mgrctl"));
  }

  private CheckFinding mgrctl() {
    Path mgrctl = panel.root().resolve("sbin/mgrctl");
    if (!Files.exists(mgrctl)) {
      return CheckFinding.failed(
          text("%s is not there", "файла %s нет", name(mgrctl)),
          text(
              "Install the module into the folder of BILLmanager: install.sh --prefix DIR",
              "Установите модуль в папку BILLmanager: install.sh --prefix DIR"));
    }
    if (!Files.isExecutable(mgrctl)) {
      return CheckFinding.failed(
          text("%s is not executable", "%s нельзя выполнить", name(mgrctl)),
          text("Run: chmod 755 %s", "Выполните: chmod 755 %s", mgrctl));
    }
    long begun = System.nanoTime();
    checkup.askMgrctl();
    long millis = (System.nanoTime() - begun) / 1_000_000;
    return CheckFinding.fine(text("answers in %s ms", "отвечает за %s мс", millis));
  }

  private CheckFinding database() {
    return CheckFinding.fine(text("%s", "%s", checkup.databaseVersion()));
  }

  private CheckFinding tables() {
    List<String> missing = checkup.missingTables();
    return missing.isEmpty()
        ? CheckFinding.fine(text("all are there", "все на месте"))
        : CheckFinding.failed(text("missing: %s", "нет таблиц: %s", list(missing)), NEWER_PANEL);
  }

  private CheckFinding statistics() {
    return checkup.mayWriteStatistics()
        ? CheckFinding.fine(text("itemstat may be written", "в itemstat можно писать"))
        : CheckFinding.warning(
            text(
                "no grant is seen that lets itemstat be written",
                "не видно права писать в itemstat"),
            text(
                "Grant INSERT and DELETE on itemstat to the panel's database user",
                "Дайте пользователю базы данных панели права INSERT и DELETE на itemstat"));
  }

  private CheckFinding key() {
    Path key = checkup.key();
    if (!Files.exists(key)) {
      return CheckFinding.failed(
          text("%s is not there", "файла %s нет", name(key)),
          text(
              "Restore it from a backup: without it no stored password can be read",
              "Восстановите его из резервной копии: без него сохранённые пароли не прочитать"));
    }
    if (!Files.isReadable(key)) {
      return CheckFinding.failed(
          text("%s cannot be read", "%s нельзя прочитать", name(key)),
          text("Run this as root", "Запустите это от root"));
    }
    return CheckFinding.fine(
        text("RSA, %s bits, %s", "RSA, %s бит, %s", checkup.keyBits(), name(key)));
  }

  private Path name(Path path) {
    return RelativePath.root(panel.root(), path);
  }
}
