package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.post;

import io.github.billnextcloud.cloud.AdminGroupNameMatcher;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.text.Sentence;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders of Nextcloud's app "Team folders", each for the group by which we know a team.
 *
 * <p>The app says what went wrong by HTTP 502 or by a status line that nobody can read, as well as
 * by words, and some of its versions make twice what is asked twice. So after a failure the folder
 * is looked at, and nothing is sent again unseen. A folder is made under the name of its group,
 * which nobody else has, and gets the team's name in the end.
 */
final class TeamFolders extends GroupBasedTeamSpaces {

  private static final Logger LOG = LoggerFactory.getLogger(TeamFolders.class);

  private static final String FOLDERS = "folders";

  /** Of one whose name no folder can have. */
  private static final String NOBODY = "0";

  private TeamFolders(CloudEndpoint server, OcsClient client, Cloud users) {
    super(server, client, users);
  }

  /**
   * Empty where the app is not there, as nowhere on ownCloud. Asks for a folder that nobody has.
   */
  static Optional<TeamSpaces> of(CloudEndpoint server, OcsClient client, Cloud users) {
    OcsAnswer answer = client.send(look(NOBODY).answeredBy(OcsAnswer.UNKNOWN_ROUTE));
    return answer.isOk() || isAbsence(answer)
        ? Optional.of(new TeamFolders(server, client, users))
        : Optional.empty();
  }

  private static OcsRequest look(String id) {
    return page(get(Sentence.of("purpose.team_folder", id), FOLDERS, id)).answeredBy(MISSING);
  }

  private static OcsRequest page(OcsRequest request) {
    return request.ofPage("apps/groupfolders");
  }

  /** In the envelope until 30; words of others are of some proxy. */
  private static boolean isAbsence(OcsAnswer answer) {
    return answer.code() == MISSING
        && (answer.message().isEmpty() || answer.message().equals("Groupfolder not found"));
  }

  @Override
  public Optional<TeamSpace> find(TeamKey team) {
    Optional<TeamFolder> found =
        recorded(team)
            .flatMap(this::folder)
            .map(folder -> required(folder, team.mark()))
            .or(() -> unrecorded(team.mark(), folders()));
    if (found.isEmpty()) {
      requireAdministrator();
    }
    return found.map(folder -> folder.space(team.mark()));
  }

  /** What another product has given is no id here. */
  private static Optional<String> recorded(TeamKey team) {
    return team.spaceId().filter(TeamFolder::isId);
  }

  /** Others are shown the folders of their own groups, as if there were no more. */
  private void requireAdministrator() {
    Sentence purpose = Sentence.of("purpose.team_folders");
    Map<String, Object> self = client.send(get(purpose, "user")).fields();
    if (OcsAnswer.asTexts(self.get("groups")).stream()
        .noneMatch(AdminGroupNameMatcher::isNamedBy)) {
      throw new CloudException(
          CloudErrorKind.FORBIDDEN,
          server.failed(
              purpose, Sentence.of("cloud.sees_own_folders", String.valueOf(self.get("id")))));
    }
  }

  private TeamFolder required(TeamFolder folder, String group) {
    if (group.isBlank() || !folder.isOf(group)) {
      throw new CloudException(
          CloudErrorKind.REFUSED,
          Sentence.of("cloud.foreign_folder", folder.id(), server.address(), folder.name(), group));
    }
    return folder;
  }

  /**
   * What a former call has made or begun, and nobody has noted. A folder that other groups have,
   * too, may be another's that was opened to the team.
   */
  private static Optional<TeamFolder> unrecorded(String group, List<TeamFolder> folders) {
    return first(folders, folder -> folder.group().equals(group))
        .or(() -> first(folders, folder -> folder.isBegunFor(group)));
  }

  private static Optional<TeamFolder> first(
      List<TeamFolder> folders, Predicate<TeamFolder> wanted) {
    return folders.stream().filter(wanted).min(Comparator.comparingLong(TeamFolder::number));
  }

