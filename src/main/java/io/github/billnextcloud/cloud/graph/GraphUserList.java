package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.get;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.text.Sentence;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Everybody, by two requests: these servers have no pages. Of the drives only two numbers a user
 * are kept, and the users pass one by one.
 */
final class GraphUserList {

  /** What a drive has; a quota that is not told is negative. */
  private record Space(Quota quota, OptionalLong used) {}

  private final GraphClient client;
  private final Map<String, Space> spaces = new HashMap<>();

  GraphUserList(GraphClient client) {
    this.client = client;
  }

  /** With the names that the cloud has for them. */
  void readAll(Consumer<CloudUser> reader) {
    readSpaces();
    readUsers(user -> reader.accept(withSpace(user)));
  }

  /**
   * Those who are wanted, by the names that the wanting has for them: a customer may have taken
   * another's name meanwhile, or given up his own.
   */
  void read(Collection<UserId> wanted, Consumer<CloudUser> reader) {
    Map<String, UserId> byStable = new HashMap<>();
    Map<UserId, UserId> byName = new HashMap<>();
    wanted.forEach(
        id -> {
          if (id.stable().isEmpty()) {
            byName.put(id, id);
          } else {
            byStable.put(id.stable(), id);
          }
        });
    readSpaces();
    readUsers(
        user -> {
          UserId id = user.id();
          UserId known = byStable.getOrDefault(id.stable(), byName.get(id));
          if (known != null) {
            reader.accept(withSpace(user).named(known));
          }
        });
  }

  static GraphRequest personalDrives() {
    return get(Sentence.of("purpose.all_drives"), "drives")
        .asking("$filter", "driveType eq 'personal'");
  }

  /** By the stable id. */
  static String owner(Map<String, Object> drive) {
    Map<String, Object> owner = GraphAnswer.object(drive.get("owner"));
    return GraphAnswer.text(GraphAnswer.object(owner.get("user")).get("id"));
  }

  private void readSpaces() {
    client.list(
        personalDrives(),
        "value",
        drive -> {
          spaces.put(
              owner(drive), new Space(GraphUserReader.quota(drive), GraphUserReader.used(drive)));
        });
  }

  /** Our own account is among them, or it is no list of users. */
  private void readUsers(Consumer<GraphUserReader> reader) {
    Sentence purpose = Sentence.of("purpose.all_users");
    AtomicBoolean any = new AtomicBoolean();
    client.list(
        get(purpose, "users").asking("$expand", "memberOf,appRoleAssignments"),
        "value",
        fields -> {
          GraphUserReader user = new GraphUserReader(fields);
          if (user.isWhole()) {
            any.set(true);
            reader.accept(user);
          }
        });
    if (!any.get()) {
      throw client.notUnderstood(purpose);
    }
  }

  /**
   * Who has no drive has stored nothing. But our own account has one: where there is none at all,
   * the storage does not answer, and nobody knows.
   */
  private CloudUser withSpace(GraphUserReader user) {
    Space space = spaces.get(user.id().stable());
    if (space != null) {
      return user.user(space.quota(), space.used());
    }
    return spaces.isEmpty()
        ? user.user(Quota.UNKNOWN, OptionalLong.empty())
        : user.user(Quota.UNSET, OptionalLong.of(0));
  }
}
