package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.get;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.text.Sentence;

/**
 * Whether somebody calls himself by another user's stable id: then no route leads to that user by
 * it, and a person has to end that.
 */
record BorrowedIdCheck(GraphClient client) {

  /** Throws with the id of whoever does. */
  void requireNobodyHas(UserId id, Sentence purpose) {
    client.list(
        get(purpose, "users").asking("$search", '"' + id.stable() + '"'),
        "value",
        fields -> {
          UserId other = new GraphUserReader(fields).id();
          if (other.value().equalsIgnoreCase(id.stable()) && !other.stable().equals(id.stable())) {
            throw client.failure(
                CloudErrorKind.REFUSED,
                purpose,
                Sentence.of("cloud.id_is_borrowed", other.stable(), id.stable()));
          }
        });
  }
}
