package io.github.billnextcloud.cloud;

/**
 * Where a cloud has an account from, in its own words: {@code Database}, {@code LDAP}, {@code
 * user_oidc}.
 */
public record UserBackendName(String name) {

  /** True of an account that the cloud has made itself, and whose password it keeps. */
  public boolean isOwn() {
    return name.equals("Database");
  }

  @Override
  public String toString() {
    return name;
  }
}
