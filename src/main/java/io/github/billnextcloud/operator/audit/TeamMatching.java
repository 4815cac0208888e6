package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cli.InvalidInputException;
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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
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

  /** Of one that has no team, and had none, nothing is amiss. */
  void service(Service service) {
    Optional<TeamSpace> space = TeamEntitlement.key(service).flatMap(this::space);
    TeamRoster roster =
        TeamRoster.parse(service.params().find(ServiceParams.TEAM_MEMBERS).orElse(""));
    space.ifPresent(
        it -> {
          claimed.add(it.id());
          attempt(service, () -> share(service, it));
        });
    if (isPromised(service)) {
      attempt(service, () -> fill(service, space));
      attempt(service, () -> sit(service, roster));
      space.ifPresent(it -> attempt(service, () -> enter(service, roster, it)));
    }
    tell(service, AuditStatus.MEMBERS_LEFT, "audit.members_left", left(service, roster));
  }

  private static boolean isPromised(Service service) {
    return service.standing().isActive() || service.standing().isSuspended();
  }

  /** What cannot be told of a team hides nothing else of it, and of no other. */
  private void attempt(Service service, Runnable look) {
    try {
      look.run();
    } catch (CloudException | ProvisioningException | InvalidInputException unclear) {
      // Of a closed service nobody corrects the tariff.
      if (isPromised(service)) {
        amiss.add(service, AuditStatus.UNCLEAR, LocalizableException.sentenceOf(unclear));
      }
    }
  }

  private Optional<TeamSpace> space(TeamKey key) {
    return spaces.stream()
        .filter(it -> it.mark().equals(key.mark()) || key.spaceId().equals(Optional.of(it.id())))
        .findFirst();
  }

  private static boolean sells(Service service) {
    return TariffSettings.of(service).sellsTeams();
  }

  private void share(Service service, TeamSpace space) {
    if (sells(service)) {
      amiss.shares(service, space);
    }
  }

  private void fill(Service service, Optional<TeamSpace> space) {
    if (space.isPresent()) {
      OverQuotaFinding.of(service, space.get())
          .ifPresent(it -> amiss.add(service, AuditStatus.OVER_QUOTA, it));
    } else if (service.standing().opened() && sells(service)) {
      amiss.add(service, AuditStatus.SPACE_MISSING, Sentence.of("audit.space_missing"));
    }
  }

  private void sit(Service service, TeamRoster roster) {
    OptionalInt seats = sells(service) ? SeatLimit.of(service) : OptionalInt.empty();
    int members = roster.active() + 1;
    if (seats.isPresent() && members > seats.getAsInt()) {
      amiss.add(service, AuditStatus.SEATS, Sentence.of("audit.seats", members, seats.getAsInt()));
    }
  }

  private void enter(Service service, TeamRoster roster, TeamSpace space) {
    // Of a hidden one not every cloud tells who is in it, and nobody comes in.
    if (space.access() != SpaceAccess.HIDDEN) {
      Set<UserId> inside = cloud.orElseThrow().members(space);
      tell(
          service,
          AuditStatus.STRANGERS,
          "audit.strangers",
          roster.strangers(
              inside, AccountOwnership.recorded(service), StaffAccounts.of(service.module())));
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

  private void tell(Service service, AuditStatus status, String key, Collection<UserId> who) {
    if (!who.isEmpty()) {
      amiss.add(service, status, Sentence.of(key, List.copyOf(who)));
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
