package io.github.billnextcloud.cloud;

import java.util.Optional;

/**
 * Who a user is. What is empty is unknown: of a wanted profile it is left alone, of an observed one
 * it is not there.
 *
 * @param language a code such as {@code ru}
 * @param isEmailTold false where the server shows addresses in lists of users only: then nobody
 *     knows whether there is one
 * @param isLanguageSettable false where the product keeps the language to the user, and shows none
 */
public record UserProfile(
    Optional<String> email,
    Optional<String> displayName,
    Optional<String> language,
    boolean isEmailTold,
    boolean isLanguageSettable) {

  /** One of which nothing is known. */
  public static final UserProfile UNKNOWN = new UserProfile("", "", "");

  /** As servers and panels write it: an empty text is none. */
  public UserProfile(String email, String displayName, String language) {
    this(written(email), written(displayName), written(language), true, true);
  }

  private static Optional<String> written(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** The same with this address, or known to have none. */
  public UserProfile withEmail(Optional<String> other) {
    return new UserProfile(other, displayName, language, true, isLanguageSettable);
  }

  /** The same where nobody is told the address. */
  public UserProfile withoutEmail() {
    return new UserProfile(Optional.empty(), displayName, language, false, isLanguageSettable);
  }

  /** The same as a product shows it that keeps the language to the user. */
  public UserProfile withoutLanguage() {
    return new UserProfile(email, displayName, Optional.empty(), isEmailTold, false);
  }
}