  @Override
  public TeamSpace make(TeamKey team, Quota pool) {
    String group = team.mark();
    requireName(group);
    requireLimit(pool);
    List<TeamFolder> all = folders();
    Optional<TeamFolder> there =
        recorded(team)
            .flatMap(id -> first(all, folder -> folder.id().equals(id)))
            .map(folder -> required(folder, group))
            .or(() -> unrecorded(group, all));
    boolean given = there.filter(folder -> folder.isGivenTo(group)).isPresent();
    if (!given) {
      users.makeGroup(group);
    }
    TeamFolder folder = there.orElseGet(() -> made(group));
    if (!folder.quota().equals(pool)) {
      limit(folder.id(), pool);
    }
    if (!given) {
      give(folder.id(), group);
    } else if (folder.access(group) != SpaceAccess.OPEN) {
      permit(folder.id(), group, SpaceAccess.OPEN);
    }
    call(folder, team, all);
    return new TeamSpace(folder.id(), group, pool, folder.used(), SpaceAccess.OPEN);
  }

  private TeamFolder made(String group) {
    OcsRequest request =
        page(post(Sentence.of("change.make_folder", group), FOLDERS))
            .once()
            .with("mountpoint", group);
    try {
      String id = String.valueOf(client.send(request).fields().get("id"));
      if (TeamFolder.isId(id)) {
        return TeamFolder.made(id, group);
      }
      throw notUnderstood(request);
    } catch (CloudException unclear) {
      requireDoubt(unclear);
      return unrecorded(group, folders()).orElseThrow(() -> unclear);
    }
  }

  private CloudException notUnderstood(OcsRequest request) {
    return new CloudException(
        CloudErrorKind.NOT_UNDERSTOOD,
        server.failed(request.purpose(), Sentence.of("cloud.not_understood")));
  }

  /** The app reads "5 GB" as five bytes. */
  private void limit(String id, Quota pool) {
    Sentence purpose = Sentence.of("change.folder_quota", id, pool);
    change(
        page(post(purpose, FOLDERS, id, "quota"))
            .with("quota", Long.toString(pool.bytes().orElseThrow())),
        id,
        folder -> folder.quota().equals(pool));
  }

  /** For a folder that the group does not have: given twice, it breaks the server's answer. */
  private void give(String id, String group) {
    change(
        page(post(Sentence.of("change.give_folder", id, group), FOLDERS, id, "groups"))
            .once()
            .with("group", group),
        id,
        folder -> folder.isGivenTo(group));
  }

  private void permit(String id, String group, SpaceAccess access) {
    int permissions = TeamFolder.permissions(access);
    change(
        page(post(
                Sentence.of("change.folder_access", id, group, permissions),
                FOLDERS,
                id,
                "groups",
                group))
            .with("permissions", Integer.toString(permissions)),
        id,
        folder -> folder.access(group) == access);
  }

  /** What the answer does not tell, the folder shows. */
  private void change(OcsRequest request, String id, Predicate<TeamFolder> isDone) {
    try {
      client.send(request);
    } catch (CloudException unclear) {
      requireDoubt(unclear);
      if (folder(id).filter(isDone).isEmpty()) {
        throw unclear;
      }
    }
  }

  /** No name is worth an order that is not finished: without it, that of the group stays. */
  private void call(TeamFolder folder, TeamKey team, List<TeamFolder> all) {
    String name = shown(team.name());
    boolean free = all.stream().noneMatch(it -> !it.id().equals(folder.id()) && it.takes(name));
    if (name.isEmpty() || !free || !folder.name().equals(team.mark())) {
      return;
    }
    try {
      client.send(
          page(post(
                  Sentence.of("change.call_folder", folder.id(), name),
                  FOLDERS,
                  folder.id(),
                  "mountpoint"))
              .with("mountpoint", name));
    } catch (CloudException refused) {
      requireDoubt(refused);
      String kept = folder(folder.id()).orElseThrow(() -> refused).name();
      LOG.warn("the team folder is called {}: {}", kept, refused.getMessage());
    }
  }

