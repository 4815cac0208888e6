package io.github.billnextcloud.standin.cloud;

import java.util.List;
import java.util.Map;

/**
 * By which anybody has a link to set a password mailed to a user, and the page that leads there.
 */
final class LostPasswordPage {
  static final String SIGN_IN = "GET login";
  static final String PAGE = "POST lostpassword/email";

  private final State state;
  private final Flavour flavour;

  LostPasswordPage(State state) {
    this.state = state;
    this.flavour = state.flavour;
  }

  boolean knows(String page) {
    return page.equals(SIGN_IN) || page.equals(PAGE);
  }

  Answer answer(String page, Call call) {
    return page.equals(PAGE) ? send(call) : signIn(call);
  }

  private Answer signIn(Call call) {
    String sent = call.cookie(Sessions.PASSPHRASE);
    String passphrase = sent == null ? Sessions.newPassphrase() : sent;
    String html =
        ServerPages.LOGIN_PAGE.replace(
            "<head>", "<head data-requesttoken=\"" + token(passphrase) + "\">");
    List<String> cookies =
        new CookieLines(call, flavour, "", false).passphrase(passphrase).sameSite().lines();
    return new Answer.Raw(200, Answer.HTML, html, Map.of("Set-Cookie", cookies));
  }

  private static String token(String passphrase) {
    return Integer.toHexString(passphrase.hashCode()) + "+/=:VYcp=";
  }

  /** The newest takes the API's header instead. */
  private Answer send(Call call) {
    String asked = call.cookie(Sessions.PASSPHRASE);
    boolean ours = asked != null && token(asked).equals(call.field("requesttoken"));
    if (!ours && !(flavour == Flavour.NEXTCLOUD_34 && call.announcesApi())) {
      return flavour.nextcloud()
          ? Answer.raw(412, Answer.JSON, "{\"message\":\"CSRF check failed\"}")
          : Answer.raw(412, Answer.HTML, "<!DOCTYPE html>\n<html class=\"ng-csp\"></html>\n");
    }
    if (state.lostPasswords != null) {
      return said("error", state.lostPasswords);
    }
    Account account = state.found(call.fieldOrEmpty("user"));
    if (account != null && account.enabled() && account.email() != null) {
      state.links.add(account.id());
    }
    return said("success", null);
  }

  private static Answer said(String status, String message) {
    return Answer.raw(
        200,
        Answer.JSON,
        Json.of(
            message == null ? Map.of("status", status) : Map.of("status", status, "msg", message)));
  }
}
