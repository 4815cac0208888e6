package io.github.billnextcloud.standin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Personal drives with their quotas, as the graph service shows and changes them; project spaces
 * are behind the same routes.
 */
final class GraphDrives {

  static final String NO_DRIVE = "no drive returned from storage";

  private final State state;
  private final GraphState graph;
  private final GraphSpaces spaces;

  GraphDrives(State state, GraphSpaces spaces) {
    this.state = state;
    this.graph = state.graph;
    this.spaces = spaces;
  }

  Answer own(Call call, Account caller) {
    return call.method().equals("GET") ? shown(caller) : GraphAnswer.empty(405);
  }

  /** Whose id, for names lead nowhere here. */
  Answer ofUser(String stableId) {
    Account account = state.byStableId(stableId);
    return account == null ? GraphAnswer.missing(NO_DRIVE) : shown(account);
  }

  private Answer shown(Account account) {
    return hasDrive(account) ? GraphAnswer.ok(view(account)) : GraphAnswer.missing(NO_DRIVE);
  }

  private boolean hasDrive(Account account) {
    return account.drive() != null && !account.driveHidden() && isThere();
  }

  private boolean isThere() {
    return !graph.missing.contains("storage-users");
  }

  /** As an expanded part of its user: without a drive, only that it has no name. */
  Map<String, Object> expanded(Account account) {
    return hasDrive(account) ? view(account) : Map.of("name", "");
  }

  Answer answer(Call call, Account caller, List<String> path) {
    if (path.isEmpty()) {
      return switch (call.method()) {
        case "GET" -> list(call, caller);
        case "POST" -> spaces.create(call, caller);
        default -> GraphAnswer.empty(405);
      };
    }
    if (path.size() > 1) {
      return GraphAnswer.noRoute();
    }
    if (spaces.knows(path.get(0))) {
      return spaces.answer(call, caller, path.get(0));
    }
    Account account = isThere() ? owner(path.get(0)) : null;
    return switch (call.method()) {
      case "GET" -> account == null ? GraphAnswer.missing(NO_DRIVE) : shown(account);
      case "PATCH" -> patch(call, caller, account);
      case "DELETE" -> delete(call, caller, account);
      default -> GraphAnswer.empty(405);
    };
  }

  static final String NO_PERSONAL = "drives of this type cannot be created via this api";

  /** Of filters only those by type and by id do anything; any other shows all. */
  private Answer list(Call call, Account caller) {
    String filter = call.fieldOrEmpty("$filter");
    if (filter.matches(".* and .*|.* ne .*|startswith.*")) {
      return GraphAnswer.error(501, "generalException", "unsupported filter operand: " + filter);
    }
    List<Object> all = new ArrayList<>();
    if (isThere() && !filter.equals("driveType eq 'personal'")) {
      graph.spaces.values().stream()
          .filter(space -> !space.isUnlisted() && GraphSpaces.sees(caller, space))
          .filter(space -> !filter.startsWith("id eq") || filter.contains(space.half()))
          .forEach(space -> all.add(spaces.view(space, GraphSpaces.expands(call))));
    }
    if (filter.equals("driveType eq 'project'") || filter.startsWith("id eq")) {
      return GraphAnswer.ok(Map.of("value", all));
    }
    for (Account account : state.accounts()) {
      boolean visible = caller == account || caller.role().managesDrives();
      if (visible && hasDrive(account)) {
        all.add(view(account));
      }
    }
    if (caller.role().managesDrives() && isThere()) {
      graph.orphans.values().forEach(account -> all.add(view(account)));
    }
    return GraphAnswer.ok(Map.of("value", all));
  }

  private Account owner(String drive) {
    return state.accounts().stream()
        .filter(it -> drive.equals(it.drive()))
        .findFirst()
        .orElse(graph.orphans.get(drive));
  }

