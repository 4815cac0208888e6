package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.get;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What the server tells everybody of what it does not allow. */
record GraphCapabilities(Map<String, Object> capabilities) {

  private static final Secret NOBODY = new Secret("");
  private static final String DELETION = "delete_disabled";

  static GraphCapabilities read(GraphClient client) {
    GraphAnswer answer =
        client.send(
            get(Sentence.of("purpose.capabilities"), "capabilities")
                .of("ocs/v1.php/cloud")
                .asking("format", "json")
                .as(NOBODY));
    GraphCapabilities told =
        new GraphCapabilities(field(answer.fields(), "ocs", "data", "capabilities"));
    // What is not told is not to be taken for a yes.
    if (!(told.users().get(DELETION) instanceof Boolean)) {
      throw client.failure(
          CloudErrorKind.NOT_UNDERSTOOD,
          Sentence.of("purpose.capabilities"),
          Sentence.of("cloud.no_limits_told"));
    }
    return told;
  }

  private Map<String, Object> users() {
    return field(capabilities, "graph", "users");
  }

  /** The users are kept in a directory that the server only reads. */
  boolean forbidsDeletion() {
    return isOn(DELETION);
  }

  boolean forbidsCreation() {
    return isOn("create_disabled");
  }

  /** Setting OCIS_SPACES_MAX_QUOTA; zero is none. */
  OptionalLong largestQuota() {
    Object most = field(capabilities, "spaces").get("max_quota");
    return most instanceof Number number && number.longValue() > 0
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }

  private boolean isOn(String name) {
    return Boolean.TRUE.equals(users().get(name));
  }

  private static Map<String, Object> field(Map<String, Object> object, String... path) {
    Map<String, Object> at = object;
    for (String name : List.of(path)) {
      at = GraphAnswer.object(at.get(name));
    }
    return at;
  }
}
