package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.get;
import static io.github.billnextcloud.cloud.graph.GraphRequest.post;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;

/**
 * Signs in as a user, which alone makes the user's drive: no administrator can, and without a drive
 * there is no quota to set.
 */
final class FirstSignIn {

  private final GraphClient client;

  FirstSignIn(GraphClient client) {
    this.client = client;
  }

  /** By the password; empty where passwords do not let in, or the role has no drive. */
  Optional<String> byPassword(UserId id, Secret password) {
    return drive(id, CloudCredentials.basic(id.value(), password));
  }

  /** By an app token that is made for it, where administrators may make some for others. */
  Optional<String> byImpersonation(UserId id) {
    Optional<Secret> token = impersonation(id);
    return token.flatMap(it -> drive(id, CloudCredentials.basic(id.value(), it)));
  }

  private Optional<Secret> impersonation(UserId id) {
    GraphAnswer answer =
        client.send(
            post(Sentence.of("purpose.sign_in_as", id), "tokens")
                .of("auth-app")
                .asking("expiry", "5m")
                .asking("userID", id.stable())
                .plainly()
                .once()
                .answeredBy(403, 404, 500, 501));
    String token = answer.text("token");
    return token.isEmpty() ? Optional.empty() : Optional.of(new Secret(token));
  }

  private Optional<String> drive(UserId id, Secret authorization) {
    try {
      GraphAnswer answer =
          client.send(
              get(Sentence.of("purpose.sign_in_as", id), "me", "drive")
                  .as(authorization)
                  .answeredBy(404));
      return Optional.of(answer.text("id")).filter(drive -> !drive.isEmpty());
    } catch (CloudException refused) {
      if (refused.kind() == CloudErrorKind.UNAUTHORIZED) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
