package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.post;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.put;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.secret.PasswordGenerator;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Folders that a technical account shares with a team's group, on every Nextcloud and ownCloud 10.
 * The account has the pool as its quota, and all that members put in counts as its own. It is
 * called as the team's mark is, and nobody knows its password but the call that shares: what has to
 * be shared anew gets a new one.
 *
 * <p>What the account may do is seen by what an administrator is shown: in a group without members
 * nobody has the folder, and an account that may store nothing takes nothing from members. That
 * quota also says that the share is in doubt, so that a run which was cut off is finished by the
 * next. The account, disabled, lets members in all the same: it only says that they are out.
 */
final class SharedFolderTeamSpaces extends GroupBasedTeamSpaces {

  private static final Quota NOTHING = Quota.ofBytes(0);

  SharedFolderTeamSpaces(CloudEndpoint server, OcsClient client, Cloud users) {
    super(server, client, users);
  }

  @Override
  public boolean offers(SpaceKind kind) {
    return kind == SpaceKind.SHARED_FOLDER;
  }

  /** Whoever switches sharing off for a while does not end what was sold: so it is asked once. */
  @Override
  public void requireUsable(SpaceKind kind) {
    Sentence purpose = Sentence.of("purpose.capabilities");
    Object all = client.send(get(purpose, "capabilities")).fields().get("capabilities");
    Map<String, Object> sharing = OcsAnswer.asMap(OcsAnswer.asMap(all).get("files_sharing"));
    if (!Boolean.TRUE.equals(sharing.get("api_enabled"))
        || Boolean.FALSE.equals(sharing.get("group_sharing"))) {
      throw new CloudException(
          CloudErrorKind.REFUSED, Sentence.of("cloud.group_sharing_off", server.address()));
    }
  }

  @Override
  public Optional<TeamSpace> find(TeamKey team) {
    requireName(team.mark());
    return users.findUser(new UserId(team.mark())).map(this::space);
  }

  private TeamSpace space(CloudUser owner) {
    String mark = owner.id().value();
    SpaceAccess access = access(owner, insiders(mark));
    return new TeamSpace(mark, mark, owner.quota(), owner.usage().bytes(), access);
  }

  /** A group that was deleted has taken the share along. */
  private static SpaceAccess access(CloudUser owner, Optional<Set<UserId>> insiders) {
    if (owner.isDisabled()) {
      return insiders.orElse(Set.of()).isEmpty() ? SpaceAccess.HIDDEN : SpaceAccess.MIXED;
    }
    if (insiders.isEmpty()) {
      return SpaceAccess.MIXED;
    }
    return takesNothing(owner) ? SpaceAccess.READ_ONLY : SpaceAccess.OPEN;
  }

  private static boolean takesNothing(CloudUser owner) {
    return NOTHING.isKeptAs(owner.quota());
  }

  /** Whatever a former call has begun is gone through again, with another password. */
  @Override
  public TeamSpace make(TeamKey team, Quota pool) {
    String mark = team.mark();
    UserId id = new UserId(mark);
    String name = name(team);
    requireName(mark);
    requireLimit(pool);
    users.makeGroup(mark);
    Secret password = PasswordGenerator.generate();
    boolean known = users.findUser(id).isEmpty() && isMade(id, name, password);
    CloudUser account = present(id);
    if (!known) {
      users.setPassword(id, password);
    }
    if (account.isDisabled()) {
      users.enableUser(id);
    }
    FolderOwner owner = new FolderOwner(server, client, id, password);
    boolean unused = account.usage().lastLogin().isEmpty();
    if (unused) {
      enterWithNothing(account, owner);
    }
    if (unused || !pool.isKeptAs(account.quota())) {
      users.setQuota(id, pool);
    }
    if (!account.profile().displayName().equals(Optional.of(name))) {
      users.setDisplayName(id, name);
    }
    owner.makeFolder(name);
    share(owner, name, mark);
    OptionalLong used = OptionalLong.of(account.usage().bytes().orElse(0));
    return new TeamSpace(mark, mark, pool, used, SpaceAccess.OPEN);
  }

