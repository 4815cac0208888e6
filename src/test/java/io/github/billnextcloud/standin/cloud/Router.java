package io.github.billnextcloud.standin.cloud;

import io.github.billnextcloud.standin.cloud.Answer.Voice;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leads an OCS call to the part of the API it means, past the checks the servers make first. */
final class Router {
  private static final Set<String> GET = Set.of("GET");
  private static final Set<String> POST = Set.of("POST");
  private static final Set<String> PUT = Set.of("PUT");
  private static final String CAPABILITIES = "capabilities";

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
          Map.entry("groups/*", Set.of("GET", "DELETE")));

  private static final Map<String, Set<String>> NEXTCLOUD_ONLY =
      Map.of(
          "user/fields", GET,
          "users/*/welcome", POST,
          "users/*/wipe", POST,
          "groups/*/users", GET);

  /** Calls open to users who administrate nothing; what they may see there is up to the call. */
  private static final Set<String> FOR_EVERYONE =
      Set.of("GET user", "GET user/fields", "GET users/*", "PUT users/*", "GET users/*/groups");

  private final State state;
  private final Flavour flavour;
  private final UsersApi users;
  private final GroupsApi groups;

  Router(State state) {
    this.state = state;
    this.flavour = state.flavour;
    this.users = new UsersApi(state);
    this.groups = new GroupsApi(state);
  }

  Answer answer(Call call, Caller caller) {
    List<String> path = call.segments().subList(2, call.segments().size());
    if (!path.get(0).equals("cloud")) {
      return Answer.notModelled(String.join("/", path));
    }
    String shape = shape(path);
    if (flavour.nextcloud() && call.hasEncodedSlash()) {
      return wrongMethod(call);
    }
    Set<String> methods = methods(shape);
    if (call.hasEncodedSlash() || methods == null) {
      return unknownEndpoint();
    }
    boolean patch = shape.equals("users/*") && call.method().equals("PATCH");
    if (patch && flavour == Flavour.NEXTCLOUD_34) {
      return Answer.notModelled("PATCH");
    }
    if (!methods.contains(call.method())) {
      return wrongMethod(call);
    }
    if (caller.isNobody() && !(shape.equals(CAPABILITIES) && flavour.nextcloud())) {
      return notLoggedIn(shape);
    }
    String what = call.method() + " " + shape;
    check(call, caller, what);
    return dispatch(call, caller, what, path.size() > 2 ? path.get(2) : null);
  }

  /** The path with the id replaced by a star, or null when it is no path of the API. */
  private static String shape(List<String> path) {
    if (path.size() < 2 || path.contains("")) {
      return null;
    }
    String first = path.get(1);
    if (path.size() == 2) {
      return first;
    }
    boolean literal = first.equals("user");
    String second = literal ? path.get(2) : "*";
    String rest = path.size() == 3 ? "" : "/" + String.join("/", path.subList(3, path.size()));
    return first + "/" + second + rest;
  }

  private Set<String> methods(String shape) {
    if (shape == null) {
      return null;
    }
    Set<String> methods = BOTH.get(shape);
    return methods == null && flavour.nextcloud() ? NEXTCLOUD_ONLY.get(shape) : methods;
  }

  private void check(Call call, Caller caller, String what) {
    boolean open = caller.isAdmin() || FOR_EVERYONE.contains(what) || what.endsWith(CAPABILITIES);
    if (!open) {
      throw new Refused(notAllowed(what));
    }
    if (!flavour.nextcloud()) {
      return;
    }
    if (!call.announcesApi()) {
      String body = "{\"message\":\"CSRF check failed\"}";
      throw new Refused(Answer.raw(412, Answer.JSON, body));
    }
    boolean confirms = flavour == Flavour.NEXTCLOUD_34 && call.request().isWrite();
    if (confirms && caller.byAppPassword()) {
      throw new Refused(Answer.no(403, "Password confirmation is required"));
    }
    if (what.equals("PUT users/*") && !state.mayEdit(caller.account())) {
      throw new Refused(Answer.raw(429, Answer.HTML, ""));
    }
  }

  private Answer notAllowed(String what) {
    String who = flavour == Flavour.NEXTCLOUD_28 ? "user" : "account";
    if (!flavour.nextcloud()) {
      return Answer.no(Voice.LOGIN, 997, "Unauthorised");
    }
    if (what.equals("POST groups") || what.equals("DELETE groups/*")) {
      String special = ", a sub admin or gotten special right to access this setting";
      String rest = flavour == Flavour.NEXTCLOUD_34 ? special : "";
      return Answer.no(403, "Logged in " + who + " must be an admin" + rest);
    }
    return Answer.no(403, "Logged in " + who + " must be at least a sub admin");
  }

  private Answer notLoggedIn(String shape) {
    if (flavour.nextcloud()) {
      return Answer.no(997, "Current user is not logged in");
    }
    boolean framework = shape.equals(CAPABILITIES) || shape.equals("user");
    return Answer.no(framework ? Voice.FRAMEWORK : Voice.LOGIN, 997, "Unauthorised");
  }

  private Answer dispatch(Call call, Caller caller, String what, String id) {
    return switch (what) {
      case "GET capabilities" -> ServerPages.capabilities(state, !caller.isNobody());
      case "GET user" -> users.self(caller);
      case "GET users" -> users.list(call);
      case "POST users" -> users.create(call, caller);
      case "GET users/*" -> users.show(id, caller);
      case "PUT users/*" -> users.edit(id, call, caller);
      case "DELETE users/*" -> users.delete(id, caller);
      case "PUT users/*/enable" -> users.enable(id, caller, true);
      case "PUT users/*/disable" -> users.enable(id, caller, false);
      case "POST users/*/welcome" -> users.welcome(id);
      case "POST users/*/wipe" -> users.wipe(id);
      case "GET users/*/groups" -> groups.ofUser(id, caller);
      case "POST users/*/groups" -> groups.join(id, call);
      case "DELETE users/*/groups" -> groups.leave(id, call, caller);
      case "GET groups" -> groups.list(call);
      case "POST groups" -> groups.create(call);
      case "GET groups/*", "GET groups/*/users" -> groups.members(id);
      case "DELETE groups/*" -> groups.delete(id);
      default -> Answer.notModelled(what);
    };
  }

  private Answer wrongMethod(Call call) {
    String format = call.field("format");
    return Answer.raw(405, "json".equals(format) ? Answer.JSON : Answer.TEXT_XML, "");
  }

  private Answer unknownEndpoint() {
    String message =
        "Invalid query, please check the syntax. API specifications are here: "
            + "http://www.freedesktop.org/wiki/Specifications/open-collaboration-services.";
    return flavour.nextcloud()
        ? Answer.no(Voice.CORE, 998, message + "\n")
        : Answer.no(Voice.CORE, 999, message + " DEBUG OUTPUT:\n");
  }
}
