package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.patch;
import static io.github.billnextcloud.cloud.graph.GraphRequest.post;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.graph.SpaceGrant.SpaceRole;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Project spaces of Infinite Scale and OpenCloud. Nothing of them is unique there but the id, and a
 * second create makes a second space: ours is told by its description, which is the team's mark.
 * Our account is the one that manages it, for a space without a living manager can never be given
 * another member.
 *
 * <p>Hidden is disabled. Read-only is everybody a viewer, so that opened again everybody is an
 * editor, as everybody was; a quota of one byte would forget what was sold, and let delete. A space
 * in which nobody is yet is open.
 */
final class ProjectSpaces implements TeamSpaces {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectSpaces.class);

  /** So often one that fails is asked for; nine were needed at most. */
  private static final int PURGES = 20;

  private final GraphClient client;
  private final DriveQuotaWriter quotas;
  private final ProjectDriveLookup drives;
  private final SpaceMembers people;

  ProjectSpaces(
      GraphClient client, DriveQuotaWriter quotas, ProjectDriveLookup drives, SpaceMembers people) {
    this.client = client;
    this.quotas = quotas;
    this.drives = drives;
    this.people = people;
  }

  @Override
  public Optional<TeamSpace> find(TeamKey team) {
    return look(team).map(ProjectDrive::space);
  }

  private Optional<ProjectDrive> look(TeamKey team) {
    Sentence purpose = Sentence.of("purpose.look_for_space", team.mark());
    return team.spaceId()
        .flatMap(id -> drives.find(id, purpose))
        .map(drive -> known(drive, team, purpose))
        .or(() -> marked(team, purpose));
  }

  /**
   * The one on record. Without its mark it is still ours while we manage it: whoever was made a
   * manager beside us can write another description. Else nobody knows whose it is; a second space
   * would leave the team's files behind.
   */
  private ProjectDrive known(ProjectDrive drive, TeamKey team, Sentence purpose) {
    if (!drive.mark().equals(team.mark())) {
      if (!people.isManagedByUs(drive)) {
        throw client.failure(
            CloudErrorKind.REFUSED, purpose, Sentence.of("cloud.space_of_others", drive.id()));
      }
      LOG.warn("the space {} is ours by its id, and not marked {}", drive.id(), team.mark());
    }
    return drive;
  }

  /** Twins are made where two create at once, or by hand; then the same one is taken each time. */
  private Optional<ProjectDrive> marked(TeamKey team, Sentence purpose) {
    if (team.mark().isBlank()) {
      throw new IllegalArgumentException("any space could be meant");
    }
    List<ProjectDrive> ours = new ArrayList<>();
    drives.readAll(
        purpose,
        drive -> {
          if (drive.mark().equals(team.mark())) {
            ours.add(drive);
          }
        });
    ours.sort(Comparator.comparing(ProjectDrive::id));
    if (ours.size() > 1) {
      LOG.warn(
          "{} spaces are marked {}, of which the first is taken: {}",
          ours.size(),
          team.mark(),
          ours.stream().map(ProjectDrive::id).toList());
    }
    return ours.stream().findFirst();
  }

  @Override
  public TeamSpace make(TeamKey team, Quota pool) {
    Sentence purpose = Sentence.of("change.make_project", team.mark(), pool);
    long total = total(pool, purpose);
    ProjectDrive drive = look(team).orElseGet(() -> create(team, total, purpose));
    boolean asItMustBe =
        drive.mark().equals(team.mark())
            && pool.isKeptAs(drive.space().quota())
            && drive.access() == SpaceAccess.OPEN;
    return asItMustBe ? drive.space() : mend(drive, team, pool, purpose);
  }

  /** Looked for once more after every failure: the server may have made it all the same. */
  private ProjectDrive create(TeamKey team, long total, Sentence purpose) {
    try {
      GraphAnswer answer =
          client.send(
              post(purpose, "drives")
                  .once()
                  .refusedBy(400, CloudErrorKind.QUOTA_REFUSED)
                  .with(
                      new JsonObjectBuilder()
                          .with("name", SpaceNameSanitizer.of(team.name()))
                          .with("driveType", "project")
                          .with("description", team.mark())
                          .with("quota", new JsonObjectBuilder().with("total", total))));
      ProjectDrive made = new ProjectDrive(answer.fields());
      if (made.isProject() && !made.id().isEmpty() && made.mark().equals(team.mark())) {
        return made;
      }
      throw client.notUnderstood(purpose);
    } catch (CloudException unclear) {
      return madeAllTheSame(team, unclear);
    }
  }

  private ProjectDrive madeAllTheSame(TeamKey team, CloudException unclear) {
    try {
      return look(team).orElseThrow(() -> unclear);
    } catch (CloudException failure) {
      if (failure != unclear) {
        unclear.addSuppressed(failure);
      }
      throw unclear;
    }
  }

  private TeamSpace mend(ProjectDrive drive, TeamKey team, Quota pool, Sentence purpose) {
    if (!drive.mark().equals(team.mark())) {
      client.send(
          patch(purpose, "drives", drive.id())
              .with(new JsonObjectBuilder().with("description", team.mark())));
    }
    setQuota(drive.space(), pool);
    setAccess(drive.space(), SpaceAccess.OPEN);
    return drives.require(drive.id(), purpose).space();
  }

  /** No limit is none to share; and zero would be that. */
  private long total(Quota pool, Sentence purpose) {
    if (pool.bytes().isEmpty()) {
      throw client.failure(
          CloudErrorKind.QUOTA_REFUSED, purpose, Sentence.of("cloud.pool_needs_limit"));
    }
    return quotas.total(pool, purpose);
  }

  @Override
  public void setQuota(TeamSpace space, Quota pool) {
    Sentence purpose = Sentence.of("change.quota_of_space", space.mark(), pool);
    total(pool, purpose);
    quotas.set(space.id(), pool, purpose);
  }

  @Override
  public void setAccess(TeamSpace space, SpaceAccess access) {
    switch (access) {
      case OPEN ->
          show(space.id(), SpaceRole.EDITOR, Sentence.of("change.open_space", space.mark()));
      case READ_ONLY ->
          show(space.id(), SpaceRole.VIEWER, Sentence.of("change.lock_space", space.mark()));
      case HIDDEN -> {
        Sentence purpose = Sentence.of("change.hide_space", space.mark());
        hide(drives.require(space.id(), purpose), purpose);
      }
      case MIXED -> throw new IllegalArgumentException("nobody wants a space to be so");
    }
  }

  private void show(String space, SpaceRole role, Sentence purpose) {
    people.giveAll(shown(drives.require(space, purpose), purpose), role, purpose);
  }

  /** Only where it is hidden: OpenCloud answers 500 to a restore of what is shown. */
  private ProjectDrive shown(ProjectDrive drive, Sentence purpose) {
    if (!drive.isHidden()) {
      return drive;
    }
    return changed(
        patch(purpose, "drives", drive.id())
            .header("Restore", "true")
            .with(new JsonObjectBuilder()),
        drive,
        it -> !it.isHidden());
  }

  private void hide(ProjectDrive drive, Sentence purpose) {
    if (drive.isHidden()) {
      return;
    }
    try {
      people.demoteManagers(drive, purpose);
    } catch (CloudException refused) {
      LOG.warn("whoever else manages the space can show it again: {}", refused.getMessage());
    }
    changed(GraphRequest.delete(purpose, "drives", drive.id()), drive, ProjectDrive::isHidden);
  }

  /** The space after a change, of which the answer says less than a look. */
  private ProjectDrive changed(
      GraphRequest change, ProjectDrive drive, Predicate<ProjectDrive> isTrue) {
    Optional<CloudException> unclear = Optional.empty();
    try {
      client.send(change);
    } catch (CloudException failure) {
      unclear = Optional.of(failure);
    }
    ProjectDrive after = drives.require(drive.id(), change.purpose());
    if (!isTrue.test(after)) {
      throw unclear.orElseGet(() -> notKept(change.purpose()));
    }
    return after;
  }

  private CloudException notKept(Sentence purpose) {
    return client.failure(CloudErrorKind.NOT_KEPT, purpose, Sentence.of("cloud.not_switched"));
  }

  @Override
  public Set<UserId> members(TeamSpace space) {
    return people.of(space.id(), Sentence.of("purpose.members_of_space", space.mark()));
  }

  @Override
  public void admit(TeamSpace space, UserId member) {
    people.admit(space.id(), member, Sentence.of("change.admit_to", member, space.mark()));
  }

  @Override
  public void dismiss(TeamSpace space, UserId member) {
    people.dismiss(space.id(), member, Sentence.of("change.dismiss_from", member, space.mark()));
  }

  /** Into the bin, which is emptied at once; what is in the bin already is only destroyed. */
  @Override
  public void delete(TeamSpace space) {
    Sentence purpose = Sentence.of("change.delete_project", space.mark());
    Optional<ProjectDrive> there = drives.find(space.id(), purpose);
    if (there.isEmpty()) {
      return;
    }
    if (!there.get().mark().equals(space.mark())) {
      throw client.failure(
          CloudErrorKind.REFUSED, purpose, Sentence.of("cloud.space_of_others", space.id()));
    }
    purge(there.get(), purpose);
  }

  /**
   * OpenCloud 3.3 fails with 500 where eight or more have been members, and each failure takes
   * another part of the space away: asked again it is mostly done in the end. Else the space stays,
   * or nobody finds it any more, and the files are on the disk. Then nobody may say that it is
   * gone.
   */
  private void purge(ProjectDrive drive, Sentence purpose) {
    GraphRequest purge = GraphRequest.delete(purpose, "drives", drive.id()).header("Purge", "T");
    ProjectDrive left = drive;
    boolean broken = false;
    for (int times = 0; times < PURGES; times++) {
      hide(left, purpose);
      Optional<CloudException> unclear = Optional.empty();
      try {
        GraphAnswer answer =
            client.send(broken ? purge.answeredBy(400, 404, 500) : purge.answeredBy(404, 500));
        boolean failed = answer.status() == 500 && !answer.code().isEmpty();
        broken = !answer.isOk() && (broken || failed);
      } catch (CloudException failure) {
        unclear = Optional.of(failure);
      }
      if (!broken) {
        if (drives.find(drive.id(), purpose).isPresent()) {
          throw unclear.orElseGet(() -> notKept(purpose));
        }
        return;
      }
      left =
          remains(drive.id(), purpose)
              .orElseThrow(() -> notPurged("cloud.space_half_purged", drive, purpose));
      if (unclear.isPresent()) {
        throw unclear.get();
      }
    }
    throw notPurged("cloud.space_not_purged", drive, purpose);
  }

  private CloudException notPurged(String key, ProjectDrive drive, Sentence purpose) {
    return client.failure(CloudErrorKind.REFUSED, purpose, Sentence.of(key, drive.id()));
  }

  /** Also what is left of one can be no space any more. */
  private Optional<ProjectDrive> remains(String space, Sentence purpose) {
    try {
      return drives.find(space, purpose);
    } catch (CloudException failure) {
      if (failure.kind() == CloudErrorKind.NOT_UNDERSTOOD) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  @Override
  public void readAll(Predicate<String> ours, Consumer<TeamSpace> reader) {
    drives.readAll(Sentence.of("purpose.all_spaces"), drive -> reader.accept(drive.space()));
  }
}
