package io.github.billnextcloud.standin.cloud;

import io.github.billnextcloud.standin.cloud.Answer.Voice;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Nextcloud's app "Team folders", as 16.0.16 on 28, 19.1.20 on 31 and 22.0.6 on 34 were recorded:
 * an API on pages, whose errors come in three ways.
 */
final class TeamFoldersApi {
  private static final int ALL = 31;

  /** What MySQL calls a second row of the same key; the app makes an HTTP status of it. */
  private static final int DUPLICATE = 1062;

  private static final Pattern ROUTE =
      Pattern.compile("folders(?:/(\\d+)(?:/(quota|mountpoint|groups)(?:/(.+))?)?)?");

  private final State state;
  private final boolean newest;

  TeamFoldersApi(State state) {
    this.state = state;
    this.newest = state.flavour == Flavour.NEXTCLOUD_34;
  }

  Answer answer(Call call, Caller caller) {
    if (caller.isNobody()) {
      return Answer.no(Voice.FRAMEWORK, 997, "Current user is not logged in");
    }
    if (!call.announcesApi()) {
      return Answer.raw(412, Answer.JSON, "{\"message\":\"CSRF check failed\"}");
    }
    Matcher route =
        ROUTE.matcher(String.join("/", call.segments().subList(3, call.segments().size())));
    if (!route.matches()) {
      return Answer.notModelled(call.request().target());
    }
    if (call.request().isWrite()) {
      requireWriter(caller);
    }
    if (route.group(1) == null) {
      return call.method().equals("GET") ? list(call, caller) : create(call);
    }
    TeamFolder folder = state.teamFolders.get(Integer.parseInt(route.group(1)));
    if (folder == null || !sees(caller, folder)) {
      return absent();
    }
    String what = call.method() + (route.group(2) == null ? "" : " " + route.group(2));
    String group = route.group(3);
    return switch (group == null ? what : what + " of one") {
      case "GET" -> ok(row(folder));
      case "DELETE" -> delete(folder);
      case "POST quota" -> changed(folder, () -> folder.setQuota(number(call.field("quota"))));
      case "POST mountpoint" -> rename(folder, call.fieldOrEmpty("mountpoint"));
      case "POST groups" -> give(folder, call.fieldOrEmpty("group"));
      case "POST groups of one" ->
          changed(
              folder,
              () ->
                  folder
                      .groups()
                      .computeIfPresent(
                          group, (name, was) -> (int) number(call.field("permissions"))));
      case "DELETE groups of one" -> changed(folder, () -> folder.groups().remove(group));
      default -> Answer.notModelled(call.request().target());
    };
  }

  private void requireWriter(Caller caller) {
    if (!caller.isAdmin()) {
      throw new Refused(
          Answer.no(
              Voice.FRAMEWORK,
              403,
              "Logged in user must be an admin, a sub admin or gotten special right to access this"
                  + " setting"));
    }
    if (!caller.mayWrite(state)) {
      throw new Refused(Answer.no(Voice.FRAMEWORK, 403, "Password confirmation is required"));
    }
  }

  /** Whoever administers nothing sees those of his groups. */
  private static boolean sees(Caller caller, TeamFolder folder) {
    return caller.isAdmin()
        || folder.groups().keySet().stream().anyMatch(caller.account().groups()::contains);
  }

  private Answer list(Call call, Caller caller) {
    int limit = call.field("limit") == null ? Integer.MAX_VALUE : (int) number(call.field("limit"));
    if (newest && limit <= 0) {
      return unreadable(0, "The limit must be greater than 0.");
    }
    Stream<TeamFolder> all =
        state.teamFolders.values().stream().filter(folder -> sees(caller, folder));
    Map<String, Object> rows = new LinkedHashMap<>();
    (newest ? all.sorted(Comparator.comparing(TeamFolder::mountPoint)) : all)
        .skip(newest ? number(call.field("offset")) : 0)
        .limit(newest ? limit : Integer.MAX_VALUE)
        .forEach(folder -> rows.put(Integer.toString(folder.id()), listed(folder, rows.size())));
    return ok(rows);
  }

