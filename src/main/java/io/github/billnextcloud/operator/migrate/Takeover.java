package io.github.billnextcloud.operator.migrate;

import static io.github.billnextcloud.operator.Text.text;

import io.github.billnextcloud.billmanager.FormerModule;
import io.github.billnextcloud.billmanager.FormerModule.FormerTariff;
import io.github.billnextcloud.billmanager.FormerModule.Module;
import io.github.billnextcloud.billmanager.FormerModule.Unaddressed;
import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.billmanager.PlainSecrets;
import io.github.billnextcloud.billmanager.PlainSecrets.PlainSecret;
import io.github.billnextcloud.billmanager.ServiceParams;
import io.github.billnextcloud.operator.migrate.Matter.Kind;
import io.github.billnextcloud.provisioning.Clouds;
import java.util.ArrayList;
import java.util.List;

/** All that changes when this module takes over what ISPsystem's has left in the panel. */
record Takeover(Panel panel, FormerModule former) {

  static Takeover of(Panel panel) {
    return new Takeover(panel, new FormerModule(panel));
  }

  List<Matter> matters() {
    List<Matter> matters = new ArrayList<>();
    former.modules().forEach(module -> matters.add(settings(module)));
    if (matters.isEmpty()) {
      matters.add(
          Matter.of(
              Kind.SAME,
              text(
                  "This panel has no processing module pmnextcloud: there is nothing to take over",
                  "В панели нет обработчика pmnextcloud: переносить нечего")));
      return matters;
    }
    matters.add(accounts());
    new PlainSecrets(panel).find().forEach(secret -> matters.add(encrypt(secret)));
    former.unaddressed().forEach(service -> matters.add(address(service)));
    former.withoutGroup().forEach(tariff -> matters.add(group(tariff)));
    former.withTooLittle().forEach(tariff -> matters.add(size(tariff)));
    return matters;
  }

  private static Matter settings(Module module) {
    return Matter.of(
        Kind.SAME,
        text(
            "Processing module %s (%s): the settings for %s are used as they are",
            "Обработчик %s (%s): настройки для %s используются как есть",
            module.id(),
            module.name(),
            module.address()));
  }

  private Matter accounts() {
    return Matter.of(
        Kind.SAME,
        text(
            "%s services keep their accounts, logins and passwords",
            "Услуг, которые сохраняют свои учётные записи, логины и пароли: %s",
            former.countServices()));
  }

  private Matter encrypt(PlainSecret secret) {
    boolean ofModule = secret.place() == PlainSecrets.Place.MODULE;
    return Matter.change(
        text(
            ofModule
                ? "Processing module %s: %s is stored readable, and goes to encrypted storage"
                : "Service %s: %s is stored readable, and goes to encrypted storage",
            ofModule
                ? "Обработчик %s: %s хранится открыто и переносится в шифрованное хранилище"
                : "Услуга %s: %s хранится открыто и переносится в шифрованное хранилище",
            secret.owner(),
            secret.name()),
        () -> new PlainSecrets(panel).encrypt(secret));
  }

  /** Without an address the login is a mere wish, and the account would be a stranger's. */
  private Matter address(Unaddressed service) {
    return Matter.change(
        text(
            "Service %s: %s has no saved address; url is saved, so that the account is its own",
            "Услуга %s: у %s не сохранён адрес; сохраняется url, чтобы учётная запись была своей",
            service.item(),
            service.username()),
        () ->
            panel.saveParam(
                service.item(),
                ServiceParams.URL,
                Clouds.address(panel.processingModule(service.module()))));
  }

  private static Matter group(FormerTariff tariff) {
    return Matter.of(
        Kind.YOURS,
        text(
            "Tariff %s (%s): usergroup is 0, which no module could use; it means no group here."
                + " Choose the group in the tariff's form if there should be one",
            "Тариф %s (%s): в usergroup записан 0, с ним не работал ни один модуль; здесь это"
                + " «без группы». Если группа нужна, выберите её в форме тарифа",
            tariff.id(),
            tariff.name()));
  }

  private static Matter size(FormerTariff tariff) {
    return Matter.of(
        Kind.NEW,
        text(
            "Tariff %s (%s): the former module did not find the disk add-on and gave 100 MiB;"
                + " accounts get their real size by the next sync_item or change",
            "Тариф %s (%s): прежний модуль не находил дополнение с диском и выдавал 100 МиБ;"
                + " настоящий размер учётные записи получат при ближайшем sync_item или изменении",
            tariff.id(),
            tariff.name()));
  }
}
