package io.github.billnextcloud.standin.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Infinite Scale or OpenCloud: leads a call to the part of the API that it means. */
final class GraphApi {

  private static final String JSON = "application/json";

  private final State state;
  private final GraphGate gate;
  private final GraphUsers users;
  private final GraphDrives drives;
  private final GraphGroups groups;
  private final GraphGrants grants;

  GraphApi(State state) {
    GraphSpaces spaces = new GraphSpaces(state);
    this.state = state;
    this.gate = new GraphGate(state);
    this.drives = new GraphDrives(state, spaces);
    this.grants = new GraphGrants(state, spaces);
    this.users = new GraphUsers(state, drives);
    this.groups = new GraphGroups(state);
  }

  Answer answer(Call call, Work work) {
    List<String> path = call.segments();
    String joined = String.join("/", path);
    if (joined.equals("status.php")) {
      return state.graph.missing.contains("ocdav")
          ? GraphAnswer.empty(502)
          : GraphServerPages.status(state);
    }
    if (joined.equals("ocs/v1.php/cloud/capabilities") && "json".equals(call.field("format"))) {
      return state.graph.missing.contains("frontend")
          ? GraphAnswer.empty(502)
          : GraphServerPages.capabilities(state);
    }
    boolean beta = joined.startsWith("graph/v1beta1/");
    boolean graph = beta || joined.startsWith("graph/v1.0/");
    boolean known = graph || path.get(0).equals("ocs") || joined.equals("auth-app/tokens");
    if (!known) {
      return GraphAnswer.webPage();
    }
    try {
      Account caller = gate.enter(call, work);
      if (path.get(0).equals("ocs")) {
        return ocs(call, caller, String.join("/", path.subList(1, path.size())));
      }
      if (!graph) {
        return new GraphTokens(state).answer(call, caller);
      }
      if (state.graph.missing.contains("graph")) {
        return GraphAnswer.empty(502);
      }
      List<String> route = path.subList(2, path.size());
      return beta ? grants.answer(call, caller, route) : route(call, caller, route);
    } catch (Refused refused) {
      return refused.answer();
    }
  }

  private Answer route(Call call, Account caller, List<String> path) {
    String rest = path.size() > 1 ? String.join("/", path.subList(1, path.size())) : "";
    return switch (path.get(0)) {
      case "me" -> rest.equals("drive") ? drives.own(call, caller) : users.me(call, caller, rest);
      case "users" -> users.answer(call, caller, path.subList(1, path.size()));
      case "drives" -> drives.answer(call, caller, path.subList(1, path.size()));
      case "groups" -> groups.answer(call, caller, path.subList(1, path.size()));
      default -> GraphAnswer.noRoute();
    };
  }

  /** The little that is left of OCS there. */
  private Answer ocs(Call call, Account caller, String route) {
    if (!route.startsWith("v1.php/cloud/user") || !call.method().equals("GET")) {
      return GraphAnswer.noRoute();
    }
    String whom = route.replaceFirst("v1\\.php/cloud/users?/?", "");
    if (route.equals("v1.php/cloud/users") || whom.contains("/")) {
      return GraphAnswer.noRoute();
    }
    Map<String, Object> meta = new LinkedHashMap<>();
    boolean own = whom.isEmpty() || whom.equalsIgnoreCase(caller.id());
    meta.put("status", own ? "ok" : "error");
    meta.put("statuscode", own ? 100 : 403);
    meta.put("message", own ? "OK" : "user id mismatch");
    Map<String, Object> ocs = new LinkedHashMap<>();
    ocs.put("meta", meta);
    if (own) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("id", caller.id());
      data.put("display-name", caller.displayName());
      data.put("email", caller.email() == null ? "" : caller.email());
      data.put("user-type", "primary");
      ocs.put("data", data);
    }
    return Answer.raw(200, JSON, Json.of(Map.of("ocs", ocs)));
  }
}
