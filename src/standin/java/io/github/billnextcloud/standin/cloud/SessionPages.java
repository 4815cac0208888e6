package io.github.billnextcloud.standin.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages of the web interface that a session is confirmed, ended and given tokens by. */
final class SessionPages {
  private static final String AUTH_TOKENS = "settings/personal/authtokens";
  private static final String STORAGES = "GET apps/files_external/globalstorages";
  private static final String SAML = "GET apps/user_saml/settings/provider";
  private static final String CSRF = "{\"message\":\"CSRF check failed\"}";

  private final State state;
  private final Flavour flavour;
  private final Sessions sessions;
  private final LoginFlow flow;
  private final OAuthPages oauth;
  private final CustomerPages customers;
  private final LostPasswordPage lost;
  private final FolderPages folders;
  private final OwncloudSettings owncloud;

  SessionPages(State state, Sessions sessions, LoginFlow flow, OAuthPages oauth) {
    this.state = state;
    this.flavour = state.flavour;
    this.sessions = sessions;
    this.flow = flow;
    this.oauth = oauth;
    this.customers = new CustomerPages(state);
    this.lost = new LostPasswordPage(state);
    this.folders = new FolderPages(state);
    this.owncloud = new OwncloudSettings(state);
  }

  /** What is asked, or null when it is none of these pages. */
  String page(Call call) {
    String path = call.request().path().replaceFirst("^/(index\\.php/)?", "");
    String page = call.method() + " " + path;
    String whole = call.method() + " " + call.request().path().replaceFirst("^/", "");
    if (customers.knows(whole) || folders.knows(whole)) {
      return whole;
    }
    if (owncloud.knows(page)) {
      return page;
    }
    boolean known =
        switch (page) {
          case LostPasswordPage.SIGN_IN, LostPasswordPage.PAGE -> true;
          case "GET logout", "POST " + OAuthPages.PAGE -> true;
          case STORAGES -> !state.storageGroups.isEmpty() && flavour.nextcloud();
          case "GET csrftoken", "POST login/confirm", "POST login/v2", "POST login/v2/poll" ->
              flavour.nextcloud();
          default ->
              page.startsWith(SAML)
                  ? state.settings.is("user_saml/enabled", "yes")
                  : !flavour.nextcloud() && path.matches(AUTH_TOKENS + "(/\\d+)?");
        };
    return known ? page : null;
  }

  Answer answer(String page, Call call, Caller caller, String base, Work work) {
    if (customers.knows(page)) {
      return customers.answer(page, call, caller);
    }
    if (owncloud.knows(page)) {
      return owncloud.answer(page, call, caller);
    }
    if (lost.knows(page)) {
      return lost.answer(page, call);
    }
    if (folders.knows(page)) {
      return folders.answer(page, caller);
    }
    return switch (page) {
      case STORAGES -> storages(call, caller);
      case "GET csrftoken" ->
          Answer.raw(200, Answer.JSON, Json.of(Map.of("token", requestToken(call))));
      case "POST login/confirm" -> confirm(call, caller, work);
      case "POST " + OAuthPages.PAGE -> oauth.token(call);
      case "POST login/v2" -> flow.begin(base);
      case "POST login/v2/poll" -> flow.poll(call, base, work);
      case "GET logout" -> logout(call, caller, base);
      default ->
          page.startsWith(SAML) ? saml(page, call, caller) : authTokens(page, call, caller, base);
    };
  }

  /** Null for whom a page of the administrator's settings is shown. */
  private Answer refused(Call call, Caller caller) {
    if (!call.announcesApi() || isForged(flavour, call)) {
      return Answer.raw(412, Answer.JSON, CSRF);
    }
    return caller.isAdmin() ? null : Answer.raw(403, Answer.JSON, "{\"message\":\"\"}");
  }