  private Map<String, Object> listed(TeamFolder folder, int index) {
    Map<String, Object> row = row(folder);
    if (newest) {
      row.put("sortIndex", index);
    }
    return row;
  }

  /** An empty name was taken by both, and lies over all that members have. */
  private Answer create(Call call) {
    if (call.field("mountpoint") == null) {
      return Answer.missingParameter(state.flavour);
    }
    String name = call.field("mountpoint").strip();
    if (newest && name.contains("..")) {
      return message(400, "Mount point cannot contain \"..\"");
    }
    if (newest && isTaken(name)) {
      return message(400, "Mount point already exists");
    }
    TeamFolder folder = state.addTeamFolder(newest && name.isEmpty() ? "/" : name);
    return ok(newest ? row(folder) : Map.of("id", folder.id()));
  }

  private boolean isTaken(String name) {
    return state.teamFolders.values().stream().anyMatch(it -> it.mountPoint().equals(name));
  }

  private Answer rename(TeamFolder folder, String name) {
    if (newest && isTaken(name) && !folder.mountPoint().equals(name)) {
      return message(400, "Mount point already exists");
    }
    return changed(folder, () -> folder.setMountPoint(name.strip()));
  }

  /** No version asks whether there is such a group. */
  private Answer give(TeamFolder folder, String group) {
    if (folder.groups().containsKey(group)) {
      String duplicate =
          "An exception occurred while executing a query: SQLSTATE[23000]: Integrity constraint"
              + " violation: 1062 Duplicate entry '%d--%s' for key 'groups_folder_group'";
      return newest
          ? message(400, "Group already assigned to this Groupfolder")
          : unreadable(DUPLICATE, duplicate.formatted(folder.id(), group));
    }
    return changed(folder, () -> folder.groups().put(group, ALL));
  }

  /** At once, with all files: there is no way back. */
  private Answer delete(TeamFolder folder) {
    state.teamFolders.remove(folder.id());
    return ok(Map.of("success", true));
  }

  private Answer changed(TeamFolder folder, Runnable change) {
    change.run();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("success", true);
    if (newest) {
      data.put("folder", row(folder));
    }
    return ok(data);
  }

  private Answer absent() {
    return newest ? message(404, "Groupfolder not found") : Answer.no(Voice.FRAMEWORK, 404, "");
  }

  private static Answer ok(Object data) {
    return new Answer.Ocs(Voice.FRAMEWORK, 100, null, data);
  }

  private static Answer message(int status, String words) {
    return Answer.raw(status, Answer.JSON, Json.of(Map.of("message", words)));
  }

  /** The code of any error, be it a database's, becomes the status: nginx passes on four digits. */
  private static Answer unreadable(int code, String words) {
    return code == 0
        ? Answer.raw(502, "text/html", "<html><head><title>502 Bad Gateway</title></head></html>")
        : message(code, words);
  }

  private Map<String, Object> row(TeamFolder folder) {
    Map<String, Object> details = new LinkedHashMap<>();
    folder.groups().forEach((group, may) -> details.put(group, detail(group, may)));
    Map<String, Object> groups = new LinkedHashMap<>(folder.groups());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", folder.id());
    row.put("mount_point", folder.mountPoint());
    if (newest) {
      row.put("quota", folder.quota());
      row.put("acl", false);
      row.put("acl_default_no_permission", false);
      row.put("size", folder.used());
      row.put("groups", groups);
      row.put("group_details", details);
      row.put("manage", List.of());
      return row;
    }
    row.put("groups", groups);
    row.put("quota", folder.quota());
    row.put("size", folder.used());
    row.put("acl", false);
    row.put("manage", List.of());
    row.put("group_details", details);
    return row;
  }

  private static Map<String, Object> detail(String group, int may) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("displayName", group);
    detail.put("permissions", may);
    detail.put("type", "group");
    return detail;
  }

  /** As PHP reads a number: "5 GB" is five. */
  private static long number(String text) {
    Matcher digits = Pattern.compile("\\s*(-?\\d+)").matcher(text == null ? "" : text);
    return digits.lookingAt() ? Long.parseLong(digits.group(1)) : 0;
  }
}
