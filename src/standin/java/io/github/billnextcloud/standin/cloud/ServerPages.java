package io.github.billnextcloud.standin.cloud;

import io.github.billnextcloud.standin.cloud.Answer.Voice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is not about users: status.php, capabilities and the pages of the web interface. */
final class ServerPages {
  static final String LOGIN_PAGE =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>Login</title></head>\n"
          + "<body><form method=\"post\" action=\"/login\"><input name=\"user\">"
          + "<input type=\"password\" name=\"password\"></form></body>\n</html>\n";
  private static final String NOT_FOUND_PAGE =
      "<!DOCTYPE html>\n<html class=\"ng-csp\" lang=\"en\">\n"
          + "\t<head>\n\t\t<title>\n\t\t\tNextcloud\t\t</title>\n\t</head>\n"
          + "<body><h2>Page not found</h2></body>\n</html>\n";

  private ServerPages() {}

  /** What the web server says where nothing is installed. */
  static Answer.Raw nginxNotFound() {
    String body =
        "<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n"
            + "<center><h1>404 Not Found</h1></center>\r\n<hr><center>nginx</center>\r\n"
            + "</body>\r\n</html>\r\n";
    return new Answer.Raw(404, "text/html", body, Map.of());
  }

  /**
   * @param inSession whether somebody is signed in by cookies
   */
  static Answer page(State state, String path, String base, boolean inSession) {
    if (path.equals("/login") || path.equals("/index.php/login")) {
      return Answer.raw(200, Answer.HTML, LOGIN_PAGE);
    }
    if (state.flavour.nextcloud() && !path.equals("/") && !path.equals("/index.php")) {
      return Answer.raw(404, Answer.HTML, NOT_FOUND_PAGE);
    }
    String onward = base + (inSession ? "/apps/files/" : "/login");
    return new Answer.Raw(302, Answer.HTML, "", Map.of("Location", List.of(onward)));
  }

  static Answer status(State state) {
    Map<String, Object> status = core(state);
    if (state.flavour.nextcloud()) {
      status.put("extendedSupport", false);
    } else {
      status.put("product", state.theme);
    }
    return Answer.raw(200, "application/json", Json.of(status));
  }

  private static Map<String, Object> core(State state) {
    Flavour flavour = state.flavour;
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("installed", true);
    status.put("maintenance", state.maintenance);
    status.put("needsDbUpgrade", false);
    status.put("version", flavour.build);
    status.put("versionstring", flavour.versionString());
    status.put("edition", flavour.nextcloud() ? "" : "Community");
    status.put("productname", flavour.nextcloud() ? "Nextcloud" : state.theme);
    return status;
  }

  static Answer capabilities(State state, boolean loggedIn) {
    Flavour flavour = state.flavour;
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("major", flavour.major);
    version.put("minor", flavour.minor);
    version.put("micro", flavour.micro);
    version.put("string", flavour.versionString());
    version.put("edition", flavour.nextcloud() ? "" : "Community");
    if (flavour.nextcloud()) {
      version.put("extendedSupport", false);
    } else {
      version.put("product", state.theme);
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("version", version);
    data.put("capabilities", flavour.nextcloud() ? nextcloud(state, loggedIn) : owncloud(state));
    return new Answer.Ocs(Voice.FRAMEWORK, 100, null, data);
  }

  private static Map<String, Object> nextcloud(State state, boolean loggedIn) {
    Flavour flavour = state.flavour;
    Map<String, Object> all = new LinkedHashMap<>();
    if (loggedIn) {
      Map<String, Object> core = new LinkedHashMap<>();
      core.put("pollinterval", 60);
      core.put("webdav-root", "remote.php/webdav");
      core.put("reference-api", true);
      all.put("core", core);
    }
    Map<String, Object> bruteforce = new LinkedHashMap<>();
    bruteforce.put("delay", 0);
    bruteforce.put("allow-listed", false);
    all.put("bruteforce", bruteforce);
    if (loggedIn) {
      Map<String, Object> policy = new LinkedHashMap<>();
      policy.put("minLength", 10);
      policy.put("enforceNonCommonPassword", true);
      policy.put("enforceNumericCharacters", false);
      policy.put("enforceSpecialCharacters", false);
      policy.put("enforceUpperLowerCase", false);
      all.put("password_policy", policy);
    }
    Map<String, Object> theming = new LinkedHashMap<>();
    theming.put("name", "Nextcloud");
    if (flavour == Flavour.NEXTCLOUD_34) {
      theming.put("productName", "Nextcloud");
    }
    theming.put("url", "https://nextcloud.com");
    theming.put("slogan", "a safe home for all your data");
    all.put("theming", theming);
    if (loggedIn) {
      Map<String, Object> sharing = new LinkedHashMap<>();
      sharing.put("api_enabled", true);
      sharing.put("group_sharing", state.groupSharing);
      all.put("files_sharing", sharing);
    }
    return all;
  }

  private static Map<String, Object> owncloud(State state) {
    Map<String, Object> status = core(state);
    status.put("product", state.theme);
    status.put("hostname", "vm");
    Map<String, Object> core = new LinkedHashMap<>();
    core.put("pollinterval", 30000);
    core.put("webdav-root", "remote.php/webdav");
    core.put("status", status);
    core.put("support-url-signing", true);
    Map<String, Object> sharing = new LinkedHashMap<>();
    sharing.put("api_enabled", true);
    sharing.put("group_sharing", state.groupSharing);
    sharing.put(
        "share_with_group_members_only",
        OwncloudSettings.told(state, OwncloudSettings.ONLY_GROUPS));
    sharing.put(
        "share_with_membership_groups_only",
        OwncloudSettings.told(state, OwncloudSettings.ONLY_OWN_GROUPS));
    sharing.put("user_enumeration", Map.of("enabled", true, "group_members_only", false));
    return Map.of("core", core, "files_sharing", sharing);
  }
}
