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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everybody, by two requests: these servers have no pages. The users pass one by one, and of the
 * drives no more than two numbers are kept, in {@link #read} of those alone who are wanted.
 */
final class GraphBulkUserReader {

  /** What a drive has; what is stored is negative where it is not told. */
  private record Space(Quota quota, long used) {}

  /** One who is wanted, with the drive once it has passed. */
  private static final class Wanted {
    private final UserId id;
    private @Nullable Space space;

    Wanted(UserId id) {
      this.id = id;
    }
  }

  private final GraphClient client;
  private boolean anySpace;
  private @Nullable Boolean isStorageThere;

  GraphBulkUserReader(GraphClient client) {
    this.client = client;
  }

  /** With the names that the cloud has for them. */
  void readAll(Consumer<CloudUser> reader) {
    Map<String, Space> spaces = new HashMap<>();
    readSpaces(spaces::put);
    readUsers(user -> reader.accept(withSpace(user, spaces.get(user.stableId()))));
  }

  /**
   * Those who are wanted, by the names that the wanting has for them: a customer may have taken
   * another's name meanwhile, or given up his own.
   */
  void read(Collection<UserId> wanted, Consumer<CloudUser> reader) {
    Map<String, Wanted> byStable = new HashMap<>();
    Map<UserId, UserId> byName = new HashMap<>();
    wanted.forEach(
        id -> {
          if (id.isIdentified()) {
            byStable.put(id.stableId().orElseThrow(), new Wanted(id));
          } else {
            byName.put(id, id);
          }
        });
    // Whose they are is not known before the users pass.
    Map<String, Space> others = new HashMap<>();
    readSpaces(
        (owner, space) -> {
          Wanted one = byStable.get(owner);
          if (one != null) {
            one.space = space;
          } else if (!byName.isEmpty()) {
            others.put(owner, space);
          }
        });
    readUsers(
        user -> {
          Wanted one = byStable.get(user.stableId());
          UserId named = byName.get(user.id());
          if (one != null) {
            reader.accept(withSpace(user, one.space).named(one.id));
          } else if (named != null) {
            reader.accept(withSpace(user, others.get(user.stableId())).named(named));
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

  private void readSpaces(BiConsumer<String, Space> reader) {
    client.list(
        personalDrives(),
        "value",
        drive -> {
          anySpace = true;
          long used = GraphUserParser.used(drive).orElse(-1);
          reader.accept(owner(drive), new Space(GraphUserParser.quota(drive), used));
        });
  }

  /** Our own account is among them, or it is no list of users. */
  private void readUsers(Consumer<GraphUserParser> reader) {
    Sentence purpose = Sentence.of("purpose.all_users");
    AtomicBoolean any = new AtomicBoolean();
    client.list(
        get(purpose, "users").asking("$expand", "memberOf,appRoleAssignments"),
        "value",
        fields -> {
          GraphUserParser user = new GraphUserParser(fields);
          if (user.isWhole()) {
            any.set(true);
            reader.accept(user);
          }
        });
    if (!any.get()) {
      throw client.notUnderstood(purpose);
    }
  }

  private CloudUser withSpace(GraphUserParser user, @Nullable Space space) {
    if (space == null) {
      return withoutSpace(user, anySpace);
    }
    OptionalLong used = space.used() < 0 ? OptionalLong.empty() : OptionalLong.of(space.used());
    return user.user(space.quota(), used);
  }

  /** A single user, as a look shows him. */
  CloudUser single(GraphUserParser user) {
    CloudUser shown = user.user();
    boolean without = user.driveId().isEmpty() && shown.quota().equals(Quota.UNSET);
    return without ? withoutSpace(user, true) : shown;
  }

  /**
   * Who has no drive has stored nothing. But our own account has one: where it has none either, the
   * storage does not answer, and nobody knows.
   */
  private CloudUser withoutSpace(GraphUserParser user, boolean mayBeKnown) {
    return mayBeKnown && isStorageThere()
        ? user.user(Quota.UNSET, OptionalLong.of(0))
        : user.user(Quota.UNKNOWN, OptionalLong.empty());
  }

  /** Asked once, and only of whom there is somebody without a drive. */
  private boolean isStorageThere() {
    if (isStorageThere == null) {
      isStorageThere = client.hasStorage(Sentence.of("purpose.all_drives"));
    }
    return isStorageThere;
  }
}