  @Override
  public void setQuota(TeamSpace space, Quota pool) {
    requireLimit(pool);
    limit(space.id(), pool);
  }

  /**
   * Permissions of a group that has not got the folder are taken and lost: so it is looked first.
   */
  @Override
  public void setAccess(TeamSpace space, SpaceAccess access) {
    String group = space.mark();
    TeamFolder folder = required(present(space.id()), group);
    if (!folder.isGivenTo(group) && access != SpaceAccess.HIDDEN) {
      users.makeGroup(group);
      give(folder.id(), group);
      folder = present(space.id());
    }
    if (folder.access(group) != access) {
      permit(folder.id(), group, access);
    }
  }

  private TeamFolder present(String id) {
    return folder(id)
        .orElseThrow(
            () ->
                new CloudException(
                    CloudErrorKind.REFUSED,
                    server.failed(
                        Sentence.of("purpose.team_folder", id), Sentence.of("cloud.no_folder"))));
  }

  /**
   * Nothing brings a folder back, and a group that goes first leaves one that nobody sees. What was
   * begun twice by calls of which one was lost goes, too.
   */
  @Override
  public void delete(TeamSpace space) {
    String group = space.mark();
    requireName(group);
    folder(space.id()).ifPresent(folder -> destroy(required(folder, group), group));
    for (TeamFolder left : folders()) {
      if (left.id().equals(space.id())) {
        throw new CloudException(
            CloudErrorKind.NOT_KEPT,
            server.failed(
                Sentence.of("purpose.delete_folder", left.id()),
                Sentence.of("cloud.still_there", left.name())));
      }
      if (left.isBegunFor(group)) {
        destroy(left, group);
      }
    }
    deleteGroup(group);
  }

  private void destroy(TeamFolder folder, String group) {
    if (folder.access(group) != SpaceAccess.HIDDEN) {
      permit(folder.id(), group, SpaceAccess.HIDDEN);
    }
    OcsRequest request =
        page(OcsRequest.delete(
                Sentence.of("purpose.delete_folder", folder.id()), FOLDERS, folder.id()))
            .answeredBy(MISSING)
            .once();
    try {
      client.send(request);
    } catch (CloudException unclear) {
      requireDoubt(unclear);
      if (folder(folder.id()).isPresent()) {
        throw unclear;
      }
    }
  }

  @Override
  public void readAll(Predicate<String> ours, Consumer<TeamSpace> reader) {
    for (TeamFolder folder : folders()) {
      List<String> known = folder.groups().keySet().stream().filter(ours).toList();
      for (String group : known.isEmpty() ? List.of(folder.group()) : known) {
        reader.accept(folder.space(group));
      }
    }
  }

  /** Empty where the app says that there is none. */
  private Optional<TeamFolder> folder(String id) {
    OcsRequest request = look(id);
    OcsAnswer answer = client.send(request);
    if (answer.isOk()) {
      return Optional.of(row(request, answer.fields()));
    }
    if (isAbsence(answer)) {
      return Optional.empty();
    }
    throw notUnderstood(request);
  }

  /** By number, as an object; as an empty list when there are none. */
  private List<TeamFolder> folders() {
    OcsRequest request = page(get(Sentence.of("purpose.team_folders"), FOLDERS));
    Object rows = client.send(request).data();
    if (rows instanceof Map<?, ?> byId) {
      return read(request, byId.values());
    }
    if (rows instanceof List<?> list) {
      return read(request, list);
    }
    throw notUnderstood(request);
  }

  private List<TeamFolder> read(OcsRequest request, Collection<?> rows) {
    return rows.stream().map(row -> row(request, OcsAnswer.asMap(row))).toList();
  }

  private TeamFolder row(OcsRequest request, Map<String, Object> fields) {
    return TeamFolder.read(fields).orElseThrow(() -> notUnderstood(request));
  }
}
