package io.github.billnextcloud.standin.cloud;

import io.github.billnextcloud.standin.cloud.Answer.Voice;

/** Finds out who is calling, by session cookies, password, app password or token. */
final class Gate {
  private final State state;
  private final Flavour flavour;
  private final Sessions sessions;
  private final String installPath;
  private final boolean tls;

  Gate(State state, Sessions sessions, String installPath, boolean tls) {
    this.state = state;
    this.flavour = state.flavour;
    this.sessions = sessions;
    this.installPath = installPath;
    this.tls = tls;
  }

  CookieLines lines(Call call) {
    return new CookieLines(call, flavour, installPath, tls);
  }

  /** Whether the cookies are those of somebody who is signed in. */
  synchronized boolean isInSession(Call call) {
    return sessions.sent(call) != null;
  }

  /** What ownCloud serves one after the other: the requests of one session. */
  synchronized Object queue(Call call) {
    Session sent = flavour.nextcloud() ? null : sessions.sent(call);
    return sent == null ? new Object() : sent;
  }

  Entry enter(Call call, Work work) {
    Session sent = sessions.sent(call);
    Entry entry = sent == null ? null : bySession(call, sent, work);
    return entry != null ? entry : byCredentials(call, sent, work);
  }

  /** Null when the session has ended meanwhile, so that only credentials can tell. */
  private Entry bySession(Call call, Session session, Work work) {
    Credentials given = call.credentials();
    CookieLines lines = lines(call).passphrase(session.passphrase());
    if (flavour.nextcloud()) {
      Token token = session.token();
      if (token == null || !state.tokens.opens(token, work)) {
        return null;
      }
      if (given != null && !token.app()) {
        lines.session(session.id());
      }
      if (flavour == Flavour.NEXTCLOUD_28 && token.app() && given != null && given.isBasic()) {
        session.confirm(state.now());
      }
    } else if (given != null && !given.isBasic() && state.tokens.app(given.secret()) == null) {
      return refused(Answer.no(voice(call), 997, "Invalid token"), lines);
    } else if (given != null && given.isBasic() && wantsRow(call, session)) {
      work.checkPassword();
      session.token(row(call, session.id(), session.account()));
    }
    session.used(state.now());
    return admitted(call, session, lines);
  }

  /** ownCloud makes the row late, and anew when it is gone, but lives without it as well. */
  private boolean wantsRow(Call call, Session session) {
    Token row = session.token();
    return testsCookies(call) && (row == null || !row.app() && !state.tokens.isThere(row));
  }

  private Entry byCredentials(Call call, Session ended, Work work) {
    Credentials given = call.credentials();
    boolean nothing = given == null || flavour.nextcloud() && given.secret().isEmpty();
    if (nothing) {
      return nobody(call, ended);
    }
    boolean listens = flavour.nextcloud() && given.isBasic();
    if (listens && state.bruteForceBlocked()) {
      return refused(Answer.no(Voice.CORE, 429, "Reached maximum delay"), lines(call));
    }
    work.readToken();
    Token token = state.tokens.app(given.secret());
    if (token != null && fits(given, token)) {
      return byToken(call, given, token, work);
    }
    if (!given.isBasic()) {
      return flavour.nextcloud() ? nobody(call, ended) : unauthorised(call, "Unauthorised");
    }
    return byPassword(call, given, ended, work);
  }

  private boolean fits(Credentials given, Token token) {
    boolean oauth = token.kind() == Token.Kind.OAUTH;
    if (!given.isBasic()) {
      return flavour.nextcloud() ? given.isBearer() : given.isBearer() == oauth;
    }
    if (oauth && !flavour.nextcloud()) {
      return false;
    }
    Account named = state.account(given.login());
    return token.account() == (named == null ? state.byEmail(given.login(), true) : named);
  }

  private Entry byToken(Call call, Credentials given, Token token, Work work) {
    if (!state.tokens.opens(token, work)) {
      if (given.isBasic()) {
        return wrong(call, given);
      }
      return flavour.nextcloud() ? nobody(call, null) : unauthorised(call, "Invalid token");
    }
    Session session = make(call, Sessions.newId(), token.account(), token);
    if (token.kind() == Token.Kind.OAUTH && !flavour.nextcloud() && !call.isOldRoute()) {
      // On the old routes the session ends with the request, and its row with it.
      row(call, session.id(), token.account());
    }
    if (flavour == Flavour.NEXTCLOUD_28 && given.isBasic()) {
      session.confirm(state.now());
    }
    return begun(call, session, lines(call));
  }

