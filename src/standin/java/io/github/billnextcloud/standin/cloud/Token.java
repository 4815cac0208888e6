package io.github.billnextcloud.standin.cloud;

/** A row of the token table: an app password, an OAuth token, or a session that has cookies. */
final class Token {
  /** By what a token comes to be, and is sent. */
  enum Kind {
    APP_PASSWORD,
    OAUTH,
    SESSION
  }

  private final int id;
  private final Account account;
  private final String secret;
  private final String name;
  private final Kind kind;
  private String password;
  private long made;
  private long checked;
  private boolean passwordWrong;
  private long deleted;

  /**
   * @param secret what is sent as a password, or the id of the session
   * @param password the account's password that it carries, or null
   */
  Token(int id, Account account, String secret, String name, Kind kind, String password) {
    this.id = id;
    this.account = account;
    this.secret = secret;
    this.name = name;
    this.kind = kind;
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

  Kind kind() {
    return kind;
  }

  /** Whether it is sent with each request, and is no session's. */
  boolean app() {
    return kind != Kind.SESSION;
  }

  String password() {
    return password;
  }

  /** A sign-in with the account's password writes it into the tokens, whatever they had. */
  void carry(String newPassword) {
    password = newPassword;
    passwordWrong = false;
  }

  long made() {
    return made;
  }

  void made(long now) {
    made = now;
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
