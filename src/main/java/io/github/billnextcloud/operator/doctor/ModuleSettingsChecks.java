package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.list;
import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics.StoredSecrets;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import java.util.ArrayList;
import java.util.List;

/** What the panel has stored of a processing module. */
record ModuleSettingsChecks(LocalPanel panel, long module, ModuleCheckContext visit) {

  List<DoctorCheck> all() {
    return List.of(
        DoctorCheck.of(
            "secrets",
            text("Stored secrets", "Сохранённые секреты"),
            text(
                "Type the password anew in the settings of the module, and save them",
                "Введите пароль в настройках обработчика заново и сохраните"),
            this::secrets,
            "key",
            "tables"),
        DoctorCheck.of(
            "settings",
            text("Settings", "Настройки"),
            SharedRemedies.SETTINGS_FORM,
            this::settings,
            "mgrctl"));
  }

  private CheckFinding secrets() {
    StoredSecrets stored = new PanelDiagnostics(panel).storedSecrets(module);
    return stored.plain().isEmpty()
        ? CheckFinding.fine(
            text(
                "can be decrypted: %s",
                "расшифровываются: %s",
                stored.encrypted().isEmpty() ? "–" : list(stored.encrypted())))
        : CheckFinding.warning(
            text("stored unencrypted: %s", "хранятся открыто: %s", list(stored.plain())),
            text(
                "Save the settings of the module once: the panel encrypts them then",
                "Сохраните настройки обработчика ещё раз: панель их зашифрует"));
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
      if (found.secret("nc_password").isBlank()) {
        missing.add("nc_password");
      }
    }
    if (!missing.isEmpty()) {
      return CheckFinding.failed(
          text("not filled in: %s", "не заполнено: %s", list(missing)),
          SharedRemedies.SETTINGS_FORM);
    }
    return CheckFinding.fine(
        found.secret("nc_token").isBlank()
            ? text("complete, as %s", "заполнены, вход как %s", found.setting("nc_username"))
            : text("complete, with a token", "заполнены, вход по токену"));
  }
}
