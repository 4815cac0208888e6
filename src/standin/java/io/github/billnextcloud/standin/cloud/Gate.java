package io.github.billnextcloud.standin.cloud;

import io.github.billnextcloud.standin.cloud.Answer.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out who is calling, by session cookie, password, app password or token. */
final class Gate {
  private static final String PASSPHRASE = "oc_sessionPassphrase";

  private record Session(String accountId, boolean byAppPassword, String passphrase) {}

  private final State state;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  Gate(State state) {
    this.state = state;
  }

  /** Whether this call makes the server hash a password, its slowest work. */
  boolean hashesPassword(Call call) {
    Credentials given = call.credentials();
    return call.isOcs()
        && given != null
        && !given.isBearer()
        && !given.secret().isEmpty()
        && !given.secret().equals(state.appPassword)
        && session(call) == null;
  }

  Caller enter(Call call) {
    Session session = session(call);
    Account known = session == null ? null : state.account(session.accountId());
    Caller caller =
        known == null ? byCredentials(call) : new Caller(known, session.byAppPassword());
    if (!caller.isNobody()) {
      if (!caller.account().enabled()) {
        boolean says = !state.flavour.nextcloud();
        throw unauthorised(says ? "User disabled" : "Unauthorised");
      }
      caller.account().login(state.flavour.skeletonBytes);
    }
    return caller;
  }

  private Session session(Call call) {
    String id = call.cookie(state.flavour.instanceId());
    Session session = id == null ? null : sessions.get(id);
    // The passphrase opens the stored session; without it the session is an empty one.
    return session != null && session.passphrase().equals(call.cookie(PASSPHRASE)) ? session : null;
  }

  private Caller byCredentials(Call call) {
    Credentials given = call.credentials();
    boolean nextcloud = state.flavour.nextcloud();
    if (given == null || nextcloud && given.secret().isEmpty()) {
      return Caller.NOBODY;
    }
    if (state.bruteForceBlocked()) {
      throw new Refused(Answer.no(Voice.CORE, 429, "Reached maximum delay"));
    }
    boolean app = given.secret().equals(state.appPassword);
    Account account = state.account(given.isBearer() ? CloudStandIn.ADMIN : given.login());
    if (app && account != null && account.id().equals(CloudStandIn.ADMIN)) {
      return new Caller(account, true);
    }
    if (given.isBearer() && nextcloud) {
      return Caller.NOBODY;
    }
    if (!given.isBearer() && !opens(given, account)) {
      account = state.byEmail(given.login(), true);
    }
    if (given.isBearer() || !opens(given, account)) {
      state.loginFailed();
      throw unauthorised("Unauthorised");
    }
    if (state.twoFactor && !account.isAdmin()) {
      throw unauthorised(nextcloud ? "Current user is not logged in" : "Unauthorised");
    }
    return new Caller(account, false);
  }

  private static boolean opens(Credentials given, Account account) {
    return account != null && given.secret().equals(account.password());
  }

  private static Refused unauthorised(String message) {
    return new Refused(Answer.no(Voice.LOGIN, 997, message));
  }

  /** The Set-Cookie lines of an answer to this caller: those sent, or those of a new session. */
  List<String> cookies(Call call, Caller caller, String path, boolean tls) {
    String name = state.flavour.instanceId();
    String id = call.cookie(name);
    Session session = session(call);
    if (session == null) {
      id = UUID.randomUUID().toString().replace("-", "");
      session = new Session(caller.account().id(), caller.byAppPassword(), secret());
      sessions.put(id, session);
    }
    String at = path.isEmpty() ? "/" : path;
    String end = "; path=" + at + (tls ? "; secure" : "") + "; HttpOnly; SameSite=Lax";
    List<String> lines = new ArrayList<>();
    lines.add(PASSPHRASE + "=" + session.passphrase() + end);
    if (state.flavour.nextcloud()) {
      String prefix = tls && path.isEmpty() ? "__Host-" : "";
      String rest = "; path=" + at + "; httponly;" + (tls ? "secure;" : "");
      String expires = " expires=Fri, 31-Dec-2100 23:59:59 GMT; SameSite=";
      lines.add(prefix + "nc_sameSiteCookielax=true" + rest + expires + "lax");
      lines.add(prefix + "nc_sameSiteCookiestrict=true" + rest + expires + "strict");
    }
    lines.add(name + "=" + id + end);
    return lines;
  }

  static String randomPassword() {
    return secret();
  }

  private static String secret() {
    return UUID.randomUUID() + "%2B" + UUID.randomUUID();
  }
}
