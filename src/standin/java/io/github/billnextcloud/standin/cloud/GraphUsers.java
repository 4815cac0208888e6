package io.github.billnextcloud.standin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Users, as the graph service shows, makes, changes and deletes them. */
final class GraphUsers {

  private static final Set<String> READ_ONLY = Set.of("id", "memberOf", "userType");
  private static final String NOT_DISABLED =
      "accountEnabled option not compatible with backend disable user mechanism";

  private static final Set<String> FIELDS =
      Set.of(
          "onPremisesSamAccountName",
          "displayName",
          "mail",
          "passwordProfile",
          "accountEnabled",
          "preferredLanguage",
          "givenName",
          "surname",
          "drive",
          "appRoleAssignments");

  private static final String NAME =
      "[a-zA-Z_][a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]*(@[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?)*";

  private final State state;
  private final GraphState graph;
  private final GraphDrives drives;

  GraphUsers(State state, GraphDrives drives) {
    this.state = state;
    this.graph = state.graph;
    this.drives = drives;
  }

  Answer answer(Call call, Account caller, List<String> path) {
    if (path.size() == 2 && path.get(1).equals("drive")) {
      return drives.ofUser(path.get(0));
    }
    if (path.size() > 1) {
      return Answer.notModelled("users/*/" + path.get(1));
    }
    if (path.isEmpty()) {
      return switch (call.method()) {
        case "GET" -> list(call, caller);
        case "POST" -> write(caller, () -> create(call));
        default -> GraphAnswer.empty(405);
      };
    }
    if (path.get(0).startsWith(")(")) {
      return GraphAnswer.empty(502);
    }
    return switch (call.method()) {
      case "GET" -> show(call, path.get(0));
      case "PATCH" -> write(caller, () -> patch(call, path.get(0)));
      case "DELETE" ->
          caller.role() == GraphRole.ADMIN
              ? delete(call, caller, path.get(0))
              : GraphAnswer.forbidden(state);
      default -> GraphAnswer.empty(405);
    };
  }

  private Answer write(Account caller, java.util.function.Supplier<Answer> work) {
    if (caller.role() != GraphRole.ADMIN) {
      return GraphAnswer.forbidden(state);
    }
    return graph.readOnly ? GraphAnswer.readOnly() : work.get();
  }

  /** By name or id; whoever calls himself by another's id makes that id lead to nobody. */
  private Account found(String nameOrId) {
    Account named = state.account(nameOrId);
    Account numbered = state.byStableId(nameOrId);
    if (named != null && numbered != null && named != numbered) {
      throw new Refused(GraphAnswer.missing("user search failed"));
    }
    if (named == null && numbered == null) {
      throw new Refused(GraphAnswer.missing());
    }
    return named == null ? numbered : named;
  }

  private Answer show(Call call, String nameOrId) {
    Account account = found(nameOrId);
    Map<String, Object> view = view(account, !hidesMail(), true);
    expand(call, account, view);
    if (call.fieldOrEmpty("$expand").contains("drive")) {
      view.put("drive", drives.expanded(account));
    }
    return GraphAnswer.ok(view);
  }

  private boolean hidesMail() {
    return state.flavour == Flavour.INFINITE_SCALE;
  }

  private void expand(Call call, Account account, Map<String, Object> view) {
    String expanded = call.fieldOrEmpty("$expand");
    if (expanded.contains("memberOf")) {
      view.put(
          "memberOf",
          account.groups().stream().map(name -> GraphGroups.view(state, name)).toList());
    }
    if (expanded.contains("appRoleAssignments")) {
      view.put("appRoleAssignments", List.of(role(account)));
    }
  }

  private static Map<String, Object> role(Account account) {
    Map<String, Object> role = new LinkedHashMap<>();
    role.put("appRoleId", account.role().id);
    role.put("id", account.stableId().replaceFirst("^.{8}", "8008192d"));
    role.put("principalId", account.stableId());
    role.put("principalType", "User");
    role.put("resourceId", "ce3b49f1-fed2-4a43-8730-7ac59d8a7b68");
    return role;
  }

