package io.github.billnextcloud.operator.setup;

import static io.github.billnextcloud.billmanager.setup.Product.ProductParam.CUSTOMER;
import static io.github.billnextcloud.billmanager.setup.Product.ProductParam.STAFF;

import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.setup.Product;
import io.github.billnextcloud.billmanager.setup.Product.NewModule;
import io.github.billnextcloud.billmanager.setup.Product.ProductParam;
import io.github.billnextcloud.billmanager.setup.Product.ProductTariff;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Optional;

/** Cloud storage as a provider may begin to sell it; all names can be changed in the panel. */
final class DefaultProduct {

  private static final List<ProductParam> PARAMS =
      List.of(
          param(ServiceParams.USERNAME, CUSTOMER, false, true),
          param(ServiceParams.PASSWORD, CUSTOMER, true, true),
          param(ServiceParams.URL, CUSTOMER, false, true),
          param(ServiceParams.WEBDAV, CUSTOMER, false, false),
          param(ServiceParams.PHONE, CUSTOMER, false, false),
          param(ServiceParams.SPACE_USED, CUSTOMER, false, false),
          param(ServiceParams.NOTICE, CUSTOMER, false, false),
          param(ServiceParams.ORDER_LINK, CUSTOMER, false, false),
          param(ServiceParams.DELETE_AFTER, CUSTOMER, false, false),
          param(ServiceParams.UNUSED, CUSTOMER, false, false),
          request(ServiceParams.SEND_LETTER),
          param(ServiceParams.LETTER_REPORT, CUSTOMER, false, false),
          param(ServiceParams.LAST_LOGIN, STAFF, false, false));

  private static final List<ProductTariff> TARIFFS =
      List.of(tariff("cloud_s", 10), tariff("cloud_m", 50), tariff("cloud_l", 200));

  private DefaultProduct() {}

  private static ProductParam param(String name, int readLevel, boolean crypted, boolean asked) {
    return new ProductParam(
        name, label(name), label(name + "_hint"), readLevel, STAFF, crypted, asked);
  }

  private static ProductParam request(String name) {
    return new ProductParam(
        name, label(name), label(name + "_hint"), CUSTOMER, CUSTOMER, false, false);
  }

  private static ProductTariff tariff(String name, long included) {
    return new ProductTariff(name, label(name), included);
  }

  private static Sentence label(String name) {
    return Sentence.of("setup.label." + name);
  }

  static Product of(String type, NewModule module, Optional<Long> project) {
    return new Product(type, label("product"), PARAMS, label("space"), module, TARIFFS, project);
  }
}
