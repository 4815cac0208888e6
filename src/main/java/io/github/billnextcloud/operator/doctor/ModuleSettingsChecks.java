package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics.StoredSecrets;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/** What the panel has stored of a processing module. */
record ModuleSettingsChecks(LocalPanel panel, long module, ModuleCheckContext visit) {

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
            "mgrctl"));
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
