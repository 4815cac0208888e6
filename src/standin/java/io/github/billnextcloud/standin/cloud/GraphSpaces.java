package io.github.billnextcloud.standin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Project spaces, as the graph service makes, shows, changes, hides and destroys them. */
final class GraphSpaces {

  private static final long USUAL_QUOTA = 1_000_000_000;
  private static final String NO_SCHEMA = "invalid body schema definition";
  private static final Set<String> FIELDS =
      Set.of("name", "description", "driveAlias", "quota", "driveType", "id");

  private final State state;
  private final GraphState graph;

  /** With the one who made it. */
  private static final int TOO_MANY_TO_PURGE = 9;

  GraphSpaces(State state) {
    this.state = state;
    this.graph = state.graph;
  }

  /** By the whole id or its second half; null when there is none, or the storage is away. */
  GraphSpace found(String id) {
    return graph.missing.contains("storage-users") ? null : any(id);
  }

  private GraphSpace any(String id) {
    return graph.spaces.values().stream()
        .filter(it -> !it.isLost() && (it.id().equals(id) || it.half().equals(id)))
        .findFirst()
        .orElse(null);
  }

  boolean knows(String id) {
    return any(id) != null;
  }

  /** Hidden ones are seen only by who manages them, and by administrators. */
  static boolean sees(Account caller, GraphSpace space) {
    String role = space.roles().get(caller.stableId());
    return caller.role().managesDrives()
        || role != null && (!space.trashed() || role.equals(GraphSpace.MANAGER));
  }

  /** Only the service has gone; who asks for a list is told that there is none. */
  private static Answer away() {
    return GraphAnswer.error(500, "generalException", "grpc error");
  }

  Answer create(Call call, Account caller) {
    JsonNode body = call.json();
    if (body == null || !body.isObject()) {
      return GraphAnswer.invalid(NO_SCHEMA);
    }
    if (!caller.role().managesDrives()) {
      return GraphAnswer.error(403, "notAllowed", "insufficient permissions to create a space.");
    }
    JsonNode total = body.path("quota").path("total");
    boolean number = total.isMissingNode() || total.isNull() || total.isIntegralNumber();
    if (!number || !body.has("name") || !FIELDS.containsAll(names(body))) {
      return GraphAnswer.invalid(NO_SCHEMA);
    }
    if (!body.path("driveType").asText("project").equals("project")) {
      return GraphAnswer.invalid(GraphDrives.NO_PERSONAL);
    }
    String name = body.get("name").asText().strip();
    String complaint = complaint(name);
    if (complaint != null) {
      return GraphAnswer.invalid("invalid spacename: " + complaint);
    }
    if (state.maxQuota != null && total.longValue() > state.maxQuota) {
      return GraphAnswer.invalid(
          "error: bad request: decompsedFS: requested quota is higher than allowed");
    }
    if (graph.missing.contains("storage-users")) {
      return away();
    }
    boolean told = total.isIntegralNumber() && total.longValue() >= 0;
    GraphSpace space = graph.newSpace(name, caller);
    space.describe(body.path("description").asText(""));
    space.setQuota(told ? total.longValue() : USUAL_QUOTA);
    if (body.has("driveAlias")) {
      space.setAlias(body.get("driveAlias").asText());
    }
    return GraphAnswer.of(201, view(space, false));
  }

