package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceStatus;
import io.github.billnextcloud.billmanager.model.Tariff;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** An ordinary service, 10 GiB for user_7, and what may be different about it. */
public final class Services {

  public static final AddOn DISK = integer("disk", "10", "gib");
  public static final Customer CUSTOMER =
      Customer.of(OptionalLong.of(7), "a@example.org", "Anna", "ru");

  private static final MeasureConversion MEASURES =
      new MeasureConversion(List.of(new MeasureConversion.Measure("piece", BigDecimal.ZERO, "")));

  private Services() {}

  public static AddOn integer(String name, String value, String unit) {
    return new AddOn(name, AddOn.Type.INTEGER, value, unit);
  }

  public static Tariff tariff(Map<String, List<String>> params) {
    return new Tariff(3, params);
  }

  static Service with(AddOn... addOns) {
    return of(tariff(Map.of()), CUSTOMER, Map.of(), OptionalLong.empty(), addOns);
  }

  static Service with(Tariff tariff) {
    return of(tariff, CUSTOMER, Map.of(), OptionalLong.empty(), DISK);
  }

  static Service with(Tariff tariff, Tariff previous) {
    Service it = with(tariff);
    return but(it, Optional.of(previous), it.module(), it.standing());
  }

  static Service with(Customer customer) {
    return of(tariff(Map.of()), customer, Map.of(), OptionalLong.empty(), DISK);
  }

  static Service withUsername(String saved, OptionalLong otherOwner) {
    return of(
        tariff(Map.of()),
        CUSTOMER,
        Map.of("username", saved, "url", "https://x"),
        otherOwner,
        DISK);
  }

  /** Before its user is made: what the customer has typed, and what the tariff says of logins. */
  public static Service ordered(Map<String, String> params, Map<String, List<String>> tariff) {
    return of(tariff(tariff), CUSTOMER, params, OptionalLong.empty(), DISK);
  }

  /** The same service in a cloud with these settings. */
  static Service in(Map<String, String> settings, Service it) {
    return but(it, it.previousTariff(), new ProcessingModule(1, settings, Map.of()), it.standing());
  }

  /** The same service as BILLmanager sees it otherwise. */
  static Service standing(ServiceStatus standing, Service it) {
    return but(it, it.previousTariff(), it.module(), standing);
  }

  private static Service but(
      Service it, Optional<Tariff> previous, ProcessingModule module, ServiceStatus standing) {
    return new Service(
        it.id(),
        it.productType(),
        it.tariff(),
        previous,
        it.addOns(),
        it.measures(),
        it.customer(),
        it.params(),
        module,
        it.otherOwner(),
        standing);
  }

  public static Service of(
      Tariff tariff,
      Customer customer,
      Map<String, String> params,
      OptionalLong otherOwner,
      AddOn... addOns) {
    return new Service(
        7,
        "nextcloud",
        Optional.of(tariff),
        Optional.empty(),
        List.of(addOns),
        MEASURES,
        customer,
        new ServiceParams(params, Map.of()),
        new ProcessingModule(1, Map.of(CloudFactory.BASE_URL, "https://x"), Map.of()),
        otherOwner,
        ServiceStatus.UNKNOWN);
  }
}
