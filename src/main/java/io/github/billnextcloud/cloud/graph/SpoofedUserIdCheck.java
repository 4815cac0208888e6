package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.get;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.text.Sentence;

/**
 * Whether somebody calls himself by another user's stable id: then no route leads to that user by
 * it, and a person has to end that.
 */
record SpoofedUserIdCheck(GraphClient client) {

  /** Throws with the id of whoever does. */
  void requireNobodyHas(String stableId, Sentence purpose) {
    client.list(
        get(purpose, "users").asking("$search", '"' + stableId + '"'),
        "value",
        fields -> {
          GraphUserParser other = new GraphUserParser(fields);
          if (other.id().value().equalsIgnoreCase(stableId) && !other.stableId().equals(stableId)) {
            throw client.failure(
                CloudErrorKind.REFUSED,
                purpose,
                Sentence.of("cloud.id_is_borrowed", other.stableId(), stableId));
          }
        });
  }
}