  private static List<String> names(JsonNode body) {
    return body.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static String complaint(String name) {
    if (name.isEmpty()) {
      return "spacename must not be empty";
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > 255) {
      return "spacename must be smaller than 255";
    }
    return name.matches("(?s).*[/\\\\.:?*\"><|].*")
        ? "spacenames must not contain [/ \\ . : ? * \" > < |]"
        : null;
  }

  /** One that is there, whoever asks. */
  Answer answer(Call call, Account caller, String id) {
    GraphSpace space = found(id);
    if (call.method().equals("GET")) {
      return space == null || !sees(caller, space)
          ? GraphAnswer.missing(GraphDrives.NO_DRIVE)
          : GraphAnswer.ok(view(space, expands(call)));
    }
    if (space == null) {
      return away();
    }
    boolean manages = GraphSpace.MANAGER.equals(space.roles().get(caller.stableId()));
    if (!manages && !caller.role().managesDrives()) {
      return GraphAnswer.missing("drive not found");
    }
    return switch (call.method()) {
      case "PATCH" -> patch(call, caller, space);
      case "DELETE" -> delete(call, space);
      default -> GraphAnswer.empty(405);
    };
  }

  static boolean expands(Call call) {
    return call.fieldOrEmpty("$expand").contains("permissions");
  }

  private Answer patch(Call call, Account caller, GraphSpace space) {
    JsonNode body = call.json();
    if (body == null || !FIELDS.containsAll(names(body))) {
      return GraphAnswer.invalid(NO_SCHEMA);
    }
    if ("true".equals(call.header("Restore"))) {
      if (!space.trashed() && state.flavour == Flavour.OPENCLOUD) {
        return away();
      }
      space.trash(false);
    }
    JsonNode total = body.path("quota").path("total");
    if (total.isIntegralNumber()) {
      if (!caller.role().managesDrives()) {
        return GraphAnswer.error(403, "notAllowed", "user is not allowed to set the space quota");
      }
      Long most = state.maxQuota;
      if (most != null && (total.longValue() > most || total.longValue() < 0)) {
        return GraphAnswer.invalid(
            "error: bad request: decompsedFS: requested quota is higher than allowed");
      }
      boolean none = total.longValue() <= 0;
      long unlimited = most == null ? 0 : most;
      space.setQuota(none ? unlimited : total.longValue());
    }
    if (body.has("name")) {
      if (complaint(body.get("name").asText().strip()) != null) {
        return GraphAnswer.error(400, "generalException", "grpc error");
      }
      space.rename(body.get("name").asText().strip());
    }
    if (body.has("description")) {
      space.describe(body.get("description").asText());
    }
    if (body.has("driveAlias")) {
      space.setAlias(body.get("driveAlias").asText());
    }
    return GraphAnswer.ok(view(space, false));
  }

  /**
   * OpenCloud 3.3 keeps the roles of many elsewhere, fails over that while it takes the space apart
   * in an order that is another each time, and goes on from there when it is asked again.
   */
  private Answer delete(Call call, GraphSpace space) {
    String purge = call.header("Purge");
    if (purge == null || !purge.matches("T|t|1|true|True|TRUE")) {
      space.trash(true);
      return GraphAnswer.done();
    }
    if (!space.trashed()) {
      return GraphAnswer.invalid("error: bad request: can't purge enabled space");
    }
    boolean many = state.flavour == Flavour.OPENCLOUD && space.everInside() >= TOO_MANY_TO_PURGE;
    if (many && space.failsPurge()) {
      return GraphAnswer.error(500, "generalException", "grpc error");
    }
    graph.spaces.remove(space.id());
    return GraphAnswer.done();
  }

  Map<String, Object> view(GraphSpace space, boolean expanded) {
    Map<String, Object> view = new LinkedHashMap<>();
    if (!space.description().isEmpty()) {
      view.put("description", space.description());
    }
    view.put("driveAlias", space.alias());
    view.put("driveType", "project");
    view.put("id", space.id());
    view.put("lastModifiedDateTime", "2026-11-26T13:34:04.227448588Z");
    view.put("name", space.name());
    view.put("owner", Map.of("user", Map.of("displayName", "", "id", space.half())));
    view.put("quota", space.trashed() ? Map.of("total", space.quota()) : quota(space));
    Map<String, Object> root = new LinkedHashMap<>();
    if (space.trashed()) {
      root.put("deleted", Map.of("state", "trashed"));
    }
    root.put("id", space.id());
    if (expanded || state.flavour != Flavour.OPENCLOUD) {
      root.put("permissions", space.roles().entrySet().stream().map(this::row).toList());
    }
    view.put("root", root);
    return view;
  }

  private Map<String, Object> quota(GraphSpace space) {
    Map<String, Object> quota = new LinkedHashMap<>();
    long total = space.quota();
    quota.put("remaining", total == 0 ? Long.MAX_VALUE : Math.max(0, total - space.used()));
    quota.put("state", GraphDrives.stateOf(total, space.used()));
    quota.put("total", total);
    quota.put("used", space.used());
    return quota;
  }

  private Map<String, Object> row(Map.Entry<String, String> role) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("grantedToIdentities", List.of(Map.of("user", user(role.getKey()))));
    row.put("grantedToV2", Map.of("user", user(role.getKey())));
    row.put("roles", List.of(GraphSpace.word(role.getValue())));
    return row;
  }

  /** Who is deleted has no name any more, from a minute afterwards on. */
  Map<String, Object> user(String id) {
    Map<String, Object> user = new LinkedHashMap<>();
    Account account = state.byStableId(id);
    if (account != null) {
      user.put("@libre.graph.userType", "Member");
    }
    user.put("displayName", account == null ? "" : account.displayName());
    user.put("id", id);
    return user;
  }
}