  /** The numbers of all, or what one was told. */
  private Answer saml(String page, Call call, Caller caller) {
    Answer refused = refused(call, caller);
    if (refused != null) {
      return refused;
    }
    List<String> quotas = state.samlQuotas;
    if (page.endsWith("s/providers")) {
      String ids =
          IntStream.rangeClosed(1, quotas.size())
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(","));
      return Answer.raw(200, Answer.JSON, Json.of(Map.of("providerIds", ids)));
    }
    int id = Integer.parseInt(page.replaceFirst(".*/", ""));
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("sp", Map.of("x509cert", "", "privateKey", "", "entityId", ""));
    told.put("general", Map.of("uid_mapping", "uid", "allow_multiple_user_back_ends", "1"));
    told.put(
        "attribute-mapping",
        Map.of("email_mapping", "mail", "quota_mapping", quotas.get(id - 1), "group_mapping", ""));
    return Answer.raw(200, Answer.JSON, Json.of(told));
  }

  private Answer storages(Call call, Caller caller) {
    Answer refused = refused(call, caller);
    if (refused != null) {
      return refused;
    }
    Map<String, Object> storage = new LinkedHashMap<>();
    storage.put("id", 1);
    storage.put("mountPoint", "/Archive");
    storage.put("backend", "local");
    storage.put("authMechanism", "null::null");
    storage.put("applicableGroups", List.copyOf(state.storageGroups));
    storage.put("userProvided", false);
    storage.put("type", "system");
    return Answer.raw(200, Answer.JSON, Json.of(Map.of("1", storage)));
  }

  private static String requestToken(Call call) {
    return Integer.toHexString(String.valueOf(call.cookie(Sessions.PASSPHRASE)).hashCode()) + ":=";
  }

  /**
   * 28 wants its token in each page of the web interface; to later ones the API's header will do.
   */
  static boolean isForged(Flavour flavour, Call call) {
    return flavour == Flavour.NEXTCLOUD_28
        && !requestToken(call).equals(call.header("requesttoken"));
  }

  private Answer confirm(Call call, Caller caller, Work work) {
    boolean asked = flavour != Flavour.NEXTCLOUD_34;
    if (asked && !requestToken(call).equals(call.header("requesttoken")) || !sameSite(call)) {
      return Answer.raw(412, Answer.JSON, CSRF);
    }
    if (caller.isNobody()) {
      return Answer.raw(401, Answer.JSON, "{\"message\":\"Current user is not logged in\"}");
    }
    work.checkPassword();
    if (!call.fieldOrEmpty("password").equals(caller.account().password())) {
      return Answer.raw(403, Answer.JSON, "[]");
    }
    caller.session().confirm(state.now());
    return Answer.raw(200, Answer.JSON, "{\"lastLogin\":" + state.now() / 1000 + "}");
  }

  /** Cookies that only a page of the same site would send. */
  private static boolean sameSite(Call call) {
    return call.hasCookieLike("nc_sameSiteCookielax")
        && call.hasCookieLike("nc_sameSiteCookiestrict");
  }

  private Answer logout(Call call, Caller caller, String base) {
    boolean listens =
        flavour.nextcloud()
            ? call.announcesApi() && sameSite(call) && !isForged(flavour, call)
            : call.announcesApi() && call.credentials() != null;
    if (!listens) {
      return flavour.nextcloud() ? Answer.raw(412, Answer.JSON, CSRF) : owncloudCsrf();
    }
    if (caller.session() != null) {
      sessions.end(caller.session());
    }
    String to = base + (flavour.nextcloud() ? "/login?clear=1" : "/login");
    return new Answer.Raw(303, Answer.HTML, "", Map.of("Location", List.of(to)));
  }

  private static Answer owncloudCsrf() {
    return Answer.raw(412, Answer.HTML, "<!DOCTYPE html>\n<html class=\"ng-csp\"></html>\n");
  }

  /** ownCloud's list of what may sign in, and its app passwords. */
  private Answer authTokens(String page, Call call, Caller caller, String base) {
    if (caller.isNobody()) {
      String to = base + "/login?redirect_url=%252Findex.php%252F" + AUTH_TOKENS;
      return new Answer.Raw(303, Answer.HTML, "", Map.of("Location", List.of(to)));
    }
    if (!call.announcesApi() || call.credentials() == null) {
      return owncloudCsrf();
    }
    return switch (call.method()) {
      case "GET" ->
          Answer.raw(
              200,
              Answer.JSON,
              Json.of(
                  state.tokens.of(caller.account()).stream()
                      .map(it -> listed(it, caller))
                      .toList()));
      case "POST" -> make(call, caller);
      case "DELETE" -> takeBack(page, caller);
      default -> Answer.raw(405, Answer.HTML, "");
    };
  }

  private Answer make(Call call, Caller caller) {
    Session session = caller.session();
    if (session.token() == null) {
      // It looks for the row of the session, which one request of the jar has not made yet.
      return Answer.raw(503, Answer.JSON, "[]");
    }
    String secret = AppPasswords.owncloud();
    Token token =
        state.tokens.add(
            caller.account(),
            secret,
            call.fieldOrEmpty("name"),
            Token.Kind.APP_PASSWORD,
            caller.account().password());
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("token", secret);
    made.put("loginName", caller.account().id());
    made.put("deviceToken", device(token));
    return Answer.raw(200, Answer.JSON, Json.of(made));
  }

  private Map<String, Object> device(Token token) {
    Map<String, Object> device = new LinkedHashMap<>();
    device.put("id", token.id());
    device.put("name", token.name());
    device.put("lastActivity", state.now() / 1000);
    device.put("type", token.app() ? 1 : 0);
    device.put("canDelete", true);
    return device;
  }

  /** Numbers are texts there, and the session that asks cannot be deleted. */
  private Map<String, Object> listed(Token token, Caller caller) {
    Map<String, Object> device = device(token);
    device.replaceAll((name, value) -> value instanceof Number ? value.toString() : value);
    device.put("id", token.id());
    device.put("canDelete", token != caller.session().token());
    return device;
  }

  /** Says the same when there is none of that number. */
  private Answer takeBack(String page, Caller caller) {
    String id = page.replaceFirst(".*/", "");
    Token own = caller.session().token();
    if (own != null && id.equals(Integer.toString(own.id()))) {
      return Answer.raw(409, Answer.JSON, "[]");
    }
    state.tokens.of(caller.account()).stream()
        .filter(it -> id.equals(Integer.toString(it.id())))
        .forEach(state.tokens::remove);
    return Answer.raw(200, Answer.JSON, "[]");
  }
}
