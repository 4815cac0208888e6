package io.github.billnextcloud.operator.setup;

import static io.github.billnextcloud.billmanager.setup.ProductParam.CUSTOMER;
import static io.github.billnextcloud.billmanager.setup.ProductParam.STAFF;

import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.setup.BilingualLabel;
import io.github.billnextcloud.billmanager.setup.NewModule;
import io.github.billnextcloud.billmanager.setup.Product;
import io.github.billnextcloud.billmanager.setup.ProductParam;
import io.github.billnextcloud.billmanager.setup.ProductTariff;
import java.util.List;

/** Cloud storage as a provider may begin to sell it; all names can be changed in the panel. */
final class DefaultProduct {

  private static final List<ProductParam> PARAMS =
      List.of(
          new ProductParam(
              ServiceParams.USERNAME,
              new BilingualLabel("Login", "Логин"),
              new BilingualLabel("The name to sign in to the cloud with", "Имя для входа в облако"),
              CUSTOMER,
              false,
              true),
          new ProductParam(
              ServiceParams.PASSWORD,
              new BilingualLabel("Password", "Пароль"),
              new BilingualLabel(
                  "The first password; once you change it in the cloud, only the new one is valid",
                  "Первый пароль; если сменить его в облаке, действует только новый"),
              CUSTOMER,
              true,
              true),
          new ProductParam(
              ServiceParams.URL,
              new BilingualLabel("Address", "Адрес"),
              new BilingualLabel(
                  "Open it in a browser, or type it into the app on your device",
                  "Откройте в браузере или укажите в приложении на своём устройстве"),
              CUSTOMER,
              false,
              true),
          new ProductParam(
              ServiceParams.WEBDAV,
              new BilingualLabel("WebDAV address", "Адрес WebDAV"),
              new BilingualLabel(
                  "For programs that open the cloud as a network drive",
                  "Для программ, которые открывают облако как сетевой диск"),
              CUSTOMER,
              false,
              false),
          new ProductParam(
              ServiceParams.PHONE,
              new BilingualLabel("Link for the phone", "Ссылка для телефона"),
              new BilingualLabel(
                  "Open it on a phone with the Nextcloud app: address and login are filled in",
                  "Откройте на телефоне с приложением Nextcloud: адрес и логин уже заполнены"),
              CUSTOMER,
              false,
              false),
          new ProductParam(
              ServiceParams.NOTICE,
              new BilingualLabel("Space", "Место"),
              new BilingualLabel(
                  "Says so when it runs out", "Предупреждает, когда оно заканчивается"),
              CUSTOMER,
              false,
              false),
          new ProductParam(
              ServiceParams.LAST_LOGIN,
              new BilingualLabel("Last sign-in", "Последний вход"),
              new BilingualLabel(
                  "When the customer last signed in to the cloud",
                  "Когда клиент в последний раз входил в облако"),
              STAFF,
              false,
              false));

  private static final List<ProductTariff> TARIFFS =
      List.of(
          new ProductTariff("cloud_s", new BilingualLabel("Cloud S", "Облако S"), 10),
          new ProductTariff("cloud_m", new BilingualLabel("Cloud M", "Облако M"), 50),
          new ProductTariff("cloud_l", new BilingualLabel("Cloud L", "Облако L"), 200));

  private DefaultProduct() {}

  static Product of(String type, NewModule module, long project) {
    return new Product(
        type,
        new BilingualLabel("Cloud storage", "Облачное хранилище"),
        PARAMS,
        new BilingualLabel("Disk space", "Дисковое пространство"),
        module,
        TARIFFS,
        project);
  }
}
