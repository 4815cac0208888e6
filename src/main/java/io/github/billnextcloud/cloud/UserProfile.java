package io.github.billnextcloud.cloud;

import java.util.Optional;

/**
 * Who a user is. An empty part is unknown: of a wanted profile it is left alone, of an observed one
 * it is not there.
 *
 * @param language a code such as {@code ru}; of an observed profile it is empty where the product
 *     keeps it to the user
 * @param isEmailTold false where the server shows addresses in lists of users only: then nobody
 *     knows whether there is one
 */
public record UserProfile(
    String email, String displayName, Optional<String> language, boolean isEmailTold) {

  public UserProfile(String email, String displayName, Optional<String> language) {
    this(email, displayName, language, true);
  }

  public UserProfile(String email, String displayName, String language) {
    this(email, displayName, Optional.of(language));
  }

  /** ownCloud 10 lets only the user choose the language. */
  public boolean languageIsSettable() {
    return language.isPresent();
  }
}
