package io.github.billnextcloud.operator.show;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.SoldQuotaCalculator;
import io.github.billnextcloud.provisioning.StaffAccounts;
import io.github.billnextcloud.provisioning.team.SeatLimit;
import io.github.billnextcloud.provisioning.team.TeamEntitlement;
import io.github.billnextcloud.provisioning.team.TeamMember;
import io.github.billnextcloud.provisioning.team.TeamRoster;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A service's team, on record and in the cloud, looked at once for all who tell of it. */
final class TeamLook {

  private final Service service;
  private final TeamRoster roster;
  private final Optional<TeamKey> key;
  private OptionalInt seats = OptionalInt.empty();
  private Optional<Quota> pool = Optional.empty();
  private Optional<TeamSpace> space = Optional.empty();
  private Set<UserId> inside = Set.of();
  private Set<UserId> managers = Set.of();
  private Map<UserId, CloudUser> there = Map.of();
  private Optional<CommandFailure> failure = Optional.empty();

  private TeamLook(Service service, LocalPanel panel) {
    this.service = service;
    this.roster = TeamRoster.parse(service.params().find(ServiceParams.TEAM_MEMBERS).orElse(""));
    this.key = TeamEntitlement.key(service);
    try {
      seats = SeatLimit.of(service);
      pool = Optional.of(SoldQuotaCalculator.quota(service));
      look(ModuleCloud.of(service.module(), Timeouts.FORM, panel));
    } catch (CloudException | ProvisioningException unknown) {
      failure = Optional.of(CommandFailure.of(unknown));
    }
  }

  /**
   * Empty of a service that has no team, and never had, and where the tariff cannot be read: that
   * is told of the account.
   */
  static Optional<TeamLook> at(Service service, LocalPanel panel) {
    try {
      return TeamEntitlement.concern(service)
          ? Optional.of(new TeamLook(service, panel))
          : Optional.empty();
    } catch (ProvisioningException unreadable) {
      return Optional.empty();
    }
  }

  private void look(Cloud cloud) {
    Optional<TeamSpaces> spaces = cloud.teamSpaces();
    space = key.flatMap(team -> spaces.flatMap(all -> all.find(team)));
    if (space.filter(it -> it.access() != SpaceAccess.HIDDEN).isPresent()) {
      inside = spaces.orElseThrow().members(space.get());
      managers = spaces.orElseThrow().managers(space.get());
    }
    there =
        new Provisioner(cloud, false)
            .observeAll(
                roster.members().stream()
                    .filter(TeamMember::isProven)
                    .map(TeamMember::id)
                    .toList());
  }

  Service service() {
    return service;
  }

  TeamRoster roster() {
    return roster;
  }

  /** By what the space is known; empty before it was begun. */
  Optional<TeamKey> key() {
    return key;
  }

  OptionalInt seats() {
    return seats;
  }

  /** What was sold to all; empty where the tariff does not tell. */
  Optional<Quota> pool() {
    return pool;
  }

  Optional<TeamSpace> space() {
    return space;
  }

  /** Who comes in and is on no list; nobody comes into a hidden space. */
  Set<UserId> strangers() {
    return roster.strangers(inside, owner(), StaffAccounts.of(service.module()));
  }

  /** Who manages members in the cloud itself. */
  Set<UserId> managers() {
    return managers;
  }

  UserId owner() {
    return AccountOwnership.recorded(service);
  }

  /** A member's account, as the cloud shows it; nobody's whose login is still to be proven. */
  Optional<CloudUser> user(TeamMember member) {
    return Optional.ofNullable(there.get(member.id()));
  }

  /** Why no more than what is on record can be told. */
  Optional<CommandFailure> failure() {
    return failure;
  }
}
