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
  private final Function<UserId, Optional<GraphUserReader>> look;

  UserDeletion(GraphClient client, Function<UserId, Optional<GraphUserReader>> look) {
    this.client = client;
    this.look = look;
  }

  void run(UserId id) {
    Sentence purpose = Sentence.of("purpose.delete", id);
    if (UserChangeLimits.read(client).forbidsDeletion()) {
      throw client.failure(CloudErrorKind.FORBIDDEN, purpose, Sentence.of("cloud.deletes_nobody"));
    }
    Optional<GraphUserReader> there = look.apply(id);
    if (there.isEmpty()) {
      return;
    }
    GraphUserReader user = there.get();
    if (user.user().isAdministrator()) {
      throw client.failure(
          CloudErrorKind.FORBIDDEN, purpose, Sentence.of("cloud.is_administrator", id));
    }
    if (user.driveId().isEmpty()) {
      client.requireStorage(purpose);
    }
    UserId exact = user.id();
    if (!user.isTrashed()) {
      send(exact, "");
    }
    // Kept for a while, with the name: a deletion by us is one for good.
    if (user.isTrashed() || look.apply(exact).isPresent()) {
      send(exact, "purge");
      look.apply(exact)
          .ifPresent(
              still -> {
                throw client.failure(
                    CloudErrorKind.NOT_KEPT, purpose, Sentence.of("cloud.still_there", exact));
              });
    }
    if (!user.driveId().isEmpty()) {
      purge(purpose, user.driveId());
    }
  }

  /**
   * What is answered matters little: 404 is said of some who were deleted, 405 where a twin was
   * faster.
   */
  private void send(UserId id, String preference) {
    GraphRequest request =
        delete(Sentence.of("purpose.delete", id), "users", id.stable()).once().answeredBy(404, 405);
    if (!preference.isEmpty()) {
      request.header("Prefer", preference);
    }
    try {
      client.send(request);
    } catch (CloudException unclear) {
      boolean refused =
          unclear.kind() == CloudErrorKind.UNAUTHORIZED
              || unclear.kind() == CloudErrorKind.FORBIDDEN;
      if (refused || look.apply(id).isPresent()) {
        throw unclear;
      }
    }
  }

  /** The files of somebody who is gone already. */
  private void purge(Sentence purpose, String drive) {
    if (!client.send(get(purpose, "drives", drive).answeredBy(404)).isOk()) {
      return;
    }
    client.send(delete(purpose, "drives", drive).answeredBy(404));
    client.send(delete(purpose, "drives", drive).header("Purge", "T").answeredBy(404));
  }
}
