package io.github.billnextcloud.standin.cloud;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The files of PHP's sessions, found by two cookies together. */
final class Sessions {
  static final String PASSPHRASE = "oc_sessionPassphrase";
  private static final Duration NEXTCLOUD_LIFE = Duration.ofHours(24);
  private static final Duration OWNCLOUD_LIFE = Duration.ofMinutes(20);

  private final State state;
  private final Map<String, Session> files = new HashMap<>();

  Sessions(State state) {
    this.state = state;
  }

  /** The session whose cookies came along, or null. */
  Session sent(Call call) {
    String id = call.cookie(state.flavour.instanceId());
    Session file = id == null ? null : files.get(id);
    String passphrase = call.cookie(PASSPHRASE);
    if (passphrase == null) {
      if (file != null && !state.flavour.nextcloud()) {
        // What ownCloud cannot read it overwrites.
        files.remove(id);
      }
      return null;
    }
    if (file == null) {
      return id == null ? null : ofRow(id, passphrase);
    }
    if (state.now() - file.used() > life().toMillis()) {
      end(file);
      return null;
    }
    return file.passphrase().equals(passphrase) ? file : null;
  }

  /** Nextcloud signs in by the row alone, but no longer knows when the password was given. */
  private Session ofRow(String id, String passphrase) {
    Token row = state.flavour.nextcloud() ? state.tokens.ofSession(id) : null;
    return row == null ? null : keep(id, passphrase, row.account(), row);
  }

  private Duration life() {
    return state.flavour.nextcloud() ? NEXTCLOUD_LIFE : OWNCLOUD_LIFE;
  }

  Session keep(String id, String passphrase, Account account, Token token) {
    Session session = new Session(id, passphrase, account, token, state.now());
    files.put(id, session);
    return session;
  }

  /** With its row, if it has one of its own. */
  void end(Session session) {
    files.remove(session.id());
    if (session.token() != null && !session.token().app()) {
      state.tokens.remove(session.token());
    }
  }

  void forget(Session session) {
    files.remove(session.id());
  }

  void collectFiles() {
    files.clear();
  }

  static String newId() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 26);
  }

  static String newPassphrase() {
    return UUID.randomUUID() + "%2B" + UUID.randomUUID();
  }
}
