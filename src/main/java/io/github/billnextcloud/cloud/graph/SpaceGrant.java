package io.github.billnextcloud.cloud.graph;

import java.util.Map;

/**
 * One row of who comes into a project space.
 *
 * @param grantee id of the user or group
 * @param isUser or else it is a group, which only others invite
 * @param isNamed or else nobody has this id any more, after a minute in which the server remembers
 */
record SpaceGrant(String grantee, boolean isUser, boolean isNamed, SpaceRole role) {

  /** By its word, as spaces are shown, and by its id, as it is given. */
  enum SpaceRole {
    VIEWER("a8d5fe5e-96e3-418d-825b-534dbdf22b99"),
    EDITOR("58c63c02-1d89-4572-916a-870abc5a1b7d"),
    MANAGER("312c0871-5ef7-4b3a-85b6-0e4074c64049");

    final String id;

    SpaceRole(String id) {
      this.id = id;
    }

    /** What is unknown, of roles that a provider has switched on, may write. */
    private static SpaceRole of(Object word) {
      return switch (word.toString()) {
        case "viewer" -> VIEWER;
        case "manager" -> MANAGER;
        default -> EDITOR;
      };
    }
  }

  static SpaceGrant of(Map<String, Object> row) {
    Map<String, Object> to = GraphAnswer.object(row.get("grantedToV2"));
    boolean isUser = to.containsKey("user");
    Map<String, Object> grantee = GraphAnswer.object(to.get(isUser ? "user" : "group"));
    return new SpaceGrant(
        GraphAnswer.text(grantee.get("id")),
        isUser,
        !GraphAnswer.text(grantee.get("displayName")).isEmpty(),
        GraphAnswer.list(row.get("roles")).stream()
            .map(SpaceRole::of)
            .findFirst()
            .orElse(SpaceRole.EDITOR));
  }

  /** By which the row is changed and taken away. */
  String id() {
    return isUser ? idOf(grantee) : "g:" + grantee;
  }

  /** Of the row of this user. */
  static String idOf(String user) {
    return "u:" + user;
  }

  boolean isOf(String user) {
    return isUser && grantee.equals(user);
  }
}
