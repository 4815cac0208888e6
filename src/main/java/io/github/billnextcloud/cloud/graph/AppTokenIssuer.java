package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.delete;
import static io.github.billnextcloud.cloud.graph.GraphRequest.get;
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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Infinite Scale's and OpenCloud's app tokens, which are sent as passwords, and end by a date.
 * Infinite Scale's list shows their hashes and dates, and no name: by the seconds that it lives one
 * of ours is known again.
 */
public final class AppTokenIssuer implements AppPasswordIssuer {

  private static final int DAYS = 365;

  /** So far apart that a second more or less, by which servers round, does not matter. */
  private static final int SECONDS_APART = 10;

  private static final int NAMES = 4_000;

  private final GraphClient client;
  private final String product;
  private final Duration life;

  /** Of those that were made here, when they end. */
  private final Map<Secret, String> issued = new LinkedHashMap<>();

  /**
   * @param product by its own name, as {@link UserIdRule} has it
   * @param name of whom they are for
   */
  public AppTokenIssuer(CloudEndpoint server, String product, String name) {
    this.client = new GraphClient(server, Timeouts.FORM);
    this.product = product;
    int number = 1 + Math.floorMod(name.hashCode(), NAMES);
    this.life = Duration.ofDays(DAYS).plusSeconds((long) number * SECONDS_APART);
  }

  /** Where that service does not run, the web page answers. */
  @Override
  public Secret issue() {
    Sentence purpose = Sentence.of("purpose.issue");
    GraphAnswer answer =
        client.send(
            post(purpose, "tokens")
                .of("auth-app")
                .asking("expiry", life.toSeconds() + "s")
                .plainly()
                .once()
                .answeredBy(404));
    String token = answer.text("token");
    if (token.isEmpty()) {
      throw client.failure(
          CloudErrorKind.FORBIDDEN, purpose, Sentence.of("cloud.no_app_tokens", product));
    }
    Secret secret = new Secret(token);
    issued.put(secret, answer.text("expiration_date"));
    return secret;
  }

  @Override
  public boolean revoke(String login, Secret appPassword) {
    return product.equals(UserIdRule.OPENCLOUD)
        ? revokeByText(login, appPassword)
        : revokeByHash(appPassword);
  }

  private boolean revokeByText(String login, Secret appPassword) {
    try {
      client.send(revocation(appPassword.reveal()).as(CloudCredentials.basic(login, appPassword)));
    } catch (CloudException refused) {
      if (refused.kind() != CloudErrorKind.UNAUTHORIZED) {
        throw refused;
      }
    }
    return true;
  }

  /** Of one that was made in an earlier run: all that live as long, but for those of this run. */
  private boolean revokeByHash(Secret appPassword) {
    Optional<String> end = Optional.ofNullable(issued.get(appPassword));
    GraphAnswer all =
        client.send(get(Sentence.of("purpose.revoke"), "tokens").of("auth-app").plainly());
    List<String> hashes =
        GraphAnswer.list(all.fields().get(GraphClient.BARE_LIST)).stream()
            .map(GraphAnswer::object)
            .filter(
                token ->
                    end.map(it -> it.equals(token.get("expiration_date")))
                        .orElseGet(() -> isFormer(token)))
            .map(token -> GraphAnswer.text(token.get("token")))
            .toList();
    hashes.forEach(hash -> client.send(revocation(hash)));
    return !hashes.isEmpty();
  }

  private boolean isFormer(Map<String, Object> token) {
    String end = GraphAnswer.text(token.get("expiration_date"));
    try {
      Instant begun = Instant.parse(GraphAnswer.text(token.get("created_date")));
      Duration difference = Duration.between(begun, Instant.parse(end)).minus(life);
      return difference.abs().toSeconds() < SECONDS_APART / 2 && !issued.containsValue(end);
    } catch (DateTimeException noDate) {
      return false;
    }
  }

  private static GraphRequest revocation(String token) {
    return delete(Sentence.of("purpose.revoke"), "tokens")
        .of("auth-app")
        .asking("token", token)
        .plainly();
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
