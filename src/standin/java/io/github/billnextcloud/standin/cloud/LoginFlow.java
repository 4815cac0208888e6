package io.github.billnextcloud.standin.cloud;

import java.util.LinkedHashMap;
import java.util.Map;

/** Login flow v2: a page to grant an app password on, and an address to fetch it from, once. */
final class LoginFlow {
  private final State state;

  /** Who granted it, by the token that polls; null = nobody yet. */
  private final Map<String, Account> waiting = new LinkedHashMap<>();

  LoginFlow(State state) {
    this.state = state;
  }

  Answer begin(String base) {
    String token = AppPasswords.loginFlowToken();
    waiting.put(token, null);
    Map<String, Object> poll = new LinkedHashMap<>();
    poll.put("token", token);
    poll.put("endpoint", base + "/login/v2/poll");
    Map<String, Object> flow = new LinkedHashMap<>();
    flow.put("poll", poll);
    flow.put("login", base + "/login/v2/flow/" + AppPasswords.loginFlowToken());
    return Answer.raw(200, Answer.JSON, Json.of(flow));
  }

  /** Every page that is open. */
  void grant(Account account) {
    waiting.replaceAll((token, nobody) -> account);
  }

  Answer poll(Call call, String base, Work work) {
    String token = call.fieldOrEmpty("token");
    Account account = waiting.get(token);
    if (account == null) {
      return Answer.raw(404, Answer.JSON, "[]");
    }
    waiting.remove(token);
    work.makeKeyPair();
    String secret = AppPasswords.nextcloud();
    state.tokens.add(account, secret, "login flow", Token.Kind.APP_PASSWORD, account.password());
    Map<String, Object> granted = new LinkedHashMap<>();
    granted.put("server", base);
    granted.put("loginName", account.id());
    granted.put("appPassword", secret);
    return Answer.raw(200, Answer.JSON, Json.of(granted));
  }
}
