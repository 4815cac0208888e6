package io.github.billnextcloud.operator.migrate;

import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.legacy.LegacyModule;
import io.github.billnextcloud.billmanager.legacy.LegacyModule.FormerTariff;
import io.github.billnextcloud.billmanager.legacy.LegacyModule.Module;
import io.github.billnextcloud.billmanager.legacy.LegacyModule.Unaddressed;
import io.github.billnextcloud.billmanager.legacy.PlaintextPasswordMigration;
import io.github.billnextcloud.billmanager.legacy.PlaintextPasswordMigration.PlainSecret;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.operator.migrate.MigrationItem.MigrationState;
import io.github.billnextcloud.provisioning.CloudFactory;
import java.util.ArrayList;
import java.util.List;

/** All that changes when this module takes over what ISPsystem's has left in the panel. */
record MigrationPlan(LocalPanel panel, LegacyModule former) {

  static MigrationPlan of(LocalPanel panel) {
    return new MigrationPlan(panel, new LegacyModule(panel));
  }

  List<MigrationItem> matters() {
    List<MigrationItem> matters = new ArrayList<>();
    former.modules().forEach(module -> matters.add(settings(module)));
    if (matters.isEmpty()) {
      matters.add(
          MigrationItem.of(
              MigrationState.SAME,
              text(
                  "This panel has no processing module pmnextcloud: there is nothing to take over",
                  "В панели нет обработчика pmnextcloud: переносить нечего")));
      return matters;
    }
    matters.add(accounts());
    new PlaintextPasswordMigration(panel).find().forEach(secret -> matters.add(encrypt(secret)));
    former.unaddressed().forEach(service -> matters.add(address(service)));
    former.withoutGroup().forEach(tariff -> matters.add(group(tariff)));
    former.withTooLittle().forEach(tariff -> matters.add(size(tariff)));
    return matters;
  }

  private static MigrationItem settings(Module module) {
    return MigrationItem.of(
        MigrationState.SAME,
        text(
            "Processing module %s (%s): the settings for %s are used as they are",
            "Обработчик %s (%s): настройки для %s используются как есть",
            module.id(),
            module.name(),
            module.address()));
  }

  private MigrationItem accounts() {
    return MigrationItem.of(
        MigrationState.SAME,
        text(
            "%s services keep their accounts, logins and passwords",
            "Услуг, которые сохраняют свои учётные записи, логины и пароли: %s",
            former.countServices()));
  }

  private MigrationItem encrypt(PlainSecret secret) {
    boolean ofModule = secret.place() == PlaintextPasswordMigration.SecretPlace.MODULE;
    return MigrationItem.change(
        text(
            ofModule
                ? "Processing module %s: %s is stored readable, and goes to encrypted storage"
                : "Service %s: %s is stored readable, and goes to encrypted storage",
            ofModule
                ? "Обработчик %s: %s хранится открыто и переносится в шифрованное хранилище"
                : "Услуга %s: %s хранится открыто и переносится в шифрованное хранилище",
            secret.owner(),
            secret.name()),
        () -> new PlaintextPasswordMigration(panel).encrypt(secret));
  }

  /** Without an address the login is a mere wish, and the account would be a stranger's. */
  private MigrationItem address(Unaddressed service) {
    return MigrationItem.change(
        text(
            "Service %s: %s has no saved address; url is saved, so that the account is its own",
            "Услуга %s: у %s не сохранён адрес; сохраняется url, чтобы учётная запись была своей",
            service.item(),
            service.username()),
        () ->
            new PanelBilling(panel, service.item())
                .saveParam(
                    ServiceParams.URL,
                    CloudFactory.address(panel.processingModule(service.module()))));
  }

  private static MigrationItem group(FormerTariff tariff) {
    return MigrationItem.of(
        MigrationState.YOURS,
        text(
            "Tariff %s (%s): usergroup is 0, which no module could use; it means no group here."
                + " Choose the group in the tariff's form if there should be one",
            "Тариф %s (%s): в usergroup записан 0, с ним не работал ни один модуль; здесь это"
                + " «без группы». Если группа нужна, выберите её в форме тарифа",
            tariff.id(),
            tariff.name()));
  }

  private static MigrationItem size(FormerTariff tariff) {
    return MigrationItem.of(
        MigrationState.NEW,
        text(
            "Tariff %s (%s): the former module did not find the disk add-on and gave 100 MiB;"
                + " accounts get their real size by the next sync_item or change",
            "Тариф %s (%s): прежний модуль не находил дополнение с диском и выдавал 100 МиБ;"
                + " настоящий размер учётные записи получат при ближайшем sync_item или изменении",
            tariff.id(),
            tariff.name()));
  }
}
