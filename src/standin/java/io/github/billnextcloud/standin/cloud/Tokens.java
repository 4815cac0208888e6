package io.github.billnextcloud.standin.cloud;

import java.util.ArrayList;
import java.util.List;

/** The token table: app passwords and sessions, each checked every five minutes. */
final class Tokens {
  private static final long RECHECK_MILLIS = 300_000;
  private static final long OAUTH_LIFE_MILLIS = 3_600_000;

  /** For so long recent Nextcloud believes its cache when the row is gone from the database. */
  private static final long CACHED_MILLIS = 10_000;

  private final State state;
  private final List<Token> rows = new ArrayList<>();
  private int made;

  Tokens(State state) {
    this.state = state;
  }

  /**
   * @param password what the token carries, and dies with; null = nothing
   */
  Token add(Account account, String secret, String name, Token.Kind kind, String password) {
    Token token = new Token(++made, account, secret, name, kind, password);
    token.checked(state.now());
    token.made(state.now());
    rows.add(token);
    return token;
  }

  /** The app password of that secret, of whomever, or null. */
  Token app(String secret) {
    return find(secret, true);
  }

  /** The row of the session with that id, or null. */
  Token ofSession(String id) {
    return find(id, false);
  }

  private Token find(String secret, boolean app) {
    return rows.stream()
        .filter(it -> it.app() == app && it.secret().equals(secret) && isThere(it))
        .findFirst()
        .orElse(null);
  }

  List<Token> of(Account account) {
    return rows.stream().filter(it -> it.account() == account && it.deleted() == 0).toList();
  }

  boolean isThere(Token token) {
    boolean cached = state.flavour.nextcloud() && state.flavour != Flavour.NEXTCLOUD_28;
    boolean row = token.deleted() == 0 || cached && state.now() - token.deleted() < CACHED_MILLIS;
    return rows.contains(token) && row && state.account(token.account().id()) == token.account();
  }

  /** Whether it signs in, which a password that has changed since puts an end to. */
  boolean opens(Token token, Work work) {
    if (!isThere(token) || token.passwordWrong() || isExpired(token)) {
      return false;
    }
    if (state.now() - token.checked() >= RECHECK_MILLIS) {
      token.checked(state.now());
      if (token.password() != null) {
        work.checkPassword();
        if (!token.password().equals(token.account().password())) {
          token.refuse();
        }
      }
    }
    return !token.passwordWrong();
  }

  private boolean isExpired(Token token) {
    return token.kind() == Token.Kind.OAUTH && state.now() - token.made() >= OAUTH_LIFE_MILLIS;
  }

  /** Nextcloud's app passwords are mended by each sign-in with the right password. */
  void mend(Account account) {
    if (!state.flavour.nextcloud()) {
      return;
    }
    rows.stream()
        .filter(it -> it.account() == account && it.app())
        .forEach(it -> it.carry(account.password()));
  }

  void remove(Token token) {
    rows.remove(token);
  }

  /** Behind the server's back, in the database. */
  void deleteRows(boolean app) {
    rows.stream()
        .filter(it -> it.app() == app && it.deleted() == 0)
        .forEach(it -> it.deleted(state.now()));
  }
}