  private static String name(TeamKey team) {
    String shown = shown(team.name());
    return shown.isEmpty() ? team.mark() : shown;
  }

  /** False where the account is there and its password may be another's. */
  private boolean isMade(UserId id, String name, Secret password) {
    try {
      users.createUser(new NewUser(id, password, NOTHING, new UserProfile("", name, ""), Set.of()));
      return true;
    } catch (CloudException unclear) {
      requireDoubt(unclear);
      if (users.findUser(id).isEmpty()) {
        throw unclear;
      }
      return false;
    }
  }

  /** Where nothing fits, no example files are laid, which would be part of the pool. */
  private void enterWithNothing(CloudUser account, FolderOwner owner) {
    if (!takesNothing(account)) {
      users.setQuota(account.id(), NOTHING);
    }
    owner.signIn();
  }

  private CloudUser present(UserId id) {
    return users
        .findUser(id)
        .orElseThrow(
            () ->
                new CloudException(
                    CloudErrorKind.REFUSED,
                    server.failed(
                        Sentence.of("purpose.look_for", id),
                        Sentence.of("cloud.no_folder_owner"))));
  }

  @Override
  public void setQuota(TeamSpace space, Quota pool) {
    requireLimit(pool);
    users.setQuota(new UserId(space.id()), pool);
  }

  @Override
  public void setAccess(TeamSpace space, SpaceAccess access) {
    CloudUser owner = present(new UserId(space.id()));
    switch (access) {
      case OPEN -> open(owner);
      case READ_ONLY -> lock(owner);
      case HIDDEN -> hide(owner, space);
      case MIXED -> throw new IllegalArgumentException("never wanted: " + access);
    }
  }

  /** Stays closed to writing where it was: the quota is the tariff's to set. */
  private void open(CloudUser owner) {
    UserId id = owner.id();
    boolean kept = insiders(id.value()).isPresent() && !takesNothing(owner);
    if (!kept && !takesNothing(owner)) {
      users.setQuota(id, NOTHING);
    }
    if (owner.isDisabled()) {
      users.enableUser(id);
    }
    if (!kept) {
      shareAnew(owner);
    }
    if (!kept && !takesNothing(owner)) {
      users.setQuota(id, owner.quota());
    }
  }

  /** The folder bears the name of its account. */
  private void shareAnew(CloudUser account) {
    UserId id = account.id();
    users.makeGroup(id.value());
    Secret password = PasswordGenerator.generate();
    users.setPassword(id, password);
    String name = account.profile().displayName().orElse(id.value());
    share(new FolderOwner(server, client, id, password), name, id.value());
  }

  /**
   * In the group for this moment, since a cloud may let share with own groups only; no longer, for
   * whoever administers the group would have the account's quota, and what is in it.
   */
  private void share(FolderOwner owner, String name, String group) {
    users.joinGroup(owner.id(), group);
    try {
      owner.share(name, group);
    } catch (CloudException refused) {
      takeOut(owner.id(), group, refused);
      throw refused;
    }
    users.leaveGroup(owner.id(), group);
  }

  private void takeOut(UserId owner, String group, CloudException why) {
    try {
      users.leaveGroup(owner, group);
    } catch (CloudException left) {
      why.addSuppressed(left);
    }
  }

  private void lock(CloudUser owner) {
    if (!takesNothing(owner)) {
      users.setQuota(owner.id(), NOTHING);
    }
    if (owner.isDisabled()) {
      users.enableUser(owner.id());
    }
  }

  /** First what is seen of it, so that who is stopped in between is known to be. */
  private void hide(CloudUser owner, TeamSpace space) {
    if (!owner.isDisabled()) {
      users.disableUser(owner.id());
    }
    members(space).forEach(member -> dismiss(space, member));
  }

  /** All files go with the account. The group is last: it tells who it was. */
  @Override
  public void delete(TeamSpace space) {
    requireName(space.mark());
    users.deleteUser(new UserId(space.mark()));
    deleteGroup(space.mark());
  }

