package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.delete;
import static io.github.billnextcloud.cloud.graph.GraphRequest.get;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.function.Function;

/**
 * Deletes a user with all files, and is sure of it. The server takes the files first, whatever it
 * answers then: from a directory that it only reads the user cannot go, and while the storage is
 * away the files stay behind. So both are looked at before anything is sent, each time.
 */
final class UserDeletion {

  private final GraphClient client;
  private final Function<UserId, Optional<GraphUserParser>> look;

  UserDeletion(GraphClient client, Function<UserId, Optional<GraphUserParser>> look) {
    this.client = client;
    this.look = look;
  }

  /**
   * @param purged false when who is deleted may stay for as long as the server keeps such users,
   *     out, with name and files
   */
  void run(UserId id, boolean purged) {
    Sentence purpose = Sentence.of("purpose.delete", id);
    if (GraphCapabilities.read(client).forbidsDeletion()) {
      throw client.failure(CloudErrorKind.FORBIDDEN, purpose, Sentence.of("cloud.deletes_nobody"));
    }
    Optional<GraphUserParser> there = look.apply(id);
    if (there.isPresent()) {
      remove(there.get(), purpose, purged);
    }
  }

  private void remove(GraphUserParser user, Sentence purpose, boolean purged) {
    UserId id = user.id();
    if (user.user().isAdministrator()) {
      throw client.failure(
          CloudErrorKind.FORBIDDEN, purpose, Sentence.of("cloud.is_administrator", id));
    }
    if (user.driveId().isEmpty()) {
      client.requireStorage(purpose);
    }
    boolean kept = user.isKeptDeleted();
    if (!kept) {
      kept = send(delete(purpose, "users", user.stableId()), user);
    }
    if (kept && !purged) {
      return;
    }
    if (kept && send(delete(purpose, "users", user.stableId()).header("Prefer", "purge"), user)) {
      throw stillThere(id, purpose);
    }
    if (!user.driveId().isEmpty()) {
      purge(purpose, user.driveId());
    }
  }

  /**
   * What is answered matters little: 404 is said of some who were deleted, 405 where a twin was
   * faster. True when the user is still there, and out: the server keeps who is deleted for a
   * while.
   */
  private boolean send(GraphRequest request, GraphUserParser user) {
    UserId id = user.id();
    boolean done;
    try {
      done = client.send(request.once().answeredBy(404)).isOk();
    } catch (CloudException unclear) {
      boolean refused =
          unclear.kind() == CloudErrorKind.UNAUTHORIZED
              || unclear.kind() == CloudErrorKind.FORBIDDEN;
      if (refused) {
        throw unclear;
      }
      if (look.apply(id).isPresent()) {
        new SpoofedUserIdCheck(client).requireNobodyHas(user.stableId(), request.purpose());
        throw unclear;
      }
      return false;
    }
    Optional<GraphUserParser> still = look.apply(id);
    if (still.isPresent() && !(done && still.get().user().isDisabled())) {
      throw stillThere(id, request.purpose());
    }
    return still.isPresent();
  }

  private CloudException stillThere(UserId id, Sentence purpose) {
    return client.failure(CloudErrorKind.NOT_KEPT, purpose, Sentence.of("cloud.still_there", id));
  }

  /**
   * The files of somebody who is gone already. That they are gone, too, is only known while the
   * storage answers.
   */
  private void purge(Sentence purpose, String drive) {
    if (!client.send(get(purpose, "drives", drive).answeredBy(404)).isOk()) {
      client.requireStorage(Sentence.of("purpose.delete_files", drive));
      return;
    }
    OrphanedDrives.purge(client, purpose, drive);
  }
}
