package io.github.billnextcloud.standin.cloud;

/** A PHP session somebody is signed in to, and what makes it good for writing. */
final class Session {

  /** Half an hour, and the fifteen seconds that clocks may differ. */
  private static final long WINDOW_MILLIS = 1_815_000;

  private final String id;
  private final String passphrase;
  private final Account account;
  private Token token;
  private Long confirmed;
  private long used;

  /**
   * @param token its row, or the app password that opened it; null = it has none yet
   */
  Session(String id, String passphrase, Account account, Token token, long now) {
    this.id = id;
    this.passphrase = passphrase;
    this.account = account;
    this.token = token;
    this.used = now;
  }

  String id() {
    return id;
  }

  String passphrase() {
    return passphrase;
  }

  Account account() {
    return account;
  }

  Token token() {
    return token;
  }

  void token(Token row) {
    token = row;
  }

  boolean byAppPassword() {
    return token != null && token.app();
  }

  long used() {
    return used;
  }

  void used(long now) {
    used = now;
  }

  /** The password was given just now. */
  void confirm(long now) {
    confirmed = now;
  }

  /** Counted from the confirmation on, whatever was done since. */
  boolean confirmed(long now) {
    return confirmed != null && now - confirmed <= WINDOW_MILLIS;
  }
}