  @Override
  public void readAll(Predicate<String> ours, Consumer<TeamSpace> reader) {
    OcsAnswer found =
        client.send(
            get(Sentence.of("purpose.shared_folders"), "users").asking("search", TeamKey.SHARED));
    for (String id : OcsAnswer.asTexts(found.fields().get("users"))) {
      if (TeamKey.isMark(id) && TeamKey.kind(id) == SpaceKind.SHARED_FOLDER) {
        users.findUser(new UserId(id)).map(this::space).ifPresent(reader);
      }
    }
  }

  /**
   * A technical account at the moment in which its password is known: what nobody but itself can
   * do. It needs no more than that moment, after which nobody knows the password any more.
   */
  private record FolderOwner(CloudEndpoint server, OcsClient client, UserId id, Secret password) {

    private static final String SHARES = "shares";
    private static final String WITH_GROUP = "1";

    /** Read, update, create, delete, and not share: what a member shared on would outlive him. */
    private static final int MEMBERS_MAY = 15;

    /** The first time makes the home. */
    void signIn() {
      send(get(Sentence.of("purpose.sign_in_as", id), "user").orInXml());
    }

    void makeFolder(String name) {
      send(OcsRequest.folder(Sentence.of("change.make_shared_folder", name, id), id.value(), name));
    }

    /** Shares the folder with the group, and looks that it is. */
    void share(String name, String group) {
      Sentence purpose = Sentence.of("change.share_folder", name, group);
      Map<String, Object> share =
          find(name, group)
              .or(() -> made(name, group, purpose))
              .orElseThrow(() -> notKept(purpose));
      if (permissions(share) != MEMBERS_MAY) {
        send(
            shares(put(purpose, SHARES, String.valueOf(share.get("id"))))
                .with("permissions", Integer.toString(MEMBERS_MAY)));
        if (find(name, group).filter(it -> permissions(it) == MEMBERS_MAY).isEmpty()) {
          throw notKept(purpose);
        }
      }
    }

    /** ownCloud refuses what is shared already, and an answer may be lost: so it is looked at. */
    private Optional<Map<String, Object>> made(String name, String group, Sentence purpose) {
      try {
        send(
            shares(post(purpose, SHARES))
                .once()
                .with("path", "/" + name)
                .with("shareType", WITH_GROUP)
                .with("shareWith", group)
                .with("permissions", Integer.toString(MEMBERS_MAY)));
        return find(name, group);
      } catch (CloudException unclear) {
        return Optional.of(find(name, group).orElseThrow(() -> unclear));
      }
    }

    private CloudException notKept(Sentence purpose) {
      return new CloudException(
          CloudErrorKind.NOT_KEPT, server.failed(purpose, Sentence.of("cloud.share_not_kept")));
    }

    private Optional<Map<String, Object>> find(String name, String group) {
      OcsAnswer answer =
          send(
              shares(get(Sentence.of("purpose.shares_of", name), SHARES))
                  .asking("path", "/" + name));
      return answer.data() instanceof List<?> rows
          ? rows.stream().map(OcsAnswer::asMap).filter(it -> isWith(it, group)).findFirst()
          : Optional.empty();
    }

    private static boolean isWith(Map<String, Object> share, String group) {
      return WITH_GROUP.equals(String.valueOf(share.get("share_type")))
          && group.equals(share.get("share_with"));
    }

    private static long permissions(Map<String, Object> share) {
      return OcsUserParser.number(share.get("permissions")).orElse(0);
    }

    private static OcsRequest shares(OcsRequest request) {
      return request.of("apps/files_sharing/api/v1");
    }

    /** What it is not let do says nothing of our own account. */
    private OcsAnswer send(OcsRequest request) {
      try {
        return client.send(request.as(CloudCredentials.basic(id.value(), password)));
      } catch (CloudException no) {
        if (no.kind() == CloudErrorKind.UNAUTHORIZED) {
          throw new CloudException(
              CloudErrorKind.REFUSED, Sentence.of("cloud.folder_owner_kept_out", no, id));
        }
        throw no.kind() == CloudErrorKind.FORBIDDEN
            ? new CloudException(CloudErrorKind.REFUSED, no.sentence())
            : no;
      }
    }
  }
}