  private Answer patch(Call call, Account caller, Account account) {
    if (!caller.role().managesDrives()) {
      return GraphAnswer.error(403, "notAllowed", "user is not allowed to set the space quota");
    }
    if (account != null && "true".equals(call.header("restore"))) {
      account.trashDrive(false);
      return shown(account);
    }
    JsonNode body = call.json();
    if (body == null) {
      return GraphAnswer.invalid("invalid request body: error: EOF");
    }
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      if (!Set.of("quota", "name", "description").contains(field.getKey())) {
        return GraphAnswer.invalid(
            "invalid request body: error: json: unknown field \"" + field.getKey() + "\"");
      }
    }
    JsonNode total = body.path("quota").path("total");
    if (!total.isMissingNode() && !total.isNull() && !total.canConvertToLong()) {
      return GraphAnswer.invalid(unmarshalled(total));
    }
    if (!total.isMissingNode() && !total.isNull() && !total.isIntegralNumber()) {
      return GraphAnswer.invalid(unmarshalled(total));
    }
    return account == null || total.isMissingNode() || total.isNull()
        ? GraphAnswer.missing("drive not found")
        : setQuota(account, total.longValue());
  }

  private static String unmarshalled(JsonNode total) {
    String what = total.isNumber() ? "number " + total.asText() : "string";
    return "invalid request body: error: json: cannot unmarshal "
        + what
        + " into Go struct field Quota.quota.total of type int64";
  }

  private Answer setQuota(Account account, long total) {
    Long most = state.maxQuota;
    if (most != null && (total > most || total < 0)) {
      return GraphAnswer.error(
          400, "notAllowed", "decompsedFS: requested quota is higher than allowed");
    }
    if (total < -1) {
      account.hideDrive(true);
      return GraphAnswer.error(500, "generalException", "grpc error");
    }
    account.hideDrive(false);
    account.setQuota(total <= 0 ? "none" : Long.toString(total));
    return GraphAnswer.ok(view(account));
  }

  private Answer delete(Call call, Account caller, Account account) {
    if (!caller.role().managesDrives()) {
      return GraphAnswer.forbidden(state);
    }
    if (account == null) {
      return GraphAnswer.missing("drive not found");
    }
    if (!"T".equals(call.header("Purge"))) {
      account.trashDrive(true);
      return GraphAnswer.done();
    }
    if (!account.driveTrashed()) {
      return GraphAnswer.invalid("error: bad request: can't purge enabled space");
    }
    graph.orphans.remove(account.drive());
    account.destroyDrive();
    return GraphAnswer.done();
  }

  private Map<String, Object> view(Account account) {
    Map<String, Object> drive = new LinkedHashMap<>();
    drive.put("driveAlias", "personal/" + account.id());
    drive.put("driveType", "personal");
    drive.put("id", account.drive());
    drive.put("name", account.displayName());
    drive.put("owner", Map.of("user", Map.of("displayName", "", "id", account.stableId())));
    drive.put("quota", account.driveTrashed() ? Map.of() : quota(account));
    Map<String, Object> root = new LinkedHashMap<>();
    if (account.driveTrashed()) {
      root.put("deleted", Map.of("state", "trashed"));
    }
    root.put("id", account.drive());
    drive.put("root", root);
    return drive;
  }

  private Map<String, Object> quota(Account account) {
    long total = total(account);
    long used = account.used();
    Map<String, Object> quota = new LinkedHashMap<>();
    long free = state.flavour.diskFree;
    quota.put("remaining", total == 0 ? free : Math.min(free, Math.max(0, total - used)));
    quota.put("state", stateOf(total, used));
    quota.put("total", total);
    quota.put("used", used);
    return quota;
  }

  /** Unlimited is zero, or the largest that the server allows. */
  private long total(Account account) {
    long most = state.maxQuota == null ? 0 : state.maxQuota;
    return account.unlimited() ? most : (long) account.limit();
  }

  static String stateOf(long total, long used) {
    double part = total == 0 ? 0 : (double) used / total;
    if (part < 0.75) {
      return "normal";
    }
    if (part < 0.9) {
      return "nearing";
    }
    return part < 1 ? "critical" : "exceeded";
  }
}
