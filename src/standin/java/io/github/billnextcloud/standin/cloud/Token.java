package io.github.billnextcloud.standin.cloud;

/** A row of the token table: an app password, or a session that was signed in with cookies. */
final class Token {
  private final int id;
  private final Account account;
  private final String secret;
  private final String name;
  private final boolean app;
  private String password;
  private long checked;
  private boolean passwordWrong;
  private long deleted;

  /**
   * @param secret what is sent as a password, or the id of the session
   * @param password the account's password that it carries, or null
   */
  Token(int id, Account account, String secret, String name, boolean app, String password) {
    this.id = id;
    this.account = account;
    this.secret = secret;
    this.name = name;
    this.app = app;
    this.password = password;
  }

  int id() {
    return id;
  }

  Account account() {
    return account;
  }

  String secret() {
    return secret;
  }

  String name() {
    return name;
  }

  /** Whether it is an app password. */
  boolean app() {
    return app;
  }

  String password() {
    return password;
  }

  /** A sign-in with the account's password writes it into the tokens, whatever they had. */
  void carry(String newPassword) {
    password = newPassword;
    passwordWrong = false;
  }

  long checked() {
    return checked;
  }

  void checked(long now) {
    checked = now;
  }

  boolean passwordWrong() {
    return passwordWrong;
  }

  void refuse() {
    passwordWrong = true;
  }

  /** When its row was deleted behind the server's back; 0 = it is there. */
  long deleted() {
    return deleted;
  }

  void deleted(long now) {
    deleted = now;
  }
}
