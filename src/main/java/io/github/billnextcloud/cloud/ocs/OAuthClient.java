package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.delete;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.post;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.OAuthTokenPair;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * OAuth as Nextcloud and ownCloud's app know it: a page on which an account's owner agrees, a code
 * that is good for ten minutes and once, and pairs of tokens of which each gets the next one once.
 *
 * @param id of us, as the cloud's administrator has registered us
 */
public record OAuthClient(CloudEndpoint server, String id, Secret secret) {

  private static final String[] TOKEN = {"apps", "oauth2", "api", "v1", "token"};

  /** Of both products' tokens. */
  private static final long USUAL_SECONDS = 3_600;

  /** What is said of a code or a token that is none any more: Nextcloud's word, ownCloud's. */
  private static final Set<String> SPENT = Set.of("invalid_request", "invalid_grant");

  /** Whose access it is, and the tokens. */
  public record GrantedAccess(String login, OAuthTokenPair grant) {}

  /**
   * Where the browser is sent with the code: to the cloud itself, so that nobody else sees it, and
   * to a page that leaves it in the address.
   */
  public static String redirectAddress(CloudEndpoint server) {
    return server.base().newBuilder().addPathSegment("status.php").build().toString();
  }

  /**
   * Where somebody agrees.
   *
   * @param state comes back with the code
   */
  public String page(String state) {
    return server
        .base()
        .newBuilder()
        .addPathSegments("index.php/apps/oauth2/authorize")
        .addQueryParameter("response_type", "code")
        .addQueryParameter("client_id", id)
        .addQueryParameter("redirect_uri", redirectAddress(server))
        .addQueryParameter("state", state)
        .build()
        .toString();
  }

  /**
   * Empty for a code that the cloud does not know, or knows no more.
   *
   * @param grant the name that it gets here
   * @param asPassword how its tokens are sent
   */
  public Optional<GrantedAccess> granted(String code, String grant, boolean asPassword) {
    return answered(
            post(Sentence.of("purpose.oauth_code"), TOKEN)
                .with("grant_type", "authorization_code")
                .with("code", code)
                .with("redirect_uri", redirectAddress(server)))
        .map(
            fields ->
                new GrantedAccess(
                    String.valueOf(fields.get("user_id")), grant(fields, grant, asPassword)));
  }

  /** The tokens that follow; empty when the cloud knows the spent ones no more. */
  public Optional<OAuthTokenPair> renewed(OAuthTokenPair spent) {
    return answered(
            post(Sentence.of("purpose.oauth_refresh"), TOKEN)
                .with("grant_type", "refresh_token")
                .with("refresh_token", spent.refresh().reveal()))
        .map(fields -> grant(fields, spent.id(), spent.asPassword()));
  }

  private Optional<Map<String, Object>> answered(OcsRequest request) {
    Secret ourselves = CloudCredentials.basic(id, secret);
    Map<String, Object> fields =
        WebInterfaceClient.of(server, ourselves, "pmnextcloud")
            .json(request.answeredBy(400))
            .fields();
    String error = String.valueOf(fields.getOrDefault("error", ""));
    if (SPENT.contains(error)) {
      return Optional.empty();
    }
    if (!error.isEmpty()) {
      throw failed(
          CloudErrorKind.UNAUTHORIZED, request, Sentence.of("cloud.oauth_client_refused", error));
    }
    if (fields.get("access_token") == null || fields.get("refresh_token") == null) {
      throw failed(CloudErrorKind.NOT_UNDERSTOOD, request, Sentence.of("cloud.no_oauth"));
    }
    return Optional.of(fields);
  }

  private CloudException failed(CloudErrorKind kind, OcsRequest request, Sentence reason) {
    return new CloudException(kind, server.failed(request.purpose(), reason));
  }

  private static OAuthTokenPair grant(Map<String, Object> fields, String id, boolean asPassword) {
    String seconds = String.valueOf(fields.get("expires_in"));
    long life = seconds.matches("\\d{1,9}") ? Long.parseLong(seconds) : USUAL_SECONDS;
    Instant now = Instant.now();
    return new OAuthTokenPair(
        id,
        asPassword,
        new Secret(String.valueOf(fields.get("access_token"))),
        new Secret(String.valueOf(fields.get("refresh_token"))),
        now,
        now.plusSeconds(life));
  }

  /** Takes the tokens back where the cloud lets them: Nextcloud does, ownCloud has no such way. */
  public boolean revoke(String login, OAuthTokenPair grant) {
    if (!grant.asPassword()) {
      return false;
    }
    new OcsClient(server, Timeouts.OPERATION)
        .send(
            delete(Sentence.of("purpose.oauth_revoke"), "apppassword")
                .of("core")
                .as(CloudCredentials.basic(login, grant.access())));
    return true;
  }
}
