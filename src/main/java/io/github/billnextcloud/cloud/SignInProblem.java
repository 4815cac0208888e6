package io.github.billnextcloud.cloud;

import io.github.billnextcloud.text.Sentence;

/** Why a cloud does not let our account work, by what its administrator has to do. */
public enum SignInProblem {
  /** Login or password are wrong, or the account is disabled. */
  WRONG_PASSWORD,
  /** The same over LibreGraph, where right ones are answered so, too, for some other reasons. */
  NOT_LET_IN,
  /** The server takes no passwords at all, only tokens. */
  NO_PASSWORDS,
  /** The access token is wrong, or has ended. */
  TOKEN,
  /** The password is right. */
  DISABLED,
  /** The password is right, but the account must not sign in with it alone. */
  SECOND_FACTOR,
  /** The password is an app's, and those may only read. */
  APP_PASSWORD,
  /** The account may not administer users. */
  NO_ADMINISTRATOR,
  /** The account may administer the users of some groups only. */
  GROUP_ADMINISTRATOR,
  /** The cloud itself only reads the directory in which its users are kept. */
  READ_ONLY_DIRECTORY,
  /** Something else: the failure's own sentence tells. */
  OTHER;

  /** The sentences by which {@link #of} knows what was found out where the failure was made. */
  public static final String ADMINISTERS_A_GROUP = "cloud.group_administrator";

  public static final String NOT_LET_IN_NOW = "cloud.not_let_in";
  public static final String TAKES_NO_PASSWORDS = "cloud.takes_no_passwords";
  public static final String TOKEN_NOT_TAKEN = "cloud.token_not_taken";
  public static final String ACCOUNT_DISABLED = "cloud.account_is_disabled";
  public static final String USERS_ELSEWHERE = "cloud.users_elsewhere";
  public static final String MAKES_NOBODY = "cloud.makes_nobody";

  /**
   * By the server's own words, as they were recorded: Nextcloud answers the right password of an
   * account with two factors as if nobody had signed in.
   */
  public static SignInProblem of(CloudException refused) {
    String said = String.valueOf(refused.getMessage());
    return switch (refused.kind()) {
      case UNAUTHORIZED ->
          said.contains("not logged in") ? SECOND_FACTOR : ofCredentials(refused.sentence());
      case FORBIDDEN -> ofRights(refused.sentence(), said);
      default -> OTHER;
    };
  }

  private static SignInProblem ofCredentials(Sentence told) {
    if (told.says(TAKES_NO_PASSWORDS)) {
      return NO_PASSWORDS;
    }
    if (told.says(TOKEN_NOT_TAKEN)) {
      return TOKEN;
    }
    if (told.says(ACCOUNT_DISABLED)) {
      return DISABLED;
    }
    return told.says(NOT_LET_IN_NOW) ? NOT_LET_IN : WRONG_PASSWORD;
  }

  private static SignInProblem ofRights(Sentence told, String said) {
    if (said.contains("Password confirmation")) {
      return APP_PASSWORD;
    }
    if (told.says(USERS_ELSEWHERE) || told.says(MAKES_NOBODY)) {
      return READ_ONLY_DIRECTORY;
    }
    return told.says(ADMINISTERS_A_GROUP) ? GROUP_ADMINISTRATOR : NO_ADMINISTRATOR;
  }
}