  private Map<String, Object> view(Account account, boolean mail, boolean always) {
    Map<String, Object> view = new LinkedHashMap<>();
    if (graph.disabling && (always || account.enabledTold())) {
      view.put("accountEnabled", account.enabled());
    }
    view.put("displayName", account.displayName());
    view.put("id", account.stableId());
    if (mail && account.email() != null) {
      view.put("mail", account.email());
    }
    view.put("onPremisesSamAccountName", account.id());
    view.put("surname", account.id());
    view.put("userType", "Member");
    return view;
  }

  /** Neither $top nor $skip matters, and the drives are not expanded here. */
  private Answer list(Call call, Account caller) {
    String search = call.fieldOrEmpty("$search").replace("\"", "");
    if (caller.role() != GraphRole.ADMIN && search.length() < 3) {
      return GraphGroups.tooShort();
    }
    for (String option : call.request().form().keySet()) {
      if (!option.matches("\\$(top|skip|count|select|orderby|search|filter|expand)")) {
        String cause = "Query parameter '" + option + "' is not supported";
        return GraphAnswer.invalid(cause + ". Cause: " + cause);
      }
    }
    if (call.field("$filter") != null) {
      return GraphAnswer.error(501, "generalException", "unsupported filter");
    }
    List<Object> all = new ArrayList<>();
    for (Account account : state.accounts()) {
      if (Page.contains(
          account.id() + " " + account.displayName() + " " + account.email(), search)) {
        Map<String, Object> view = view(account, true, true);
        expand(call, account, view);
        all.add(view);
      }
    }
    return GraphAnswer.ok(Map.of("value", all));
  }

  private Answer create(Call call) {
    JsonNode body = call.json();
    if (body == null) {
      return GraphAnswer.invalid("invalid request body: EOF");
    }
    Answer refusal = refusal(body);
    if (refusal != null) {
      return refusal;
    }
    for (String demanded : List.of("displayName", "onPremisesSamAccountName")) {
      if (!body.has(demanded)) {
        return GraphAnswer.invalid(
            "invalid request body: no value given for required property " + demanded);
      }
    }
    String name = body.get("onPremisesSamAccountName").asText();
    if (!name.matches(NAME)) {
      return GraphAnswer.invalid("Invalid username");
    }
    if (body.has("mail") && !isAddress(body.get("mail").asText())) {
      return GraphAnswer.invalid("invalid email address");
    }
    if (state.account(name) != null) {
      return taken();
    }
    Account account = state.add(name, body.path("passwordProfile").path("password").asText());
    account.setDisplayName(body.get("displayName").asText());
    account.setEmail(body.path("mail").asText());
    if (body.has("accountEnabled")) {
      account.tellEnabled(body.get("accountEnabled").asBoolean());
    }
    return GraphAnswer.of(201, view(account, true, false));
  }

  private static Answer taken() {
    return GraphAnswer.error(409, "nameAlreadyExists", "a user with that name already exists");
  }

  /** Infinite Scale 5 passes over what the later ones refuse. */
  private boolean takes(String field) {
    return state.flavour == Flavour.INFINITE_SCALE_5
        && (field.equals("memberOf") || field.equals("userType"));
  }

