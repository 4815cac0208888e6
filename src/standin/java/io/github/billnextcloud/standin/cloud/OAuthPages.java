package io.github.billnextcloud.standin.cloud;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * OAuth as Nextcloud has it and as ownCloud's app does: codes for clients that were registered, and
 * tokens that are rotated.
 */
final class OAuthPages {
  static final String PAGE = "apps/oauth2/api/v1/token";

  private static final long CODE_LIFE_MILLIS = 600_000;
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final State state;
  private final boolean nextcloud;
  private final Map<String, String> clients = new HashMap<>();
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Token> pairs = new HashMap<>();

  private record Code(Account account, long made) {}

  OAuthPages(State state) {
    this.state = state;
    this.nextcloud = state.flavour.nextcloud();
  }

  void register(String id, String secret) {
    clients.put(id, secret);
  }

  /** A code that the account's owner has agreed to. */
  String code(Account account) {
    String code = AppPasswords.of(LETTERS, nextcloud ? 128 : 64);
    agree(account, code);
    return code;
  }

  void agree(Account account, String code) {
    codes.put(code, new Code(account, state.now()));
  }

  /** Behind everybody's back: no refresh token is known any more. */
  void forget() {
    pairs.clear();
  }

  Answer token(Call call) {
    String type = call.fieldOrEmpty("grant_type");
    boolean first = type.equals("authorization_code");
    String spent = call.fieldOrEmpty(first ? "code" : "refresh_token");
    // ownCloud looks at the client first, Nextcloud at what it brings.
    if (!nextcloud && !isClient(call)) {
      return refused("invalid_client", null);
    }
    if (!first && !type.equals("refresh_token")) {
      return refused("invalid_grant", null);
    }
    Code code = codes.get(spent);
    Token pair = pairs.get(spent);
    boolean good =
        first
            ? code != null && state.now() - code.made() < CODE_LIFE_MILLIS
            : pair != null && state.account(pair.account().id()) != null;
    if (!good) {
      return nextcloud
          ? refused("invalid_request", null)
          : refused(
              "invalid_grant",
              (first ? "authorization code" : "refresh token") + " does not exist");
    }
    if (!isClient(call)) {
      return refused("invalid_client", null);
    }
    if (first) {
      codes.remove(spent);
      return granted(code.account());
    }
    pairs.remove(spent);
    if (nextcloud && !state.tokens.isThere(pair)) {
      return refused("invalid_request", null);
    }
    // Nextcloud's cache believes in the former token for ten seconds more.
    pair.deleted(state.now());
    return granted(pair.account());
  }

  private boolean isClient(Call call) {
    Credentials given = call.credentials();
    boolean basic = given != null && given.isBasic();
    String id = basic ? given.login() : call.fieldOrEmpty("client_id");
    String secret = basic ? given.secret() : call.fieldOrEmpty("client_secret");
    return (basic || nextcloud) && secret.equals(clients.get(id));
  }

  private Answer granted(Account account) {
    String access = AppPasswords.of(LETTERS, nextcloud ? 72 : 64);
    String refresh = AppPasswords.of(LETTERS, nextcloud ? 128 : 64);
    Token token = state.tokens.add(account, access, "client", Token.Kind.OAUTH, account.password());
    pairs.put(refresh, token);
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put("access_token", access);
    pair.put("token_type", "Bearer");
    pair.put("expires_in", 3600);
    pair.put("refresh_token", refresh);
    pair.put("user_id", account.id());
    return Answer.raw(200, Answer.JSON, Json.of(pair));
  }

  private Answer refused(String error, String description) {
    if (nextcloud) {
      state.oauthRefusals++;
    }
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("error", error);
    if (description != null) {
      said.put("error_description", description);
    }
    return Answer.raw(400, Answer.JSON, Json.of(said));
  }
}
