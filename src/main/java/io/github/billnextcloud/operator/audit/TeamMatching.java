package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.StaffAccounts;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.team.SeatLimit;
import io.github.billnextcloud.provisioning.team.TeamEntitlement;
import io.github.billnextcloud.provisioning.team.TeamMember;
import io.github.billnextcloud.provisioning.team.TeamRoster;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts teams and what they share side by side: what is amiss with the team of a service goes into
 * the service's row, and a space that no service has gets one of its own.
 */
final class TeamMatching {

  private final Optional<TeamSpaces> cloud;
  private final Function<UserId, Optional<CloudUser>> users;
  private final List<TeamSpace> spaces = new ArrayList<>();
  private final Set<String> claimed = new HashSet<>();
  private final RowFindings amiss;

  /**
   * @param cloud empty where there is nothing that a team could share
   * @param marks of all teams that the panel knows, whichever module has them
   * @param users who is there
   * @param amiss told of what is
   */
  TeamMatching(
      Optional<TeamSpaces> cloud,
      Set<String> marks,
      Function<UserId, Optional<CloudUser>> users,
      RowFindings amiss) {
    this.amiss = amiss;
    this.cloud = cloud;
    this.users = users;
    cloud.ifPresent(all -> all.readAll(it -> isOurs(it, marks), spaces::add));
    spaces.stream().filter(it -> marks.contains(it.mark())).forEach(it -> claimed.add(it.id()));
  }

  private static boolean isOurs(String mark, Set<String> marks) {
    return marks.contains(mark) || TeamKey.isMark(mark);
  }

  /** One that has, or had, a team. */
  void service(Service service) {
    Optional<TeamSpace> space = TeamEntitlement.key(service).flatMap(this::space);
    space.ifPresent(it -> claimed.add(it.id()));
    space
        .filter(it -> TariffSettings.of(service).sellsTeams())
        .ifPresent(it -> amiss.shares(service, it));
    Map<AuditStatus, Sentence> found = new EnumMap<>(AuditStatus.class);
    TeamRoster roster =
        TeamRoster.parse(service.params().find(ServiceParams.TEAM_MEMBERS).orElse(""));
    tell(found, AuditStatus.MEMBERS_LEFT, "audit.members_left", left(service, roster));
    if (service.standing().isActive() || service.standing().isSuspended()) {
      try {
        seats(service, roster).ifPresent(it -> found.put(AuditStatus.SEATS, it));
        compare(service, roster, space, found);
      } catch (CloudException | ProvisioningException unclear) {
        found.put(AuditStatus.UNCLEAR, LocalizableException.sentenceOf(unclear));
      }
    }
    found.forEach((status, detail) -> amiss.add(service, status, detail));
  }

  private Optional<TeamSpace> space(TeamKey key) {
    return spaces.stream()
        .filter(it -> it.mark().equals(key.mark()) || key.spaceId().equals(Optional.of(it.id())))
        .findFirst();
  }

  private static Optional<Sentence> seats(Service service, TeamRoster roster) {
    OptionalInt seats =
        TariffSettings.of(service).sellsTeams() ? SeatLimit.of(service) : OptionalInt.empty();
    int members = roster.active() + 1;
    return seats.isPresent() && members > seats.getAsInt()
        ? Optional.of(Sentence.of("audit.seats", members, seats.getAsInt()))
        : Optional.empty();
  }

  private void compare(
      Service service,
      TeamRoster roster,
      Optional<TeamSpace> space,
      Map<AuditStatus, Sentence> found) {
    if (space.isPresent()) {
      OverQuotaFinding.of(service, space.get())
          .ifPresent(it -> found.put(AuditStatus.OVER_QUOTA, it));
      // Of a hidden one not every cloud tells who is in it, and nobody comes in.
      if (space.get().access() != SpaceAccess.HIDDEN) {
        Set<UserId> inside = cloud.orElseThrow().members(space.get());
        tell(
            found,
            AuditStatus.STRANGERS,
            "audit.strangers",
            roster.strangers(
                inside, AccountOwnership.recorded(service), StaffAccounts.of(service.module())));
      }
    } else if (service.standing().opened() && TariffSettings.of(service).sellsTeams()) {
      found.put(AuditStatus.SPACE_MISSING, Sentence.of("audit.space_missing"));
    }
  }

  /** Who should be out, and can still sign in. */
  private List<UserId> left(Service service, TeamRoster roster) {
    return roster.members().stream()
        .filter(it -> it.isProven() && (service.standing().isDeleted() || !it.isActive()))
        .map(TeamMember::id)
        .filter(id -> users.apply(id).filter(CloudUser::isEnabled).isPresent())
        .toList();
  }

  private static void tell(
      Map<AuditStatus, Sentence> found, AuditStatus status, String key, Collection<UserId> who) {
    if (!who.isEmpty()) {
      found.put(status, Sentence.of(key, List.copyOf(who)));
    }
  }

  /** What is shared, and by no service. */
  List<AuditRow> unclaimed() {
    return spaces.stream()
        .filter(space -> !claimed.contains(space.id()))
        .map(TeamMatching::rowOf)
        .toList();
  }

  private static AuditRow rowOf(TeamSpace space) {
    return new AuditRow(
        Optional.empty(),
        space.mark(),
        EnumSet.of(AuditStatus.SPACE_NOT_BILLED),
        List.of(
            Sentence.of(
                TeamKey.isMark(space.mark()) ? "audit.space_left" : "audit.space_not_billed",
                space.id(),
                space.quota())),
        Optional.empty());
  }
}
