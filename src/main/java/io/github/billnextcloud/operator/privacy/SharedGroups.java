package io.github.billnextcloud.operator.privacy;

import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics.ServedTariff;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.TariffSettings;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The groups into which tariffs put customers beside each other.
 *
 * @param tariffs by group
 */
public record SharedGroups(TreeMap<String, Set<String>> tariffs) {

  /** A tariff that cannot be used puts nobody anywhere. */
  public static SharedGroups of(List<ServedTariff> served) {
    TreeMap<String, Set<String>> tariffs = new TreeMap<>();
    for (ServedTariff tariff : served) {
      try {
        for (String group : new TariffSettings(tariff.terms()).commonGroups()) {
          tariffs.computeIfAbsent(group, first -> new TreeSet<>()).add(tariff.name());
        }
      } catch (ProvisioningException unusable) {
        // The check of the tariffs' groups tells of it.
        continue;
      }
    }
    return new SharedGroups(tariffs);
  }

  public Set<String> names() {
    return tariffs.keySet();
  }
}
