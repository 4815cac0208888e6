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
import io.github.billnextcloud.operator.migrate.LegacyTakeoverItem.MigrationState;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/** All that changes when this module takes over what ISPsystem's has left in the panel. */
record LegacyTakeoverPlan(LocalPanel panel, FormerModuleInventory former) {

  static LegacyTakeoverPlan of(LocalPanel panel) {
    return new LegacyTakeoverPlan(panel, new FormerModuleInventory(panel));
  }

  List<LegacyTakeoverItem> matters() {
    List<LegacyTakeoverItem> matters = new ArrayList<>();
    former.modules().forEach(module -> matters.add(settings(module)));
    if (matters.isEmpty()) {
      matters.add(
          LegacyTakeoverItem.of(MigrationState.SAME, Sentence.of("migrate.nothing_to_take_over")));
      return matters;
    }
    matters.add(accounts());
    new PlaintextPasswordMigration(panel).find().forEach(secret -> matters.add(encrypt(secret)));
    former.unaddressed().forEach(service -> matters.add(address(service)));
    former.withoutGroup().forEach(tariff -> matters.add(group(tariff)));
    former.withTooLittle().forEach(tariff -> matters.add(size(tariff)));
    return matters;
  }

  private static LegacyTakeoverItem settings(Module module) {
    return LegacyTakeoverItem.of(
        MigrationState.SAME,
        Sentence.of("migrate.settings_used", module.id(), module.name(), module.address()));
  }

  private LegacyTakeoverItem accounts() {
    return LegacyTakeoverItem.of(
        MigrationState.SAME, Sentence.of("migrate.accounts_kept", former.countServices()));
  }

  private LegacyTakeoverItem encrypt(PlainSecret secret) {
    boolean ofModule = secret.place() == PlaintextPasswordMigration.SecretPlace.MODULE;
    return LegacyTakeoverItem.change(
        Sentence.of(
            ofModule ? "migrate.encrypt_of_module" : "migrate.encrypt_of_service",
            secret.owner(),
            secret.name()),
        () -> new PlaintextPasswordMigration(panel).encrypt(secret));
  }

  /** Without an address the login is a mere wish, and the account would be a stranger's. */
  private LegacyTakeoverItem address(Unaddressed service) {
    return LegacyTakeoverItem.change(
        Sentence.of("migrate.address_saved", service.item(), service.username()),
        () ->
            new PanelBilling(panel, service.item())
                .saveParam(
                    ServiceParams.URL,
                    CloudFactory.address(panel.processingModule(service.module()))));
  }

  private static LegacyTakeoverItem group(FormerTariff tariff) {
    return LegacyTakeoverItem.of(
        MigrationState.YOURS, Sentence.of("migrate.group_of_none", tariff.id(), tariff.name()));
  }

  private static LegacyTakeoverItem size(FormerTariff tariff) {
    return LegacyTakeoverItem.of(
        MigrationState.NEW, Sentence.of("migrate.size_too_small", tariff.id(), tariff.name()));
  }
}
