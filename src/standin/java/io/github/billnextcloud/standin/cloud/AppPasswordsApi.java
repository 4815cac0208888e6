package io.github.billnextcloud.standin.cloud;

import java.util.Map;

/** Nextcloud's API of app passwords, below core/: made, taken back, and made good for writing. */
final class AppPasswordsApi {
  private static final String GET = "core/getapppassword";
  private static final String DELETE = "core/apppassword";
  private static final String CONFIRM = "core/apppassword/confirm";

  private final State state;

  AppPasswordsApi(State state) {
    this.state = state;
  }

  boolean knows(String path) {
    boolean confirms = path.equals(CONFIRM) && state.flavour == Flavour.NEXTCLOUD_34;
    boolean makes = path.equals(GET) || path.equals(DELETE);
    return confirms || makes && state.flavour.nextcloud();
  }

  /** Null for a method that the path does not take. */
  Answer answer(String path, Call call, Caller caller, Work work) {
    String method = path.equals(GET) ? "GET" : path.equals(CONFIRM) ? "PUT" : "DELETE";
    if (!call.method().equals(method)) {
      return null;
    }
    if (caller.isNobody()) {
      return Answer.no(997, "Current user is not logged in");
    }
    return switch (path) {
      case GET -> make(caller, work);
      case CONFIRM -> confirm(call, caller, work);
      default -> takeBack(caller);
    };
  }

  private Answer make(Caller caller, Work work) {
    if (!caller.mayWrite(state)) {
      return Answer.no(403, "Password confirmation is required");
    }
    if (caller.session().byAppPassword()) {
      return Answer.no(403, "You cannot request an new apppassword with an apppassword");
    }
    work.makeKeyPair();
    Account account = caller.account();
    String secret = AppPasswords.nextcloud();
    state.tokens.add(account, secret, "pmnextcloud", Token.Kind.APP_PASSWORD, account.password());
    return Answer.ok(Map.of("apppassword", secret));
  }

  private Answer confirm(Call call, Caller caller, Work work) {
    String password = call.field("password");
    if (password == null) {
      return Answer.missingParameter(state.flavour);
    }
    work.checkPassword();
    if (!password.equals(caller.account().password())) {
      return Answer.no(403, "");
    }
    caller.session().confirm(state.now());
    return Answer.ok(Map.of("lastLogin", state.now() / 1000));
  }

  private Answer takeBack(Caller caller) {
    if (!caller.session().byAppPassword()) {
      return Answer.no(403, "no app password in use");
    }
    state.tokens.remove(caller.session().token());
    return Answer.ok();
  }
}
