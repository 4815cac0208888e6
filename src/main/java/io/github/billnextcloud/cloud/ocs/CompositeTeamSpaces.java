package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What Nextcloud and ownCloud have for teams: each by the kind that its mark tells.
 *
 * @param folders of the app "Team folders"; empty where it is not there
 */
record CompositeTeamSpaces(Optional<TeamSpaces> folders, TeamSpaces shared) implements TeamSpaces {

  /** Asks for the app, and no more. */
  static TeamSpaces of(CloudEndpoint server, OcsClient client, Cloud users) {
    return new CompositeTeamSpaces(
        TeamFolders.of(server, client, users), new SharedFolderTeamSpaces(server, client, users));
  }

  private TeamSpaces of(SpaceKind kind) {
    return kind == SpaceKind.SHARED_FOLDER
        ? shared
        : folders.orElseThrow(
            () ->
                new CloudException(
                    CloudErrorKind.REFUSED, Sentence.of("cloud.no_team_folders_app")));
  }

  private TeamSpaces of(TeamSpace space) {
    return of(TeamKey.kind(space.mark()));
  }

  @Override
  public boolean offers(SpaceKind kind) {
    return shared.offers(kind) || folders.filter(it -> it.offers(kind)).isPresent();
  }

  @Override
  public void requireUsable(SpaceKind kind) {
    of(kind).requireUsable(kind);
  }

  @Override
  public Optional<TeamSpace> find(TeamKey team) {
    return of(team.kind()).find(team);
  }

  @Override
  public TeamSpace make(TeamKey team, Quota pool) {
    return of(team.kind()).make(team, pool);
  }

  @Override
  public void setQuota(TeamSpace space, Quota pool) {
    of(space).setQuota(space, pool);
  }

  @Override
  public void setAccess(TeamSpace space, SpaceAccess access) {
    of(space).setAccess(space, access);
  }

  @Override
  public Set<UserId> members(TeamSpace space) {
    return of(space).members(space);
  }

  @Override
  public Optional<String> group(TeamSpace space) {
    return of(space).group(space);
  }

  @Override
  public void admit(TeamSpace space, UserId member) {
    of(space).admit(space, member);
  }

  @Override
  public void dismiss(TeamSpace space, UserId member) {
    of(space).dismiss(space, member);
  }

  @Override
  public Optional<Sentence> objectionToManagers(Set<UserId> team) {
    return shared.objectionToManagers(team);
  }

  @Override
  public Set<UserId> managers(TeamSpace space) {
    return of(space).managers(space);
  }

  @Override
  public void appoint(TeamSpace space, UserId manager) {
    of(space).appoint(space, manager);
  }

  @Override
  public void depose(TeamSpace space, UserId manager) {
    of(space).depose(space, manager);
  }

  @Override
  public void delete(TeamSpace space) {
    of(space).delete(space);
  }

  @Override
  public void deleteRest(TeamKey team) {
    of(team.kind()).deleteRest(team);
  }

  @Override
  public void readAll(Predicate<String> ours, Consumer<TeamSpace> reader) {
    folders.ifPresent(all -> all.readAll(ours, reader));
    shared.readAll(ours, reader);
  }
}
