package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.operator.Text.list;
import static io.github.billnextcloud.operator.Text.text;

import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.billmanager.PanelCheckup;
import io.github.billnextcloud.operator.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What the panel is asked: by mgrctl, in its database, with its key. */
record PanelChecks(Panel panel, PanelCheckup checkup, InstantSource clock) {

  private static final Text NEWER_PANEL =
      text(
          "Update BILLmanager, or look whether DBName in its configuration is the right one",
          "Обновите BILLmanager или проверьте DBName в его конфигурации");

  List<Check> all() {
    Text database = Remedies.LOOK_AT_DATABASE;
    return List.of(
        Check.of(
            "mgrctl",
            text("mgrctl", "mgrctl"),
            text(
                "See what this says: %s/sbin/mgrctl -m billmgr paramlist",
                "Посмотрите, что ответит: %s/sbin/mgrctl -m billmgr paramlist", panel.root()),
            this::mgrctl),
        Check.of("database", text("Database", "База данных"), database, this::database, "mgrctl"),
        Check.of("tables", text("Tables", "Таблицы"), database, this::tables, "database"),
        Check.of(
            "statistics",
            text("Statistics", "Статистика"),
            database,
            this::statistics,
            "database",
            "tables"),
        Check.of(
            "database_clock",
            text("Database's clock", "Часы базы данных"),
            database,
            () ->
                ClockCheck.compare(
                    checkup.databaseClock(),
                    clock.instant(),
                    text("the database's host", "сервере базы данных")),
            "database"),
        Check.of(
            "key",
            text("Panel's key", "Ключ панели"),
            text(
                "Restore the panel's etc/billmgr.pem from a backup",
                "Восстановите etc/billmgr.pem панели из резервной копии"),
            this::key,
            "mgrctl"));
  }

  private Finding mgrctl() {
    Path mgrctl = panel.root().resolve("sbin/mgrctl");
    if (!Files.exists(mgrctl)) {
      return Finding.failed(
          text("%s is not there", "файла %s нет", name(mgrctl)),
          text(
              "Install the module into the folder of BILLmanager: install.sh --prefix DIR",
              "Установите модуль в папку BILLmanager: install.sh --prefix DIR"));
    }
    if (!Files.isExecutable(mgrctl)) {
      return Finding.failed(
          text("%s is not executable", "%s нельзя выполнить", name(mgrctl)),
          text("Run: chmod 755 %s", "Выполните: chmod 755 %s", mgrctl));
    }
    long begun = System.nanoTime();
    checkup.askMgrctl();
    long millis = (System.nanoTime() - begun) / 1_000_000;
    return Finding.fine(text("answers in %s ms", "отвечает за %s мс", millis));
  }

  private Finding database() {
    return Finding.fine(text("%s", "%s", checkup.databaseVersion()));
  }

  private Finding tables() {
    List<String> missing = checkup.missingTables();
    return missing.isEmpty()
        ? Finding.fine(text("all are there", "все на месте"))
        : Finding.failed(text("missing: %s", "нет таблиц: %s", list(missing)), NEWER_PANEL);
  }

  private Finding statistics() {
    return checkup.mayWriteStatistics()
        ? Finding.fine(text("itemstat may be written", "в itemstat можно писать"))
        : Finding.warning(
            text(
                "no grant is seen that lets itemstat be written",
                "не видно права писать в itemstat"),
            text(
                "Grant INSERT and DELETE on itemstat to the panel's database user",
                "Дайте пользователю базы данных панели права INSERT и DELETE на itemstat"));
  }

  private Finding key() {
    Path key = checkup.key();
    if (!Files.exists(key)) {
      return Finding.failed(
          text("%s is not there", "файла %s нет", name(key)),
          text(
              "Restore it from a backup: without it no stored password can be read",
              "Восстановите его из резервной копии: без него сохранённые пароли не прочитать"));
    }
    if (!Files.isReadable(key)) {
      return Finding.failed(
          text("%s cannot be read", "%s нельзя прочитать", name(key)),
          text("Run this as root", "Запустите это от root"));
    }
    return Finding.fine(text("RSA, %s bits, %s", "RSA, %s бит, %s", checkup.keyBits(), name(key)));
  }

  private Path name(Path path) {
    return Below.root(panel.root(), path);
  }
}
