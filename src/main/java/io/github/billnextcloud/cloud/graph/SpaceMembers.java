package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.delete;
import static io.github.billnextcloud.cloud.graph.GraphRequest.get;
import static io.github.billnextcloud.cloud.graph.GraphRequest.patch;
import static io.github.billnextcloud.cloud.graph.GraphRequest.post;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.graph.SpaceGrant.SpaceRole;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who comes into a project space: people, one by one, as editors. A group would tell its members'
 * names and addresses to everybody, and who manages a space can undo whatever we do with it. What
 * is answered to a change matters little: invitations that were answered 200 can be lost, and 500
 * is said of who is out already. So the space is looked at afterwards.
 */
final class SpaceMembers {

  private static final String BETA = "graph/v1beta1";

  /** So many are looked at one by one rather than by the list of everybody. */
  private static final int FEW = 5;

  private final GraphClient client;
  private final ProjectDriveLookup drives;
  private final Function<UserId, Optional<GraphUserParser>> look;
  private Optional<String> self = Optional.empty();

  /**
   * @param look for a user, by the stable id where it is known
   */
  SpaceMembers(
      GraphClient client,
      ProjectDriveLookup drives,
      Function<UserId, Optional<GraphUserParser>> look) {
    this.client = client;
    this.drives = drives;
    this.look = look;
  }

  /** By which our own account is known. */
  private String self() {
    if (self.isEmpty()) {
      Sentence purpose = Sentence.of("purpose.sign_in");
      GraphUserParser me = new GraphUserParser(client.send(get(purpose, "me")).fields());
      if (!me.isWhole()) {
        throw client.notUnderstood(purpose);
      }
      self = Optional.of(me.stableId());
    }
    return self.get();
  }

  boolean isManagedByUs(ProjectDrive drive) {
    return drive.roleOf(self()).filter(it -> it == SpaceRole.MANAGER).isPresent();
  }

  /** All rows but our own. */
  private Stream<SpaceGrant> others(ProjectDrive drive) {
    return drive.grants().stream().filter(it -> !it.isOf(self()));
  }

  private Optional<GraphUserParser> user(String stable) {
    return look.apply(new UserId(stable, stable));
  }

  /** Without our own account, and without the rows of who is deleted, which stay for ever. */
  Set<UserId> of(String space, Sentence purpose) {
    ProjectDrive drive = drives.require(space, purpose);
    if (!drive.tellsGrants()) {
      throw client.notUnderstood(purpose);
    }
    Set<String> rows = new HashSet<>();
    others(drive).filter(SpaceGrant::isUser).forEach(row -> rows.add(row.grantee()));
    Set<UserId> members = new TreeSet<>();
    if (rows.size() <= FEW) {
      rows.forEach(row -> user(row).ifPresent(it -> members.add(it.id())));
      return members;
    }
    // Our own account is among all users, or it is no list of them.
    rows.add(self());
    client.list(
        get(Sentence.of("purpose.all_users"), "users"),
        "value",
        fields -> {
          GraphUserParser user = new GraphUserParser(fields);
          if (user.isWhole() && rows.contains(user.stableId())) {
            members.add(user.id());
          }
        });
    if (!members.removeIf(it -> it.stableId().equals(self))) {
      throw client.notUnderstood(purpose);
    }
    return members;
  }

  /** As an editor, whatever the row said before: a manager would be one too many. */
  void admit(String space, UserId member, Sentence purpose) {
    String user =
        stable(member)
            .orElseThrow(
                () ->
                    client.failure(
                        CloudErrorKind.USER_MISSING, purpose, Sentence.of("cloud.no_user")));
    Optional<CloudException> unclear = tried(() -> invite(space, user, purpose));
    ProjectDrive drive = drives.require(space, purpose);
    if (!isEditor(user, drive) && unclear.isEmpty() && isChangeable(drive)) {
      unclear = tried(() -> invite(space, user, purpose));
      drive = drives.require(space, purpose);
    }
    if (!isEditor(user, drive)) {
      throw explained(unclear, drive, user, purpose);
    }
  }

  private static boolean isEditor(String user, ProjectDrive drive) {
    return drive.roleOf(user).filter(it -> it == SpaceRole.EDITOR).isPresent();
  }

  private boolean isChangeable(ProjectDrive drive) {
    return !drive.isHidden() && isManagedByUs(drive);
  }

