package io.github.billnextcloud.standin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who comes into a project space: the part of the graph service that is still called beta. */
final class GraphGrants {

  private static final Set<String> ROLES =
      Set.of(GraphSpace.VIEWER, GraphSpace.EDITOR, GraphSpace.MANAGER);
  private static final String LAST_MANAGER = "can't remove the last manager";

  private final State state;
  private final GraphSpaces spaces;

  GraphGrants(State state, GraphSpaces spaces) {
    this.state = state;
    this.spaces = spaces;
  }

  /** {@code drives/{id}/root/invite}, {@code drives/{id}/root/permissions/u:{id}}. */
  Answer answer(Call call, Account caller, List<String> path) {
    String shape =
        call.method() + " " + String.join("/", path.subList(Math.min(2, path.size()), path.size()));
    if (path.size() < 4 || !path.get(0).equals("drives") || !path.get(2).equals("root")) {
      return GraphAnswer.noRoute();
    }
    GraphSpace space = spaces.found(path.get(1));
    if (space == null || !GraphSpaces.sees(caller, space)) {
      return GraphAnswer.missing("getting space");
    }
    String role = space.trashed() ? null : space.roles().get(caller.stableId());
    return switch (shape.replaceFirst("permissions/.*", "permissions/*")) {
      case "GET root/permissions" -> role == null ? nothing(space) : list(space);
      case "POST root/invite" -> role == null ? nothing(space) : invite(call, caller, space, role);
      case "PATCH root/permissions/*" -> patch(call, space, role, path.get(4));
      case "DELETE root/permissions/*" -> delete(space, role, path.get(4));
      default -> GraphAnswer.noRoute();
    };
  }

  /** To an administrator who is no member, and to everybody while it is hidden. */
  private static Answer nothing(GraphSpace space) {
    return GraphAnswer.missing("stat: error: not found: " + space.half());
  }

  private Answer list(GraphSpace space) {
    return GraphAnswer.ok(
        Map.of("value", space.roles().keySet().stream().map(it -> row(space, it)).toList()));
  }

  private Map<String, Object> row(GraphSpace space, String user) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("grantedToV2", Map.of("user", spaces.user(user)));
    row.put("id", "u:" + user);
    row.put("roles", List.of(space.roles().get(user)));
    return row;
  }

  private Answer invite(Call call, Account caller, GraphSpace space, String role) {
    JsonNode body = call.json();
    JsonNode recipients = body == null ? null : body.get("recipients");
    if (recipients == null || recipients.size() != 1 || body.path("roles").size() != 1) {
      return GraphAnswer.invalid("Key: 'DriveItemInvite.Recipients' Error:Field validation");
    }
    JsonNode whom = recipients.get(0);
    String wanted = body.get("roles").get(0).asText();
    if (!whom.path("@libre.graph.recipient.type").asText().matches("user|group")) {
      return GraphAnswer.invalid(
          "Field validation for 'LibreGraphRecipientType' failed on the 'oneof' tag");
    }
    if (!ROLES.contains(wanted)) {
      return GraphAnswer.invalid(
          "Field validation for 'Roles[0]' failed on the 'available_role' tag");
    }
    if (!role.equals(GraphSpace.MANAGER)) {
      return GraphAnswer.forbidden(state);
    }
    String user = whom.path("objectId").asText();
    if (state.byStableId(user) == null) {
      return GraphAnswer.invalid("itemNotFound: not found");
    }
    if (space.roles().containsKey(user)) {
      return GraphAnswer.error(
          409, "nameAlreadyExists", "add grant: error: already exists: " + space.name());
    }
    space.roles().put(user, wanted);
    Map<String, Object> row = row(space, user);
    row.put("invitation", Map.of("invitedBy", Map.of("user", spaces.user(caller.stableId()))));
    if (state.graph.lostInvitations > 0) {
      state.graph.lostInvitations--;
      space.roles().remove(user);
    }
    return GraphAnswer.ok(Map.of("value", List.of(row)));
  }

  private Answer patch(Call call, GraphSpace space, String role, String row) {
    if (!GraphSpace.MANAGER.equals(role)) {
      return general("unexpected status code while getting resource: CODE_NOT_FOUND");
    }
    String user = userOf(row);
    if (!space.roles().containsKey(user)) {
      return GraphAnswer.missing(
          "error: not found: no shares found by id:opaque_id:\"" + row + "\"");
    }
    JsonNode roles = call.json() == null ? null : call.json().get("roles");
    if (roles == null || roles.isEmpty()) {
      return GraphAnswer.ok(row(space, user));
    }
    String wanted = roles.get(0).asText();
    if (!wanted.equals(GraphSpace.MANAGER) && space.isLastManager(user)) {
      return GraphAnswer.error(403, "accessDenied", LAST_MANAGER);
    }
    space.roles().put(user, wanted);
    return state.byStableId(user) == null
        ? GraphAnswer.missing("grantee does not exist")
        : GraphAnswer.ok(row(space, user));
  }

  private Answer delete(GraphSpace space, String role, String row) {
    String user = userOf(row);
    if (!GraphSpace.MANAGER.equals(role) || !space.roles().containsKey(user)) {
      return general(
          "rpc error: code = Unknown desc = gateway: error getting grant to remove from storage");
    }
    if (space.isLastManager(user)) {
      return GraphAnswer.error(403, "accessDenied", LAST_MANAGER);
    }
    space.roles().remove(user);
    return GraphAnswer.done();
  }

  /** Of a group's row it is nobody. */
  private static String userOf(String row) {
    return row.startsWith("u:") ? row.substring(2) : "";
  }

  private static Answer general(String message) {
    return GraphAnswer.error(500, "generalException", message);
  }
}
