package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.cli.BilingualText;

/** What to do, where more than one check says the same. */
final class SharedRemedies {

  static final BilingualText INSTALL_AGAIN =
      text(
          "Install this version again: dist/install.sh, or the package",
          "Установите эту версию заново: dist/install.sh или пакет");

  static final BilingualText LOOK_AT_DATABASE =
      text(
          "Look whether the database of the panel runs, and whether its address and password in"
              + " the panel's own configuration are right",
          "Проверьте, работает ли база данных панели и верны ли её адрес и пароль в конфигурации"
              + " самой панели");

  static final BilingualText SETTINGS_FORM =
      text(
          "Correct it in BILLmanager: Integration → Processing modules → Edit",
          "Исправьте в BILLmanager: Интеграция → Обработчики услуг → Изменить");

  static final BilingualText SEE_CLOUD_LOG =
      text(
          "Look into the log of the cloud (data/nextcloud.log), and try again",
          "Посмотрите журнал облака (data/nextcloud.log) и повторите");

  static final BilingualText JOIN_ADMINISTRATORS =
      text(
          "Add it to the cloud's group admin: occ group:add-member -m LOGIN admin in ownCloud, occ"
              + " group:adduser admin LOGIN in Nextcloud",
          "Добавьте её в группу admin облака: occ group:add-member -m ЛОГИН admin в ownCloud, occ"
              + " group:adduser admin ЛОГИН в Nextcloud");

  private SharedRemedies() {}
}
