package io.github.billnextcloud.operator.privacy;

import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics.ServedTariff;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.groups.GroupTemplate;
import io.github.billnextcloud.text.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Groups of one customer's own into which tariffs of the same cloud may put another: services and
 * customers are numbered apart, so that {@code own-7} may be meant by {@code own-{item}} and by
 * {@code own-{account}}.
 */
public final class OwnGroupClashes {

  private OwnGroupClashes() {}

  /** Each pair of names once. */
  public static List<Sentence> of(List<ServedTariff> tariffs) {
    Map<String, Set<String>> named = new LinkedHashMap<>();
    for (ServedTariff tariff : tariffs) {
      TariffSettings terms = new TariffSettings(tariff.terms());
      terms.ownTemplates().forEach(own -> add(named, own.typed(), tariff));
      common(terms).forEach(group -> add(named, group, tariff));
    }
    Map<Set<String>, Sentence> clashes = new LinkedHashMap<>();
    named.forEach(
        (own, tariffsOfOwn) ->
            named.forEach(
                (other, tariffsOfOther) -> {
                  if (GroupTemplate.isOne(own) && new GroupTemplate(own).mayMeet(other)) {
                    clashes.putIfAbsent(
                        Set.of(own, other),
                        Sentence.of(
                            "privacy.own_group_meets", own, tariffsOfOwn, other, tariffsOfOther));
                  }
                }));
    return List.copyOf(clashes.values());
  }

  private static void add(Map<String, Set<String>> named, String group, ServedTariff tariff) {
    named.computeIfAbsent(group, first -> new TreeSet<>()).add(tariff.name());
  }

  private static Set<String> common(TariffSettings terms) {
    try {
      return terms.allGroups();
    } catch (ProvisioningException unusable) {
      // The check of the tariffs' groups tells of it.
      return Set.of();
    }
  }
}
