package io.github.billnextcloud.command.team;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.RecordedSpaceDeletion;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.command.ServiceParamWriter;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.team.TeamEntitlement;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The space of a service's team. It is on record first, then made, and found again by what is on
 * record: no name decides anything.
 */
final class TeamSpaceProvisioner {

  private final Billing billing;
  private final Service service;
  private final Provisioner provisioner;

  /** The space that this run has put on record; empty where it was there before. */
  private Optional<TeamKey> begun = Optional.empty();

  TeamSpaceProvisioner(Billing billing, Service service, Provisioner provisioner) {
    this.billing = billing;
    this.service = service;
    this.provisioner = provisioner;
  }

  /** What this cloud has for a team of this kind. */
  TeamSpaces spaces() {
    SpaceKind kind = kind();
    return provisioner
        .teamSpaces()
        .filter(it -> it.offers(kind))
        .orElseThrow(
            () ->
                new ProvisioningException(
                    Reason.BAD_TARIFF,
                    Sentence.of(
                        kind == SpaceKind.SPACE
                            ? "product.no_team_spaces"
                            : "product.no_shared_folders")));
  }

  /** What was once taken stays, whatever the tariff says or the cloud has by now. */
  private SpaceKind kind() {
    return key().map(TeamKey::kind).orElseGet(this::chosenKind);
  }

  private SpaceKind chosenKind() {
    return switch (TariffSettings.of(service).team()) {
      case OFF, SPACE -> SpaceKind.SPACE;
      case SHARED_FOLDER -> SpaceKind.SHARED_FOLDER;
      case AUTO ->
          provisioner.teamSpaces().filter(it -> it.offers(SpaceKind.SPACE)).isPresent()
              ? SpaceKind.SPACE
              : SpaceKind.SHARED_FOLDER;
    };
  }

  /** Refuses where this cloud cannot have such a space as it is set up. */
  void requireUsable() {
    spaces().requireUsable(kind());
  }

  /**
   * Makes the space before the owner's account where a technical account has to sign in for it:
   * where passwords let nobody in, as with enforced two-factor, no cloud tells so before it is
   * tried, and then nothing of the order is to be left. A space that was made once stays.
   */
  void makeSharedFolder() {
    if (kind() != SpaceKind.SHARED_FOLDER
        || service.params().find(ServiceParams.TEAM_SPACE).isPresent()) {
      return;
    }
    try {
      reach(TeamEntitlement.of(service, LocalDate.now()));
    } catch (CloudException refused) {
      if (refused.kind() == CloudErrorKind.REFUSED) {
        key().ifPresent(key -> delete(key, spaces().find(key)));
        billing.dropParam(ServiceParams.TEAM);
      }
      throw refused;
    }
  }

  /** By what the space is known; empty before it was begun. */
  private Optional<TeamKey> key() {
    return begun.or(() -> TeamEntitlement.key(service));
  }

  Optional<TeamSpace> find() {
    return key().flatMap(key -> spaces().find(key));
  }

  /** Made where it is not there yet, open, and as large as was sold. */
  TeamSpace reach(TeamEntitlement terms) {
    TeamSpaces spaces = spaces();
    TeamKey key = key().orElseGet(this::begin);
    // Until it is on record, it may be half made; one that was imported is not marked yet.
    TeamSpace space =
        key.spaceId()
            .flatMap(id -> spaces.find(key))
            .filter(it -> it.mark().equals(key.mark()))
            .orElseGet(() -> spaces.make(key, terms.pool()));
    if (!space.id().isEmpty() && !key.spaceId().equals(Optional.of(space.id()))) {
      begun = Optional.of(new TeamKey(key.mark(), Optional.of(space.id()), key.name()));
      ServiceParamWriter.save(billing, service, ServiceParams.TEAM_SPACE, space.id());
    }
    if (space.access() != SpaceAccess.OPEN) {
      spaces.setAccess(space, SpaceAccess.OPEN);
    }
    if (!terms.pool().isKeptAs(space.quota())) {
      spaces.setQuota(space, terms.pool());
    }
    return space;
  }

  private TeamKey begin() {
    String mark = TeamEntitlement.newMark(service.id(), kind());
    billing.saveParam(ServiceParams.TEAM, mark);
    TeamKey key = TeamEntitlement.key(service, mark);
    begun = Optional.of(key);
    return key;
  }

  /** A team whose space is gone, or was never made, has nothing to be closed. */
  void setAccess(SpaceAccess access) {
    find()
        .filter(it -> it.access() != access)
        .ifPresent(space -> spaces().setAccess(space, access));
  }

  /** With all that is stored in it; what was there is noted with the service first. */
  void delete() {
    key()
        .ifPresent(
            key -> {
              Optional<TeamSpace> space = spaces().find(key);
              note(key, space);
              delete(key, space);
            });
  }

  /** Before it is deleted; what a run that was stopped has seen of it is kept. */
  private void note(TeamKey key, Optional<TeamSpace> space) {
    Optional<RecordedSpaceDeletion> noted =
        service.params().spaceDeletion().filter(former -> former.mark().equals(key.mark()));
    if (space.isEmpty() && (noted.isPresent() || key.spaceId().isEmpty())) {
      return;
    }
    OptionalLong seen = noted.map(RecordedSpaceDeletion::bytes).orElse(OptionalLong.empty());
    OptionalLong used = space.map(TeamSpace::used).filter(OptionalLong::isPresent).orElse(seen);
    RecordedSpaceDeletion deletion =
        new RecordedSpaceDeletion(
            LocalDate.now(),
            used,
            space.map(TeamSpace::id).or(key::spaceId).filter(id -> !id.isEmpty()),
            key.mark());
    ServiceParamWriter.save(billing, service, ServiceParams.TEAM_DELETION, deletion.text());
  }

  private void delete(TeamKey key, Optional<TeamSpace> space) {
    space.ifPresentOrElse(spaces()::delete, () -> spaces().deleteRest(key));
  }
}
