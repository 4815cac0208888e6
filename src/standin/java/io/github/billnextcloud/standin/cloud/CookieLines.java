package io.github.billnextcloud.standin.cloud;

import java.util.ArrayList;
import java.util.List;

/** The Set-Cookie lines of one answer, in the order and the words of each product. */
final class CookieLines {
  private static final String GONE = "=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; ";
  private static final List<String> REMEMBERED =
      List.of("nc_username", "nc_token", "nc_session_id");

  private final Call call;
  private final boolean nextcloud;
  private final String name;
  private final String path;
  private final boolean tls;
  private final List<String> lines = new ArrayList<>();

  CookieLines(Call call, Flavour flavour, String installPath, boolean tls) {
    this.call = call;
    this.nextcloud = flavour.nextcloud();
    this.name = flavour.instanceId();
    this.path = installPath.isEmpty() ? "/" : installPath;
    this.tls = tls;
  }

  List<String> lines() {
    return lines;
  }

  /** ownCloud's is good for twenty minutes, and sent with each answer. */
  CookieLines passphrase(String passphrase) {
    if (!nextcloud) {
      String life = "; expires=Fri, 31-Dec-2100 23:59:59 GMT; Max-Age=1200";
      lines.add(Sessions.PASSPHRASE + "=" + passphrase + life + end("Strict"));
    } else if (call.cookie(Sessions.PASSPHRASE) == null) {
      lines.add(Sessions.PASSPHRASE + "=" + passphrase + end("Lax"));
    }
    return this;
  }

  CookieLines sameSite() {
    String prefix = tls && path.equals("/") ? "__Host-" : "";
    for (String kind : List.of("lax", "strict")) {
      String cookie = prefix + "nc_sameSiteCookie" + kind;
      if (nextcloud && call.cookie(cookie) == null) {
        String expires = "expires=Fri, 31-Dec-2100 23:59:59 GMT; SameSite=";
        String secure = tls ? "secure;" : "";
        lines.add(cookie + "=true; path=" + path + "; httponly;" + secure + expires + kind);
      }
    }
    return this;
  }

  CookieLines session(String id) {
    lines.add(name + "=" + id + (nextcloud ? end("Lax") : end(null)));
    return this;
  }

  /** Who sends it back takes cookies, and is worth a row. */
  CookieLines test() {
    if (call.cookie("cookie_test") == null) {
      lines.add("cookie_test=test; expires=Fri, 31-Dec-2100 23:59:59 GMT; Max-Age=3600");
    }
    return this;
  }

  /** What a session that ends, or that becomes another, takes back. */
  CookieLines forgotten() {
    for (String at : List.of("", "path=" + path + "; ")) {
      REMEMBERED.forEach(cookie -> lines.add(cookie + GONE + at + "HttpOnly"));
    }
    return this;
  }

  /** ownCloud's end of a session. */
  CookieLines loggedOut() {
    for (String cookie : List.of("oc_username", "oc_token", "oc_remember_login")) {
      lines.add(cookie + GONE + "path=" + path + "; HttpOnly; SameSite=strict");
    }
    lines.add(Sessions.PASSPHRASE + GONE + "SameSite=None");
    return this;
  }

  private String end(String sameSite) {
    String site = sameSite == null ? "" : "; SameSite=" + sameSite;
    return "; path=" + path + (tls ? "; secure" : "") + "; HttpOnly" + site;
  }
}
