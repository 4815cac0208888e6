package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.get;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Looks for project spaces. While the storage is away, the server answers as if there were none: so
 * that is believed only when our own drive is shown, and the space is not, afterwards.
 */
final class ProjectDriveLookup {

  private static final String WITH_GRANTS = "root($expand=permissions)";

  private final GraphClient client;

  ProjectDriveLookup(GraphClient client) {
    this.client = client;
  }

  /** Empty when it is certain that it is gone. */
  Optional<ProjectDrive> find(String id, Sentence purpose) {
    Optional<ProjectDrive> drive = shown(id, purpose);
    if (drive.isPresent()) {
      return drive;
    }
    client.requireStorage(purpose);
    return shown(id, purpose);
  }

  /**
   * A half of the id would lead there, too, so what comes back is compared; and a user's own drive
   * is never a space, whatever is on record.
   */
  private Optional<ProjectDrive> shown(String id, Sentence purpose) {
    GraphAnswer answer =
        client.send(get(purpose, "drives", id).asking("$expand", WITH_GRANTS).answeredBy(404));
    if (!answer.isOk()) {
      return Optional.empty();
    }
    ProjectDrive drive = new ProjectDrive(answer.fields());
    if (!drive.id().equals(id) || !drive.isProject()) {
      throw client.notUnderstood(purpose);
    }
    return Optional.of(drive);
  }

  ProjectDrive require(String id, Sentence purpose) {
    return find(id, purpose)
        .orElseThrow(
            () -> client.failure(CloudErrorKind.REFUSED, purpose, Sentence.of("cloud.no_space")));
  }

  /** Hidden ones too. The server looks at no filter but this one, and has no pages. */
  void readAll(Sentence purpose, Consumer<ProjectDrive> reader) {
    if (!readOnce(purpose, reader)) {
      client.requireStorage(purpose);
      readOnce(purpose, reader);
    }
  }

  private boolean readOnce(Sentence purpose, Consumer<ProjectDrive> reader) {
    AtomicBoolean any = new AtomicBoolean();
    client.list(
        get(purpose, "drives")
            .asking("$filter", "driveType eq 'project'")
            .asking("$expand", WITH_GRANTS),
        "value",
        fields -> {
          ProjectDrive drive = new ProjectDrive(fields);
          if (drive.isProject() && !drive.id().isEmpty()) {
            any.set(true);
            reader.accept(drive);
          }
        });
    return any.get();
  }
}
