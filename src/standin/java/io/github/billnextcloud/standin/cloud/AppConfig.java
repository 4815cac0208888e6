package io.github.billnextcloud.standin.cloud;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Nextcloud's settings of apps, by app/key, and the API that reads and sets them. */
final class AppConfig {
  private static final String API = "apps/provisioning_api/api/v1/config/apps/";
  private static final List<String> FIXED = List.of("enabled", "installed_version", "types");

  private final Map<String, String> values = new TreeMap<>();
  private final Flavour flavour;

  AppConfig(Flavour flavour) {
    this.flavour = flavour;
    forget();
  }

  /** Leaves what a new server has. */
  void forget() {
    values.clear();
    values.put("core/backgroundjobs_mode", "cron");
    values.put("core/vendor", "nextcloud");
    values.put("circles/enabled", "yes");
    values.put("user_status/enabled", "yes");
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /** What was never set reads as if it were empty. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  boolean is(String name, String value) {
    return get(name).equals(value);
  }

  Map<String, String> values() {
    return Map.copyOf(values);
  }

  boolean knows(String path) {
    return flavour.nextcloud() && path.startsWith(API);
  }

  Answer answer(String path, Call call, Caller caller, State state) {
    if (!caller.isAdmin()) {
      String who = flavour == Flavour.NEXTCLOUD_28 ? "user" : "account";
      return Answer.no(403, "Logged in " + who + " must be an admin");
    }
    String[] parts = path.substring(API.length()).split("/", 2);
    if (parts.length == 1) {
      List<String> keys =
          values.keySet().stream()
              .filter(it -> it.startsWith(parts[0] + "/"))
              .map(it -> it.substring(parts[0].length() + 1))
              .toList();
      return Answer.ok(Map.of("data", keys));
    }
    String name = parts[0] + "/" + parts[1];
    if (call.method().equals("GET")) {
      return Answer.ok(Map.of("data", get(name)));
    }
    if (!caller.mayWrite(state)) {
      return Answer.no(403, "Password confirmation is required");
    }
    if (FIXED.contains(parts[1])) {
      return Answer.no(403);
    }
    if (call.method().equals("DELETE")) {
      values.remove(name);
    } else {
      values.put(name, kept(name, call.fieldOrEmpty("value")));
    }
    return Answer.ok();
  }

  /** Some keys are truth values by now. */
  private String kept(String name, String value) {
    boolean typed =
        flavour == Flavour.NEXTCLOUD_34 && name.equals("dav/system_addressbook_exposed");
    return typed && value.equals("no") ? "0" : value;
  }
}
