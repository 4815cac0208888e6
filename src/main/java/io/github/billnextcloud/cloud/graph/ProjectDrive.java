package io.github.billnextcloud.cloud.graph;

import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.graph.SpaceGrant.SpaceRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project space as the graph service shows it. */
record ProjectDrive(Map<String, Object> fields) {

  String id() {
    return GraphAnswer.text(fields.get("id"));
  }

  /** Any text is kept as it was sent, and only who manages the space can change it. */
  String mark() {
    return GraphAnswer.text(fields.get("description"));
  }

  boolean isProject() {
    return GraphAnswer.text(fields.get("driveType")).equals("project");
  }

  boolean isHidden() {
    return !GraphAnswer.object(root().get("deleted")).isEmpty();
  }

  private Map<String, Object> root() {
    return GraphAnswer.object(fields.get("root"));
  }

  /** OpenCloud shows nobody unless it is asked to. */
  boolean tellsGrants() {
    return root().get("permissions") instanceof List<?>;
  }

  List<SpaceGrant> grants() {
    return GraphAnswer.list(root().get("permissions")).stream()
        .map(GraphAnswer::object)
        .map(SpaceGrant::of)
        .toList();
  }

  Optional<SpaceRole> roleOf(String user) {
    return grants().stream().filter(it -> it.isOf(user)).map(SpaceGrant::role).findFirst();
  }

  TeamSpace space() {
    return new TeamSpace(
        id(), mark(), GraphUserParser.quota(fields), GraphUserParser.used(fields), access());
  }

  /** One who manages it is our account, and each of the others is one more who writes. */
  SpaceAccess access() {
    if (isHidden()) {
      return SpaceAccess.HIDDEN;
    }
    long viewers = having(SpaceRole.VIEWER);
    long writers = having(SpaceRole.EDITOR) + Math.max(0, having(SpaceRole.MANAGER) - 1);
    if (viewers == 0) {
      return SpaceAccess.OPEN;
    }
    return writers == 0 ? SpaceAccess.READ_ONLY : SpaceAccess.MIXED;
  }

  private long having(SpaceRole role) {
    return grants().stream().filter(it -> it.role() == role).count();
  }
}