  private Answer refusal(JsonNode body) {
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      if (takes(field.getKey())) {
        continue;
      }
      if (READ_ONLY.contains(field.getKey())) {
        String what = field.getKey().equals("userType") ? "userType" : field.getKey() + " id";
        String said = field.getKey().equals("id") ? "user id" : what;
        return GraphAnswer.invalid(said + " is a read-only attribute");
      }
      if (!FIELDS.contains(field.getKey())) {
        return GraphAnswer.invalid(
            "invalid request body: json: unknown field \"" + field.getKey() + "\"");
      }
    }
    if (body.has("accountEnabled") && !graph.disabling) {
      return GraphAnswer.error(500, "generalException", NOT_DISABLED);
    }
    return null;
  }

  private static boolean isAddress(String text) {
    return text.matches("[\\x21-\\x7e]+@[\\x21-\\x7e]+");
  }

  private Answer patch(Call call, String nameOrId) {
    JsonNode body = call.json();
    if (body == null) {
      return GraphAnswer.invalid("invalid request body: EOF");
    }
    Answer refusal = refusal(body);
    if (refusal != null) {
      return refusal;
    }
    if (body.has("preferredLanguage")) {
      return GraphAnswer.invalid("user is not allowed to change other users language");
    }
    return change(found(nameOrId), body);
  }

  private Answer change(Account account, JsonNode body) {
    if (body.hasNonNull("mail") && !isAddress(body.get("mail").asText())) {
      return GraphAnswer.invalid(
          "'" + body.get("mail").asText() + "' is not a valid email address");
    }
    if (body.isEmpty()) {
      return GraphAnswer.done();
    }
    if (body.has("onPremisesSamAccountName")) {
      String name = body.get("onPremisesSamAccountName").asText();
      if (!name.matches(NAME)) {
        return GraphAnswer.invalid("Invalid username");
      }
      Account other = state.account(name);
      if (other != null && other != account) {
        return taken();
      }
      state.rename(account, name);
    }
    if (!body.path("displayName").asText("").isEmpty()) {
      account.setDisplayName(body.get("displayName").asText());
    }
    if (body.hasNonNull("mail")) {
      account.setEmail(body.get("mail").asText());
    }
    String password = body.path("passwordProfile").path("password").asText("");
    if (!password.isEmpty()) {
      account.setPassword(password);
    }
    if (body.has("accountEnabled")) {
      account.tellEnabled(body.get("accountEnabled").asBoolean());
    }
    return GraphAnswer.ok(view(account, true, false));
  }

  /**
   * The files go first, whatever becomes of the user: so a read-only directory keeps the user
   * without them, and a storage that does not answer keeps the files without the user.
   */
  private Answer delete(Call call, Account caller, String nameOrId) {
    Account account = found(nameOrId);
    if (account == caller) {
      return GraphAnswer.error(403, "notAllowed", "self deletion forbidden");
    }
    boolean purge = "purge".equals(call.header("Prefer"));
    if (graph.softDeletion && state.flavour == Flavour.OPENCLOUD) {
      if (!purge) {
        account.tellEnabled(false);
        account.trashDrive(true);
        return GraphAnswer.done();
      }
      if (account.enabled()) {
        return GraphAnswer.invalid(
            "user should be hard deleted, but is still enabled, please soft delete first");
      }
    }
    if (graph.missing.contains("storage-users")) {
      if (account.drive() != null) {
        graph.orphans.put(account.drive(), account);
      }
    } else {
      account.destroyDrive();
    }
    if (graph.readOnly) {
      return GraphAnswer.readOnly();
    }
    if (state.account(account.stableId()) != null) {
      // Somebody calls himself by that id.
      return GraphAnswer.missing("user search failed");
    }
    state.remove(account);
    boolean lost =
        account.id().contains("+")
            || state.flavour == Flavour.INFINITE_SCALE_5 && account.id().contains("#");
    return lost ? GraphAnswer.missing("") : GraphAnswer.done();
  }

  /** What everybody may read of himself, and change. */
  Answer me(Call call, Account caller, String rest) {
    if (!rest.isEmpty()) {
      return GraphAnswer.noRoute();
    }
    return switch (call.method()) {
      case "GET" -> GraphAnswer.ok(self(call, caller));
      case "PATCH" -> patchSelf(call, caller);
      default -> GraphAnswer.empty(405);
    };
  }

  private Map<String, Object> self(Call call, Account caller) {
    Map<String, Object> view = view(caller, true, call.field("$expand") != null);
    view.put("preferredLanguage", caller.language());
    expand(call, caller, view);
    return view;
  }

  private Answer patchSelf(Call call, Account caller) {
    JsonNode body = call.json();
    if (body == null) {
      return GraphAnswer.invalid("invalid request body: EOF");
    }
    for (String field : List.of("displayName", "mail")) {
      if (body.has(field)) {
        return GraphAnswer.invalid(
            "user is not allowed to change own " + field.toLowerCase(java.util.Locale.ROOT));
      }
    }
    boolean directory = body.has("passwordProfile") || body.has("onPremisesSamAccountName");
    if (directory && graph.readOnly) {
      return GraphAnswer.readOnly();
    }
    if (body.has("preferredLanguage")) {
      caller.setLanguage(body.get("preferredLanguage").asText());
      Map<String, Object> view = view(caller, true, false);
      view.put("preferredLanguage", caller.language());
      return GraphAnswer.ok(view);
    }
    return change(caller, body);
  }
}
