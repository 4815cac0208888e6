package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.delete;
import static io.github.billnextcloud.cloud.graph.GraphRequest.get;

import io.github.billnextcloud.cloud.OrphanedFiles;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Personal drives whose users are gone: who deleted them did so while the storage was away, or was
 * not let finish.
 */
final class OrphanedDrives {

  private final GraphClient client;
  private final Predicate<UserId> isThere;

  /**
   * @param isThere looks for a user by the stable id
   */
  OrphanedDrives(GraphClient client, Predicate<UserId> isThere) {
    this.client = client;
    this.isThere = isThere;
  }

  /** Each was looked at twice: somebody may have been made, or deleted, between two lists. */
  List<OrphanedFiles> all() {
    List<OrphanedFiles> drives = drives();
    Set<String> users = new HashSet<>();
    client.list(
        get(Sentence.of("purpose.all_users"), "users"),
        "value",
        user -> users.add(GraphAnswer.text(user.get("id"))));
    return drives.stream()
        .filter(drive -> !users.contains(drive.owner()))
        .filter(drive -> !isThere.test(new UserId(drive.owner(), drive.owner())))
        .toList();
  }

  private List<OrphanedFiles> drives() {
    List<OrphanedFiles> drives = new ArrayList<>();
    client.list(
        GraphBulkUserReader.personalDrives(),
        "value",
        drive -> {
          String owner = GraphBulkUserReader.owner(drive);
          if (!owner.isEmpty()) {
            String id = GraphAnswer.text(drive.get("id"));
            drives.add(new OrphanedFiles(id, owner, GraphUserParser.used(drive)));
          }
        });
    return drives;
  }

  /** Purges what is left of this user, if the user is gone for sure. */
  void purgeOf(UserId id) {
    Sentence purpose = Sentence.of("purpose.delete", id);
    if (!id.isIdentified() || isThere.test(id)) {
      return;
    }
    client.requireStorage(purpose);
    drives().stream()
        .filter(drive -> drive.owner().equals(id.stableId().orElseThrow()))
        .forEach(drive -> purge(client, purpose, drive.space()));
  }

  /** Into the bin, which is emptied at once. */
  static void purge(GraphClient client, Sentence purpose, String drive) {
    client.send(delete(purpose, "drives", drive).answeredBy(404));
    client.send(delete(purpose, "drives", drive).header("Purge", "T").answeredBy(404));
  }
}
