package io.github.billnextcloud.standin.cloud;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which paths the user and group API of a product has, and the methods each of them takes. */
final class Routes {
  static final String CAPABILITIES = "capabilities";
  private static final String DETAILS = "users/details";
  private static final Set<String> GET = Set.of("GET");
  private static final Set<String> POST = Set.of("POST");
  private static final Set<String> PUT = Set.of("PUT");
  private static final Set<String> NEWEST_EDIT = Set.of("GET", "PUT", "PATCH", "DELETE");

  private static final Map<String, Set<String>> BOTH =
      Map.ofEntries(
          Map.entry(CAPABILITIES, GET),
          Map.entry("user", GET),
          Map.entry("users", Set.of("GET", "POST")),
          Map.entry("users/*", Set.of("GET", "PUT", "DELETE")),
          Map.entry("users/*/enable", PUT),
          Map.entry("users/*/disable", PUT),
          Map.entry("users/*/groups", Set.of("GET", "POST", "DELETE")),
          Map.entry("users/*/subadmins", Set.of("GET", "POST", "DELETE")),
          Map.entry("groups", Set.of("GET", "POST")),
          Map.entry("groups/*", Set.of("GET", "DELETE")),
          Map.entry("groups/*/subadmins", GET));

  private static final Map<String, Set<String>> NEXTCLOUD_ONLY =
      Map.of(
          DETAILS,
          GET,
          "user/fields",
          GET,
          "users/*/welcome",
          POST,
          "users/*/wipe",
          POST,
          "groups/*/users",
          GET);

  private final boolean nextcloud;
  private final boolean newest;

  Routes(Flavour flavour) {
    this.nextcloud = flavour.nextcloud();
    this.newest = flavour == Flavour.NEXTCLOUD_34;
  }

  /** The path with the id replaced by a star, or null when it is no path of the API. */
  String shape(String method, List<String> path) {
    if (path.size() < 2 || path.contains("")) {
      return null;
    }
    String first = path.get(1);
    if (path.size() == 2) {
      return first;
    }
    // To the other methods, and to ownCloud, "details" is a user like any other.
    if (nextcloud && method.equals("GET") && DETAILS.equals(tail(path, 1))) {
      return DETAILS;
    }
    boolean literal = first.equals("user");
    String second = literal ? path.get(2) : "*";
    String rest = path.size() == 3 ? "" : "/" + tail(path, 3);
    return first + "/" + second + rest;
  }

  private static String tail(List<String> path, int from) {
    return String.join("/", path.subList(from, path.size()));
  }

  /** Null when the product has no such path. */
  Set<String> methods(String shape) {
    if (shape == null) {
      return null;
    }
    if (newest && shape.equals("users/*")) {
      return NEWEST_EDIT;
    }
    Set<String> methods = BOTH.get(shape);
    return methods == null && nextcloud ? NEXTCLOUD_ONLY.get(shape) : methods;
  }
}
