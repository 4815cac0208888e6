package io.github.billnextcloud.cloud;

/**
 * Who a user is. An empty part is unknown: of a wanted profile it is left alone, of an observed one
 * it is not there.
 *
 * @param language a code such as {@code ru}; an observed null means that the product keeps it to
 *     the user
 */
public record UserProfile(String email, String displayName, String language) {

  /** ownCloud 10 lets only the user choose the language. */
  public boolean languageIsSettable() {
    return language != null;
  }
}
