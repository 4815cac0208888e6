package io.github.billnextcloud.standin.cloud;

import java.util.List;
import java.util.Map;

/**
 * ownCloud's settings of sharing: its page for administrators, where they are ticked, and the one
 * that a tick is sent to.
 */
final class OwncloudSettings {
  static final String ONLY_GROUPS = "core/shareapi_only_share_with_group_members";
  static final String ONLY_OWN_GROUPS = "core/shareapi_only_share_with_membership_groups";

  private static final String PAGE = "GET settings/admin";
  private static final String TICK = "POST core/ajax/appconfig.php";

  private final State state;

  OwncloudSettings(State state) {
    this.state = state;
  }

  /** What the capabilities say: yes of what was never set, which keeps nobody apart. */
  static boolean told(State state, String name) {
    return !state.settings.has(name) || state.settings.is(name, "yes");
  }

  boolean knows(String page) {
    return !state.flavour.nextcloud() && (page.equals(PAGE) || page.equals(TICK));
  }

  Answer answer(String page, Call call, Caller caller) {
    String passphrase = call.cookie(Sessions.PASSPHRASE);
    if (!caller.isAdmin() || passphrase == null) {
      return Answer.raw(403, Answer.HTML, "<!DOCTYPE html>\n<html class=\"ng-csp\"></html>\n");
    }
    String token = Integer.toHexString(passphrase.hashCode()) + "+/=:HB9=";
    return page.equals(PAGE) ? page(token) : tick(token, call);
  }

  private Answer page(String token) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html>\n<html class=\"ng-csp\" lang=\"en\">\n")
            .append("\t<head data-requesttoken=\"" + token + "\">\n\t</head>\n");
    for (String name : List.of(ONLY_GROUPS, ONLY_OWN_GROUPS)) {
      String key = name.replaceFirst(".*/", "");
      String checked = state.settings.is(name, "yes") ? "checked=\"checked\"" : "";
      html.append("\t\t<input type=\"checkbox\" name=\"" + key + "\" class=\"checkbox\"\n")
          .append("\t\t\t   value=\"1\" " + checked + " />\n");
    }
    return Answer.raw(200, Answer.HTML, html + "</html>\n");
  }

  private Answer tick(String token, Call call) {
    if (!token.equals(call.field("requesttoken"))) {
      Map<String, String> why =
          Map.of("message", "Token expired. Please reload page.", "error", "token_expired");
      return Answer.raw(200, Answer.JSON, Json.of(Map.of("data", why, "status", "error")));
    }
    state.settings.put(
        call.fieldOrEmpty("app") + "/" + call.fieldOrEmpty("key"), call.fieldOrEmpty("value"));
    return Answer.raw(200, Answer.JSON, Json.of(Map.of("data", true, "status", "success")));
  }
}
