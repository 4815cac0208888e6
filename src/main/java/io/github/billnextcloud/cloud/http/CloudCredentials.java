package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.secret.Secret;
import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;

/**
 * By what a cloud lets our account in; what was not filled in is blank.
 *
 * @param password the account's real one, which may do everything and costs the server most
 * @param appPassword one made for this program only: it costs a tenth, and can be taken back
 * @param token sent as a Bearer token instead of all else
 */
public record CloudCredentials(String login, Secret password, Secret appPassword, Secret token) {

  private static final Secret NONE = new Secret("");

  /** What is known about what a cloud takes for what. */
  public enum CredentialKind {
    PASSWORD,
    /** Recent Nextcloud lets it read only. */
    APP_PASSWORD,
    /** Recent Nextcloud lets it write, too, in a session that was confirmed by the password. */
    APP_PASSWORD_AND_PASSWORD,
    TOKEN
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
    if (appPassword.isBlank()) {
      return CredentialKind.PASSWORD;
    }
    return password.isBlank()
        ? CredentialKind.APP_PASSWORD
        : CredentialKind.APP_PASSWORD_AND_PASSWORD;
  }

  /** What is left when the app password was taken back, or has died with an older password. */
  public CloudCredentials withoutAppPassword() {
    return new CloudCredentials(login, password, NONE, token);
  }

  /** The value of the header. */
  public Secret authorization() {
    return switch (kind()) {
      case TOKEN -> new Secret("Bearer " + token.reveal());
      case PASSWORD -> basic(login, password);
      case APP_PASSWORD, APP_PASSWORD_AND_PASSWORD -> basic(login, appPassword);
    };
  }

  /** The value of the header for anybody. */
  public static Secret basic(String login, Secret password) {
    return new Secret(Credentials.basic(login, password.reveal(), StandardCharsets.UTF_8));
  }
}