  /** 409 is a member already, in whatever role. */
  private void invite(String space, String user, Sentence purpose) {
    JsonObjectBuilder whom =
        new JsonObjectBuilder().with("objectId", user).with("@libre.graph.recipient.type", "user");
    JsonObjectBuilder invitation =
        new JsonObjectBuilder()
            .with("recipients", List.of(whom))
            .with("roles", List.of(SpaceRole.EDITOR.id));
    GraphAnswer answer =
        client.send(
            post(purpose, "drives", space, "root", "invite")
                .of(BETA)
                .answeredBy(409, 404)
                .unclearToo()
                .with(invitation));
    if (answer.status() == 409) {
      give(space, SpaceGrant.idOf(user), SpaceRole.EDITOR, purpose);
    }
  }

  private void give(String space, String row, SpaceRole role, Sentence purpose) {
    client.send(
        patch(purpose, "drives", space, "root", "permissions", row)
            .of(BETA)
            .answeredBy(404)
            .unclearToo()
            .with(new JsonObjectBuilder().with("roles", List.of(role.id))));
  }

  /** Also who is deleted, and known by the stable id. */
  void dismiss(String space, UserId member, Sentence purpose) {
    Optional<String> user = stable(member);
    if (user.isEmpty()) {
      return;
    }
    if (user.get().equals(self())) {
      throw client.failure(
          CloudErrorKind.REFUSED, purpose, Sentence.of("cloud.space_needs_manager"));
    }
    Optional<CloudException> unclear =
        tried(() -> remove(space, SpaceGrant.idOf(user.get()), purpose));
    ProjectDrive drive = drives.require(space, purpose);
    if (drive.roleOf(user.get()).isPresent()) {
      throw explained(unclear, drive, user.get(), purpose);
    }
  }

  private void remove(String space, String row, Sentence purpose) {
    client.send(
        delete(purpose, "drives", space, "root", "permissions", row)
            .of(BETA)
            .answeredBy(404)
            .unclearToo());
  }

  /** To all but our own account. A row of who is deleted takes none, and goes. */
  void giveAll(ProjectDrive drive, SpaceRole role, Sentence purpose) {
    List<CloudException> unclear = new ArrayList<>();
    others(drive)
        .filter(row -> row.role() != role)
        .forEach(
            row -> tried(() -> change(drive.id(), row, role, purpose)).ifPresent(unclear::add));
    ProjectDrive after = drives.require(drive.id(), purpose);
    Optional<SpaceGrant> other = others(after).filter(row -> row.role() != role).findFirst();
    if (other.isPresent()) {
      throw explained(unclear.stream().findFirst(), after, other.get().grantee(), purpose);
    }
  }

  private void change(String space, SpaceGrant row, SpaceRole role, Sentence purpose) {
    if (row.isUser() && !row.isNamed() && user(row.grantee()).isEmpty()) {
      remove(space, row.id(), purpose);
    } else {
      give(space, row.id(), role, purpose);
    }
  }

  /** Who manages a space beside us could show it again: he is an editor before it is hidden. */
  void demoteManagers(ProjectDrive drive, Sentence purpose) {
    others(drive)
        .filter(row -> row.role() == SpaceRole.MANAGER)
        .forEach(row -> change(drive.id(), row, SpaceRole.EDITOR, purpose));
  }

  private Optional<String> stable(UserId member) {
    return member.stableId().or(() -> look.apply(member).map(GraphUserParser::stableId));
  }

  private static Optional<CloudException> tried(Runnable change) {
    try {
      change.run();
      return Optional.empty();
    } catch (CloudException unclear) {
      return Optional.of(unclear);
    }
  }

  /** The server's own words are the same for several things. */
  private CloudException explained(
      Optional<CloudException> unclear, ProjectDrive drive, String user, Sentence purpose) {
    if (drive.isHidden()) {
      return client.failure(CloudErrorKind.REFUSED, purpose, Sentence.of("cloud.space_hidden"));
    }
    if (!isManagedByUs(drive)) {
      return client.failure(
          CloudErrorKind.FORBIDDEN, purpose, Sentence.of("cloud.space_unmanaged"));
    }
    if (user(user).isEmpty()) {
      return client.failure(CloudErrorKind.USER_MISSING, purpose, Sentence.of("cloud.no_user"));
    }
    return unclear.orElseGet(
        () -> client.failure(CloudErrorKind.NOT_KEPT, purpose, Sentence.of("cloud.not_switched")));
  }
}
