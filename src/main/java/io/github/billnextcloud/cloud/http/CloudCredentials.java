package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Credentials;

/**
 * By what a cloud lets our account in; what was not filled in is blank.
 *
 * @param password the account's real one, which may do everything and costs the server most
 * @param appPassword one made for this program only: it costs a tenth, and can be taken back
 * @param token sent as a Bearer token instead of all else
 * @param grant by OAuth, whose access token goes before passwords
 */
public record CloudCredentials(
    String login,
    Secret password,
    Secret appPassword,
    Secret token,
    Optional<OAuthTokenPair> grant) {

  private static final Secret NONE = new Secret("");

  /** What is known about what a cloud takes for what. */
  public enum CredentialKind {
    PASSWORD,
    /** Recent Nextcloud lets it read only. */
    APP_PASSWORD,
    /** Recent Nextcloud lets it write, too, in a session that was confirmed by the password. */
    APP_PASSWORD_AND_PASSWORD,
    TOKEN,
    /** A token that OAuth has granted us, and that is followed by another. */
    OAUTH_TOKEN,
    OAUTH_TOKEN_AND_PASSWORD
  }

  public CloudCredentials(String login, Secret password, Secret appPassword, Secret token) {
    this(login, password, appPassword, token, Optional.empty());
  }

  public static CloudCredentials ofPassword(String login, Secret password) {
    return new CloudCredentials(login, password, NONE, NONE);
  }

  public static CloudCredentials ofToken(Secret token) {
    return new CloudCredentials("", NONE, NONE, token);
  }

  public CredentialKind kind() {
    if (!token.isBlank()) {
      return CredentialKind.TOKEN;
    }
    if (grant.isPresent() && !grant.get().asPassword()) {
      return password.isBlank()
          ? CredentialKind.OAUTH_TOKEN
          : CredentialKind.OAUTH_TOKEN_AND_PASSWORD;
    }
    if (grant.isEmpty() && appPassword.isBlank()) {
      return CredentialKind.PASSWORD;
    }
    return password.isBlank()
        ? CredentialKind.APP_PASSWORD
        : CredentialKind.APP_PASSWORD_AND_PASSWORD;
  }

  public CloudCredentials with(OAuthTokenPair other) {
    return new CloudCredentials(login, password, appPassword, token, Optional.of(other));
  }

  /**
   * What is left when the app password or the grant was taken back, or has died with an older
   * password.
   */
  public CloudCredentials withoutAppPassword() {
    return new CloudCredentials(login, password, NONE, token);
  }

  public CloudCredentials withoutPassword() {
    return new CloudCredentials(login, NONE, appPassword, token, grant);
  }

  /** The value of the header. */
  public Secret authorization() {
    return switch (kind()) {
      case TOKEN -> new Secret("Bearer " + token.reveal());
      case OAUTH_TOKEN, OAUTH_TOKEN_AND_PASSWORD ->
          new Secret("Bearer " + grant.orElseThrow().access().reveal());
      case PASSWORD -> basic(login, password);
      case APP_PASSWORD, APP_PASSWORD_AND_PASSWORD ->
          basic(login, grant.map(OAuthTokenPair::access).orElse(appPassword));
    };
  }

  /** The value of the header for anybody. */
  public static Secret basic(String login, Secret password) {
    return new Secret(Credentials.basic(login, password.reveal(), StandardCharsets.UTF_8));
  }
}
