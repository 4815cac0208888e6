package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.CloudException;

/** Why a cloud does not let our account work, by what its administrator has to do. */
public enum SignInProblem {
  /** Login or password are wrong, or the account is disabled. */
  WRONG_PASSWORD,
  /** The password is right, but the account must not sign in with it alone. */
  SECOND_FACTOR,
  /** The password is an app's, and those may only read. */
  APP_PASSWORD,
  /** The account may not administer users. */
  NO_ADMINISTRATOR,
  /** The account may administer the users of some groups only. */
  GROUP_ADMINISTRATOR,
  /** Something else: the failure's own sentence tells. */
  OTHER;

  /**
   * By the server's own words, as they were recorded: Nextcloud answers the right password of an
   * account with two factors as if nobody had signed in.
   */
  public static SignInProblem of(CloudException refused) {
    String said = String.valueOf(refused.getMessage());
    return switch (refused.kind()) {
      case UNAUTHORIZED -> said.contains("not logged in") ? SECOND_FACTOR : WRONG_PASSWORD;
      case FORBIDDEN -> ofRights(refused, said);
      default -> OTHER;
    };
  }

  private static SignInProblem ofRights(CloudException refused, String said) {
    if (said.contains("Password confirmation")) {
      return APP_PASSWORD;
    }
    return refused.sentence().key().equals(AdminAccessCheck.GROUP_ADMINISTRATOR)
        ? GROUP_ADMINISTRATOR
        : NO_ADMINISTRATOR;
  }
}
