package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.delete;
import static io.github.billnextcloud.cloud.graph.GraphRequest.post;

import io.github.billnextcloud.cloud.AppPasswordIssuer;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;

/** Infinite Scale's and OpenCloud's app tokens, which are sent as passwords, and end by a date. */
public final class AppTokenIssuer implements AppPasswordIssuer {

  private static final int DAYS = 365;
  private static final int HOURS_A_DAY = 24;

  private final GraphClient client;
  private final String product;

  /**
   * @param product by its own name, as {@link UserIdRule} has it
   */
  public AppTokenIssuer(CloudEndpoint server, String product) {
    this.client = new GraphClient(server, Timeouts.FORM);
    this.product = product;
  }

  /** Where that service does not run, the web page answers. */
  @Override
  public Secret issue() {
    Sentence purpose = Sentence.of("purpose.issue");
    GraphAnswer answer =
        client.send(
            post(purpose, "tokens")
                .of("auth-app")
                .asking("expiry", DAYS * HOURS_A_DAY + "h")
                .plainly()
                .once()
                .answeredBy(404));
    String token = answer.text("token");
    if (token.isEmpty()) {
      throw client.failure(
          CloudErrorKind.FORBIDDEN, purpose, Sentence.of("cloud.no_app_tokens", product));
    }
    return new Secret(token);
  }

  /** Infinite Scale knows one only by the hash that its list shows, and that nobody can tell. */
  @Override
  public boolean revoke(String login, Secret appPassword) {
    if (!product.equals(UserIdRule.OPENCLOUD)) {
      return false;
    }
    try {
      client.send(
          delete(Sentence.of("purpose.revoke"), "tokens")
              .of("auth-app")
              .asking("token", appPassword.reveal())
              .plainly()
              .as(CloudCredentials.basic(login, appPassword)));
    } catch (CloudException refused) {
      if (refused.kind() != CloudErrorKind.UNAUTHORIZED) {
        throw refused;
      }
    }
    return true;
  }

  @Override
  public Sentence saved(String name) {
    return Sentence.of("connect.token_saved", DAYS);
  }

  @Override
  public boolean renewsItself() {
    return true;
  }
}
