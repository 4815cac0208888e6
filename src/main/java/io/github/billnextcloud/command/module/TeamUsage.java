package io.github.billnextcloud.command.module;

import io.github.billnextcloud.billmanager.DailyUsageStore;
import io.github.billnextcloud.billmanager.DailyUsageStore.Counted;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.TariffSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What teams store and how many they are. A space is counted once and as a whole, as the cloud
 * counts it; what members keep at home is not part of it.
 */
final class TeamUsage {

  private static final Logger LOG = LoggerFactory.getLogger(TeamUsage.class);

  private final DailyUsageStore statistics;
  private final Map<Long, String> marks;
  private final Map<Long, Boolean> sold = new HashMap<>();
  private final Map<String, TeamSpace> spaces = new HashMap<>();
  private final Optional<TeamSpaces> cloud;

  TeamUsage(DailyUsageStore statistics, Cloud cloud) {
    this.statistics = statistics;
    this.marks = statistics.params(ServiceParams.TEAM);
    this.cloud = marks.isEmpty() ? Optional.empty() : cloud.teamSpaces();
    Set<String> ours = Set.copyOf(marks.values());
    this.cloud.ifPresent(
        all ->
            all.readAll(
                ours::contains,
                space -> {
                  if (ours.contains(space.mark())) {
                    spaces.put(space.mark(), space);
                  }
                }));
  }

  /** Whoever had a team, and has an account of a single tariff by now, is counted as that. */
  boolean isTeam(Counted service) {
    return marks.containsKey(service.item())
        && sold.computeIfAbsent(service.tariff(), this::sellsTeams);
  }

  /** Where nobody can read what it sells, whoever has a team is counted as one. */
  private boolean sellsTeams(long tariff) {
    try {
      return new TariffSettings(statistics.tariff(tariff)).sellsTeams();
    } catch (ProvisioningException unreadable) {
      LOG.warn("tariff {}: {}", tariff, unreadable.getMessage());
      return true;
    }
  }

  /** Empty when the cloud does not show it. */
  Optional<TeamSpace> space(long item) {
    return Optional.ofNullable(marks.get(item)).map(spaces::get);
  }

  /** All who come in, listed by the customer or not. */
  int members(TeamSpace space) {
    return cloud.map(all -> all.members(space).size()).orElse(0);
  }
}