  private Entry byPassword(Call call, Credentials given, Session ended, Work work) {
    Account account = state.account(given.login());
    if (flavour.nextcloud() && account != null && state.twoFactorFor(account)) {
      // Whether or not the password is right: it is not looked at.
      return nobody(call, ended);
    }
    work.checkPassword();
    if (!opens(given, account)) {
      account = state.byEmail(given.login(), true);
    }
    if (!opens(given, account)) {
      return wrong(call, given);
    }
    if (state.twoFactorFor(account)) {
      return flavour.nextcloud() ? nobody(call, ended) : unauthorised(call, "Unauthorised");
    }
    state.loginSucceeded(given.login());
    state.tokens.mend(account);
    boolean row = testsCookies(call);
    CookieLines lines = lines(call);
    if (flavour.nextcloud() && row) {
      work.makeKeyPair();
      lines.forgotten();
    }
    String id = Sessions.newId();
    Session session = make(call, id, account, row ? row(call, id, account) : null);
    session.confirm(state.now());
    if (ended != null) {
      sessions.forget(ended);
    }
    return begun(call, session, row ? lines : lines.test());
  }

  /** A session that has begun with this request, and on ownCloud's old routes ends with it. */
  private Entry begun(Call call, Session session, CookieLines lines) {
    lines.passphrase(session.passphrase()).sameSite();
    if (!flavour.nextcloud() && call.isOldRoute()) {
      sessions.end(session);
      lines.loggedOut();
    }
    return admitted(call, session, lines.session(session.id()));
  }

  private Session make(Call call, String id, Account account, Token token) {
    String sent = call.cookie(Sessions.PASSPHRASE);
    return sessions.keep(id, sent == null ? Sessions.newPassphrase() : sent, account, token);
  }

  private Token row(Call call, String sessionId, Account account) {
    String agent = call.header("User-Agent");
    String name = agent == null ? "" : agent;
    return state.tokens.add(account, sessionId, name, Token.Kind.SESSION, account.password());
  }

  private static boolean testsCookies(Call call) {
    return "test".equals(call.cookie("cookie_test"));
  }

  private Entry admitted(Call call, Session session, CookieLines lines) {
    Account account = session.account();
    if (!account.enabled() || state.account(account.id()) != account) {
      String says = flavour.nextcloud() ? "Unauthorised" : "User disabled";
      return refused(Answer.no(voice(call), 997, says), lines);
    }
    account.login(flavour.skeletonBytes);
    return new Entry(new Caller(account, session), null, lines.lines());
  }

  private Entry nobody(Call call, Session ended) {
    CookieLines lines = lines(call);
    if (ended != null && flavour.nextcloud()) {
      sessions.forget(ended);
      lines.forgotten();
    }
    return new Entry(Caller.NOBODY, null, strange(call, lines).lines());
  }

  /** The cookies of a session in which nobody is signed in. */
  private CookieLines strange(Call call, CookieLines lines) {
    String sent = call.cookie(Sessions.PASSPHRASE);
    lines.passphrase(sent == null ? Sessions.newPassphrase() : sent).sameSite();
    boolean kept = !flavour.nextcloud() && call.cookie(flavour.instanceId()) != null;
    return kept ? lines : lines.session(Sessions.newId());
  }

  private Entry wrong(Call call, Credentials given) {
    state.loginFailed(given.login());
    return unauthorised(call, "Unauthorised");
  }

  private Entry unauthorised(Call call, String message) {
    Answer answer = Answer.no(voice(call), 997, message);
    return refused(answer, strange(call, lines(call)));
  }

  /** On ownCloud the newer routes refuse in words of their own. */
  private Voice voice(Call call) {
    return flavour.nextcloud() || call.isOldRoute() ? Voice.LOGIN : Voice.FRAMEWORK;
  }

  private static Entry refused(Answer answer, CookieLines lines) {
    return new Entry(Caller.NOBODY, answer, lines.lines());
  }

  private static boolean opens(Credentials given, Account account) {
    return account != null && given.secret().equals(account.password());
  }

  static String randomPassword() {
    return Sessions.newPassphrase();
  }
}
