package io.github.billnextcloud.operator.setup;

import static io.github.billnextcloud.billmanager.setup.Product.ProductParam.CUSTOMER;
import static io.github.billnextcloud.billmanager.setup.Product.ProductParam.STAFF;

import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.setup.Product;
import io.github.billnextcloud.billmanager.setup.Product.NewModule;
import io.github.billnextcloud.billmanager.setup.Product.ProductAddOn;
import io.github.billnextcloud.billmanager.setup.Product.ProductParam;
import io.github.billnextcloud.billmanager.setup.Product.ProductTariff;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
          request(ServiceParams.SEND_LETTER, false, false),
          param(ServiceParams.LETTER_REPORT, CUSTOMER, false, false),
          param(ServiceParams.LAST_LOGIN, STAFF, false, false));

  private static final List<ProductParam> TEAM_PARAMS =
      List.of(
          request(ServiceParams.MEMBERS, true, true),
          param(ServiceParams.MEMBERS_REPORT, CUSTOMER, false, false),
          param(ServiceParams.MEMBER_PASSWORDS, CUSTOMER, true, false),
          param(ServiceParams.MEMBER_PASSWORDS + "_2", CUSTOMER, true, false),
          param(ServiceParams.MEMBER_PASSWORDS + "_3", CUSTOMER, true, false));

  private static final ProductAddOn DISK =
      new ProductAddOn("disk", Set.of("disk", "disc"), label("space"), List.of("gib"), true, 1_024);

  /** A number of people; a panel that wants a unit for it has pieces. */
  private static final ProductAddOn SEATS =
      new ProductAddOn(
          "seats",
          Set.of("seats", "seat", "members"),
          label("seats"),
          List.of("pcs", "piece", "pieces", "unit"),
          false,
          500);

  private static final List<ProductTariff> TARIFFS =
      List.of(tariff("cloud_s", 10), tariff("cloud_m", 50), tariff("cloud_l", 200));

  private static final ProductTariff TEAM_TARIFF =
      new ProductTariff("cloud_team", label("cloud_team"), Map.of(DISK, 100L, SEATS, 5L), true);

  private DefaultProduct() {}

  private static ProductParam param(String name, int readLevel, boolean crypted, boolean asked) {
    return new ProductParam(
        name, label(name), label(name + "_hint"), readLevel, STAFF, false, crypted, asked);
  }

  private static ProductParam request(String name, boolean inLines, boolean asked) {
    return new ProductParam(
        name, label(name), label(name + "_hint"), CUSTOMER, CUSTOMER, inLines, false, asked);
  }

  private static ProductTariff tariff(String name, long included) {
    return new ProductTariff(name, label(name), Map.of(DISK, included), false);
  }

  private static Sentence label(String name) {
    return Sentence.of("setup.label." + name);
  }

  /**
   * @param forTeams whether it sells spaces that many share, too
   */
  static Product of(String type, NewModule module, boolean forTeams, Optional<Long> project) {
    return forTeams
        ? product(
            type,
            both(PARAMS, TEAM_PARAMS),
            List.of(DISK, SEATS),
            module,
            both(TARIFFS, List.of(TEAM_TARIFF)),
            project)
        : product(type, PARAMS, List.of(DISK), module, TARIFFS, project);
  }

  private static Product product(
      String type,
      List<ProductParam> params,
      List<ProductAddOn> addOns,
      NewModule module,
      List<ProductTariff> tariffs,
      Optional<Long> project) {
    return new Product(type, label("product"), params, addOns, module, tariffs, project);
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
