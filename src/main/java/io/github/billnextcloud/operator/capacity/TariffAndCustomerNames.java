package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.ServiceNames;
import io.github.billnextcloud.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What people call the tariffs, and customers and tariffs of the services that are named at all.
 */
record TariffAndCustomerNames(
    Map<Long, String> tariffs, Map<Long, String> customers, Map<Long, String> sold) {

  static TariffAndCustomerNames read(
      LocalPanel panel, Language language, List<CloudCapacity> clouds) {
    Map<Long, String> tariffs = new HashMap<>();
    Map<Long, String> customers = new HashMap<>();
    Map<Long, String> sold = new HashMap<>();
    Set<Long> named = new TreeSet<>();
    try (JdbcSession database = panel.database()) {
      for (CloudCapacity cloud : clouds) {
        for (long tariff : cloud.sold().tariffs().keySet()) {
          ServiceNames.ofTariff(database, tariff, language.code())
              .ifPresent(name -> tariffs.put(tariff, name));
        }
        Stream.concat(
                Stream.of(cloud.usage().largest(), cloud.usage().growing())
                    .flatMap(List::stream)
                    .map(ServiceBytes::item),
                cloud.care().stream()
                    .flatMap(it -> it.named().stream())
                    .flatMap(it -> it.service().stream().boxed()))
            .forEach(named::add);
      }
      ServiceNames.ofServices(database, named, language.code(), customers, sold);
    }
    return new TariffAndCustomerNames(tariffs, customers, sold);
  }

  String tariff(long id) {
    return tariffs.getOrDefault(id, Long.toString(id));
  }

  /** What the customer of a service has bought. */
  String tariffOf(long item) {
    return sold.getOrDefault(item, "");
  }

  String customer(long item) {
    return customers.getOrDefault(item, "");
  }
}
