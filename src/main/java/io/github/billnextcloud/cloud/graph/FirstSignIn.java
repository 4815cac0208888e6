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
  private boolean impersonates = true;

  FirstSignIn(GraphClient client) {
    this.client = client;
  }

  /**
   * A user who is signed in.
   *
   * @param authorization by which
   * @param drive the id of the user's own
   */
  record SignedIn(Secret authorization, String drive) {}

  /** By the password, else by an app token that is made for it. */
  Optional<SignedIn> anyhow(UserId id, Secret password) {
    return byPassword(id, password).or(() -> byImpersonation(id));
  }

  /** Empty where passwords do not let in, or the role has no drive. */
  Optional<SignedIn> byPassword(UserId id, Secret password) {
    return password.isBlank() ? Optional.empty() : by(id, password);
  }

  /** Where administrators may make app tokens for others; where they may not is asked once. */
  Optional<SignedIn> byImpersonation(UserId id) {
    if (!impersonates) {
      return Optional.empty();
    }
    GraphAnswer answer =
        client.send(
            post(Sentence.of("purpose.sign_in_as", id), "tokens")
                .of("auth-app")
                .asking("expiry", "5m")
                .asking("userID", id.stableId().orElseThrow())
                .plainly()
                .once()
                .answeredBy(403, 404, 500, 501));
    impersonates = answer.status() != 403;
    String token = answer.text("token");
    return token.isEmpty() ? Optional.empty() : by(id, new Secret(token));
  }

  private Optional<SignedIn> by(UserId id, Secret secret) {
    Secret authorization = CloudCredentials.basic(id.value(), secret);
    try {
      GraphAnswer answer =
          client.send(
              get(Sentence.of("purpose.sign_in_as", id), "me", "drive")
                  .as(authorization)
                  .answeredBy(404));
      return Optional.of(answer.text("id"))
          .filter(drive -> !drive.isEmpty())
          .map(drive -> new SignedIn(authorization, drive));
    } catch (CloudException refused) {
      if (refused.kind() == CloudErrorKind.UNAUTHORIZED) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
