package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.ServiceNames;
import io.github.billnextcloud.operator.capacity.TopServices.ServiceBytes;
import io.github.billnextcloud.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What people call the tariffs, and the customers of those services that are named at all. */
record KnownNames(Map<Long, String> tariffs, Map<Long, String> customers) {

  static KnownNames read(LocalPanel panel, Language language, List<CloudCapacity> clouds) {
    Map<Long, String> tariffs = new HashMap<>();
    Map<Long, String> customers = new HashMap<>();
    try (JdbcSession database = panel.database()) {
      for (CloudCapacity cloud : clouds) {
        for (long tariff : cloud.sold().tariffs().keySet()) {
          ServiceNames.ofTariff(database, tariff, language.code())
              .ifPresent(name -> tariffs.put(tariff, name));
        }
        Stream.concat(cloud.usage().largest().stream(), cloud.usage().growing().stream())
            .map(ServiceBytes::item)
            .distinct()
            .forEach(
                item ->
                    ServiceNames.read(database, item, language.code())
                        .customer()
                        .ifPresent(name -> customers.put(item, name)));
      }
    }
    return new KnownNames(tariffs, customers);
  }

  String tariff(long id) {
    return tariffs.getOrDefault(id, Long.toString(id));
  }

  String customer(long item) {
    return customers.getOrDefault(item, "");
  }
}
