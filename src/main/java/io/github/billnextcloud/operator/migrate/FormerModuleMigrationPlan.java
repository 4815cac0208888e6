package io.github.billnextcloud.operator.migrate;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.legacy.FormerModuleInventory;
import io.github.billnextcloud.billmanager.legacy.FormerModuleInventory.FormerTariff;
import io.github.billnextcloud.billmanager.legacy.FormerModuleInventory.Module;
import io.github.billnextcloud.billmanager.legacy.FormerModuleInventory.Unaddressed;
import io.github.billnextcloud.billmanager.legacy.PlaintextPasswordMigration;
import io.github.billnextcloud.billmanager.legacy.PlaintextPasswordMigration.PlainSecret;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.operator.migrate.FormerModuleMigrationStep.MigrationState;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/** All that changes when this module takes over what ISPsystem's has left in the panel. */
record FormerModuleMigrationPlan(LocalPanel panel, FormerModuleInventory former) {

  static FormerModuleMigrationPlan of(LocalPanel panel) {
    return new FormerModuleMigrationPlan(panel, new FormerModuleInventory(panel));
  }

  List<FormerModuleMigrationStep> matters() {
    List<FormerModuleMigrationStep> matters = new ArrayList<>();
    former.modules().forEach(module -> matters.add(settings(module)));
    if (matters.isEmpty()) {
      matters.add(
          FormerModuleMigrationStep.of(
              MigrationState.SAME, Sentence.of("migrate.nothing_to_take_over")));
      return matters;
    }
    matters.add(accounts());
    new PlaintextPasswordMigration(panel).find().forEach(secret -> matters.add(encrypt(secret)));
    former.unaddressed().forEach(service -> matters.add(address(service)));
    former.withoutGroup().forEach(tariff -> matters.add(group(tariff)));
    former.withTooLittle().forEach(tariff -> matters.add(size(tariff)));
    return matters;
  }

  private static FormerModuleMigrationStep settings(Module module) {
    return FormerModuleMigrationStep.of(
        MigrationState.SAME,
        Sentence.of("migrate.settings_used", module.id(), module.name(), module.address()));
  }

  private FormerModuleMigrationStep accounts() {
    return FormerModuleMigrationStep.of(
        MigrationState.SAME, Sentence.of("migrate.accounts_kept", former.countServices()));
  }

  private FormerModuleMigrationStep encrypt(PlainSecret secret) {
    boolean ofModule = secret.place() == PlaintextPasswordMigration.SecretPlace.MODULE;
    return FormerModuleMigrationStep.change(
        Sentence.of(
            ofModule ? "migrate.encrypt_of_module" : "migrate.encrypt_of_service",
            secret.owner(),
            secret.name()),
        () -> new PlaintextPasswordMigration(panel).encrypt(secret));
  }

  /** Without an address the login is a mere wish, and the account would be a stranger's. */
  private FormerModuleMigrationStep address(Unaddressed service) {
    return FormerModuleMigrationStep.change(
        Sentence.of("migrate.address_saved", service.item(), service.username()),
        () ->
            new PanelBilling(panel, service.item())
                .saveParam(
                    ServiceParams.URL,
                    CloudFactory.address(panel.processingModule(service.module()))));
  }

  private static FormerModuleMigrationStep group(FormerTariff tariff) {
    return FormerModuleMigrationStep.of(
        MigrationState.YOURS, Sentence.of("migrate.group_of_none", tariff.id(), tariff.name()));
  }

  private static FormerModuleMigrationStep size(FormerTariff tariff) {
    return FormerModuleMigrationStep.of(
        MigrationState.NEW, Sentence.of("migrate.size_too_small", tariff.id(), tariff.name()));
  }
}
