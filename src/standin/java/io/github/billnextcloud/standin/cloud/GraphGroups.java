package io.github.billnextcloud.standin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Groups and their members, as the graph service shows and changes them. */
final class GraphGroups {

  private static final Pattern REFERENCE =
      Pattern.compile("https?://[^/]+/graph/v1\\.0/(users|groups)/([^/]+)");

  private final State state;

  GraphGroups(State state) {
    this.state = state;
  }

  static Map<String, Object> view(State state, String name) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("displayName", name);
    group.put("groupTypes", List.of());
    group.put("id", state.graph.groupId(name));
    return group;
  }

  Answer answer(Call call, Account caller, List<String> path) {
    boolean admin = caller.role() == GraphRole.ADMIN;
    if (call.method().equals("GET")) {
      return admin ? read(path) : tooShort();
    }
    if (!admin) {
      return GraphAnswer.forbidden(state);
    }
    if (state.graph.readOnly) {
      return GraphAnswer.readOnly();
    }
    String shape = call.method() + " " + path.size();
    return switch (shape) {
      case "POST 0" -> make(call);
      case "DELETE 1" -> delete(path.get(0));
      case "POST 3" -> call.isBareReference() ? join(call, path.get(0)) : GraphAnswer.noRoute();
      case "DELETE 4" -> leave(path.get(0), path.get(2));
      default -> GraphAnswer.noRoute();
    };
  }

  static Answer tooShort() {
    return GraphAnswer.error(403, "accessDenied", "search term too short");
  }

  private Answer read(List<String> path) {
    if (path.isEmpty()) {
      return GraphAnswer.ok(
          Map.of("value", state.groups.stream().map(name -> view(state, name)).toList()));
    }
    String name = named(path.get(0));
    return name == null ? GraphAnswer.missing() : GraphAnswer.ok(view(state, name));
  }

  /** By name or id; null when there is none. */
  private String named(String nameOrId) {
    return state.groups.stream()
        .filter(it -> it.equalsIgnoreCase(nameOrId) || state.graph.groupId(it).equals(nameOrId))
        .findFirst()
        .orElse(null);
  }

  private Answer make(Call call) {
    JsonNode name = call.json() == null ? null : call.json().get("displayName");
    if (name == null) {
      return GraphAnswer.invalid("Missing Required Attribute");
    }
    if (name.asText().isBlank() || name.asText().length() > 256) {
      return GraphAnswer.invalid("Invalid displayName");
    }
    if (named(name.asText()) != null) {
      return GraphAnswer.error(409, "nameAlreadyExists", "group already exists");
    }
    state.groups.add(name.asText());
    return GraphAnswer.of(201, view(state, name.asText()));
  }

  private Answer delete(String nameOrId) {
    String name = named(nameOrId);
    if (name == null) {
      return GraphAnswer.missing();
    }
    state.groups.remove(name);
    state.accounts().forEach(account -> account.groups().remove(name));
    return GraphAnswer.done();
  }

  private Answer join(Call call, String nameOrId) {
    JsonNode reference = call.json() == null ? null : call.json().get("@odata.id");
    if (reference == null) {
      return GraphAnswer.invalid("@odata.id reference is missing");
    }
    Matcher whom = REFERENCE.matcher(reference.asText());
    if (!whom.matches()) {
      return GraphAnswer.invalid("Error parsing @odata.id url");
    }
    if (whom.group(1).equals("groups")) {
      return GraphAnswer.invalid("Only users are allowed as group members");
    }
    String group = named(nameOrId);
    Account member = state.byStableId(whom.group(2));
    if (group == null || member == null) {
      return GraphAnswer.missing();
    }
    member.groups().add(group);
    return GraphAnswer.done();
  }

  /** Only by the group's id: with its name, the answer is the same as for who is no member. */
  private Answer leave(String groupId, String stableId) {
    String group = named(groupId);
    Account member = state.byStableId(stableId);
    boolean byId = group != null && state.graph.groupId(group).equals(groupId);
    return byId && member != null && member.groups().remove(group)
        ? GraphAnswer.done()
        : GraphAnswer.missing();
  }
}
