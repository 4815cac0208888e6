package io.github.billnextcloud.standin.cloud;

import io.github.billnextcloud.standin.cloud.Answer.Voice;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leads an OCS call to the part of the API it means, past the checks the servers make first. */
final class Router {
  /** Calls open to users who administrate nothing; what they may see there is up to the call. */
  private static final Set<String> FOR_EVERYONE =
      Set.of(
          "GET user",
          "GET user/fields",
          "GET users/*",
          "PUT users/*",
          "PATCH users/*",
          "GET users/*/groups",
          "GET groups/*/users");

  private static final String ADDRESS =
      "apps/provisioning_api/api/v1/config/apps/core/newUser.requireEmail";

  private static final String LETTER =
      "apps/provisioning_api/api/v1/config/apps/core/newUser.sendEmail";

  private final State state;
  private final Flavour flavour;
  private final Routes routes;
  private final ServerInfo serverInfo;
  private final AppPasswordsApi appPasswords;
  private final UsersApi users;
  private final GroupsApi groups;
  private final CustomerPages customers;
  private final FolderPages folders;

  Router(State state) {
    this.state = state;
    this.flavour = state.flavour;
    this.routes = new Routes(flavour);
    this.serverInfo = new ServerInfo(state);
    this.appPasswords = new AppPasswordsApi(state);
    this.users = new UsersApi(state);
    this.groups = new GroupsApi(state);
    this.customers = new CustomerPages(state);
    this.folders = new FolderPages(state);
  }

  Answer answer(Call call, Caller caller, Work work) {
    List<String> path = call.segments().subList(2, call.segments().size());
    if (!path.get(0).equals("cloud")) {
      return ofApp(String.join("/", path), call, caller, work);
    }
    String shape = routes.shape(call.method(), path);
    if (flavour.nextcloud() && call.hasEncodedSlash()) {
      return wrongMethod(call);
    }
    Set<String> methods = routes.methods(shape);
    if (call.hasEncodedSlash() || methods == null) {
      return unknownEndpoint();
    }
    if (!methods.contains(call.method())) {
      return wrongMethod(call);
    }
    if (caller.isNobody() && !(shape.equals(Routes.CAPABILITIES) && flavour.nextcloud())) {
      return notLoggedIn(shape);
    }
    String what = call.method() + " " + shape;
    check(call, caller, what);
    return dispatch(call, caller, what, path.size() > 2 ? path.get(2) : null);
  }

  private Answer ofApp(String path, Call call, Caller caller, Work work) {
    if (path.equals(ADDRESS) || path.equals(LETTER)) {
      boolean on = path.equals(ADDRESS) ? state.addressDemanded : state.writing;
      return flavour.nextcloud() ? Answer.ok(Map.of("data", on ? "yes" : "no")) : unknownEndpoint();
    }
    if (state.settings.knows(path)) {
      return state.settings.answer(path, call, caller, state);
    }
    Answer found = customers.ofApi(path, call, caller);
    if (found != null) {
      return found;
    }
    Answer shares = folders.ofApi(path, call, caller);
    if (shares != null) {
      return shares;
    }
    if (appPasswords.knows(path)) {
      if (!call.announcesApi()) {
        throw new Refused(csrf());
      }
      Answer answer = appPasswords.answer(path, call, caller, work);
      return answer == null ? wrongMethod(call) : answer;
    }
    if (path.startsWith("core/")) {
      return unknownEndpoint();
    }
    if (!path.equals(ServerInfo.PATH)) {
      return Answer.notModelled(path);
    }
    if (!serverInfo.isThere()) {
      return unknownEndpoint();
    }
    return call.method().equals("GET") ? serverInfo.answer(caller) : wrongMethod(call);
  }

  private void check(Call call, Caller caller, String what) {
    boolean open =
        caller.isAdmin() || FOR_EVERYONE.contains(what) || what.endsWith(Routes.CAPABILITIES);
    if (!open) {
      throw new Refused(notAllowed(what));
    }
    if (!flavour.nextcloud()) {
      return;
    }
    if (!call.announcesApi()) {
      throw new Refused(csrf());
    }
    if (call.request().isWrite() && !caller.mayWrite(state)) {
      throw new Refused(Answer.no(403, "Password confirmation is required"));
    }
    boolean edits = what.equals("PUT users/*") || what.equals("PATCH users/*");
    if (edits && !state.mayEdit(caller.account(), call.method())) {
      throw new Refused(Answer.raw(429, Answer.HTML, ""));
    }
  }

  private static Answer csrf() {
    return Answer.raw(412, Answer.JSON, "{\"message\":\"CSRF check failed\"}");
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
    boolean framework = shape.equals(Routes.CAPABILITIES) || shape.equals("user");
    return Answer.no(framework ? Voice.FRAMEWORK : Voice.LOGIN, 997, "Unauthorised");
  }

  private Answer dispatch(Call call, Caller caller, String what, String id) {
    return switch (what) {
      case "GET capabilities" -> ServerPages.capabilities(state, !caller.isNobody());
      case "GET user" -> users.self(caller);
      case "GET users" -> users.list(call);
      case "GET users/details" -> users.details(call);
      case "POST users" -> users.create(call, caller);
      case "GET users/*" -> users.show(id, caller);
      case "PUT users/*" -> users.edit(id, call, caller);
      case "PATCH users/*" -> new UserPatch(state).answer(id, call, caller);
      case "DELETE users/*" -> users.delete(id, caller);
      case "PUT users/*/enable" -> users.enable(id, caller, true);
      case "PUT users/*/disable" -> users.enable(id, caller, false);
      case "POST users/*/welcome" -> users.welcome(id);
      case "POST users/*/wipe" -> users.wipe(id);
      case "GET users/*/groups" -> groups.ofUser(id, caller);
      case "POST users/*/groups" -> groups.join(id, call);
      case "DELETE users/*/groups" -> groups.leave(id, call, caller);
      case "GET users/*/subadmins" -> groups.administeredBy(id);
      case "POST users/*/subadmins" -> groups.appoint(id, call.fieldOrEmpty("groupid"));
      case "DELETE users/*/subadmins" -> groups.depose(id, call.fieldOrEmpty("groupid"));
      case "GET groups/*/subadmins" -> groups.administrators(id);
      case "GET groups" -> groups.list(call);
      case "POST groups" -> groups.create(call);
      case "GET groups/*" -> groups.members(id);
      case "GET groups/*/users" -> groups.membersFor(id, caller);
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
