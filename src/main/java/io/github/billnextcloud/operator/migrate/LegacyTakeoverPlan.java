package io.github.billnextcloud.operator.migrate;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.legacy.LegacyModule;
import io.github.billnextcloud.billmanager.legacy.LegacyModule.FormerTariff;
import io.github.billnextcloud.billmanager.legacy.LegacyModule.Module;
import io.github.billnextcloud.billmanager.legacy.LegacyModule.Unaddressed;
import io.github.billnextcloud.billmanager.legacy.PlaintextPasswordMigration;
import io.github.billnextcloud.billmanager.legacy.PlaintextPasswordMigration.PlainSecret;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.operator.migrate.LegacyTakeoverChange.MigrationState;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/** All that changes when this module takes over what ISPsystem's has left in the panel. */
record LegacyTakeoverPlan(LocalPanel panel, LegacyModule former) {

  static LegacyTakeoverPlan of(LocalPanel panel) {
    return new LegacyTakeoverPlan(panel, new LegacyModule(panel));
  }

  List<LegacyTakeoverChange> matters() {
    List<LegacyTakeoverChange> matters = new ArrayList<>();
    former.modules().forEach(module -> matters.add(settings(module)));
    if (matters.isEmpty()) {
      matters.add(
          LegacyTakeoverChange.of(
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

  private static LegacyTakeoverChange settings(Module module) {
    return LegacyTakeoverChange.of(
        MigrationState.SAME,
        Sentence.of("migrate.settings_used", module.id(), module.name(), module.address()));
  }

  private LegacyTakeoverChange accounts() {
    return LegacyTakeoverChange.of(
        MigrationState.SAME, Sentence.of("migrate.accounts_kept", former.countServices()));
  }

  private LegacyTakeoverChange encrypt(PlainSecret secret) {
    boolean ofModule = secret.place() == PlaintextPasswordMigration.SecretPlace.MODULE;
    return LegacyTakeoverChange.change(
        Sentence.of(
            ofModule ? "migrate.encrypt_of_module" : "migrate.encrypt_of_service",
            secret.owner(),
            secret.name()),
        () -> new PlaintextPasswordMigration(panel).encrypt(secret));
  }

  /** Without an address the login is a mere wish, and the account would be a stranger's. */
  private LegacyTakeoverChange address(Unaddressed service) {
    return LegacyTakeoverChange.change(
        Sentence.of("migrate.address_saved", service.item(), service.username()),
        () ->
            new PanelBilling(panel, service.item())
                .saveParam(
                    ServiceParams.URL,
                    CloudFactory.address(panel.processingModule(service.module()))));
  }

  private static LegacyTakeoverChange group(FormerTariff tariff) {
    return LegacyTakeoverChange.of(
        MigrationState.YOURS, Sentence.of("migrate.group_of_none", tariff.id(), tariff.name()));
  }

  private static LegacyTakeoverChange size(FormerTariff tariff) {
    return LegacyTakeoverChange.of(
        MigrationState.NEW, Sentence.of("migrate.size_too_small", tariff.id(), tariff.name()));
  }
}
