package io.github.billnextcloud.operator.setup;

import static io.github.billnextcloud.billmanager.setup.ProductParam.CUSTOMER;
import static io.github.billnextcloud.billmanager.setup.ProductParam.STAFF;

import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.setup.Label;
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
              new Label("Login", "Логин"),
              new Label("The name to sign in to the cloud with", "Имя для входа в облако"),
              CUSTOMER,
              false,
              true),
          new ProductParam(
              ServiceParams.PASSWORD,
              new Label("Password", "Пароль"),
              new Label(
                  "The first password; once you change it in the cloud, only the new one is valid",
                  "Первый пароль; если сменить его в облаке, действует только новый"),
              CUSTOMER,
              true,
              true),
          new ProductParam(
              ServiceParams.URL,
              new Label("Address", "Адрес"),
              new Label(
                  "Open it in a browser, or type it into the app on your device",
                  "Откройте в браузере или укажите в приложении на своём устройстве"),
              CUSTOMER,
              false,
              true),
          new ProductParam(
              ServiceParams.WEBDAV,
              new Label("WebDAV address", "Адрес WebDAV"),
              new Label(
                  "For programs that open the cloud as a network drive",
                  "Для программ, которые открывают облако как сетевой диск"),
              CUSTOMER,
              false,
              false),
          new ProductParam(
              ServiceParams.PHONE,
              new Label("Link for the phone", "Ссылка для телефона"),
              new Label(
                  "Open it on a phone with the Nextcloud app: address and login are filled in",
                  "Откройте на телефоне с приложением Nextcloud: адрес и логин уже заполнены"),
              CUSTOMER,
              false,
              false),
          new ProductParam(
              ServiceParams.NOTICE,
              new Label("Space", "Место"),
              new Label("Says so when it runs out", "Предупреждает, когда оно заканчивается"),
              CUSTOMER,
              false,
              false),
          new ProductParam(
              ServiceParams.LAST_LOGIN,
              new Label("Last sign-in", "Последний вход"),
              new Label(
                  "When the customer last signed in to the cloud",
                  "Когда клиент в последний раз входил в облако"),
              STAFF,
              false,
              false));

  private static final List<ProductTariff> TARIFFS =
      List.of(
          new ProductTariff("cloud_s", new Label("Cloud S", "Облако S"), 10),
          new ProductTariff("cloud_m", new Label("Cloud M", "Облако M"), 50),
          new ProductTariff("cloud_l", new Label("Cloud L", "Облако L"), 200));

  private DefaultProduct() {}

  static Product of(String type, NewModule module, long project) {
    return new Product(
        type,
        new Label("Cloud storage", "Облачное хранилище"),
        PARAMS,
        new Label("Disk space", "Дисковое пространство"),
        module,
        TARIFFS,
        project);
  }
}
