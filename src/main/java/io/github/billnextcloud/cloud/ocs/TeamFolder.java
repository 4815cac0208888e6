package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One of Nextcloud's team folders, as the app shows it.
 *
 * @param id digits
 * @param name where members see it, perhaps below other folders
 * @param groups what each may do there, as bits
 */
record TeamFolder(
    String id, String name, Quota quota, OptionalLong used, Map<String, Integer> groups) {

  /** All that an app's page takes for a permission: read, update, create, delete, share. */
  static final int ALL = 31;

  static final int READ = 1;
  private static final int WRITE = 2 | 4 | 8;

  /** One that was made this moment. */
  static TeamFolder made(String id, String name) {
    return new TeamFolder(id, name, Quota.UNSET, OptionalLong.of(0), Map.of());
  }

  static boolean isId(String text) {
    return text.matches("\\d{1,18}");
  }

  /** Empty where this is no such row. */
  static Optional<TeamFolder> read(Map<String, Object> row) {
    String id = String.valueOf(row.get("id"));
    return isId(id) && row.containsKey("mount_point")
        ? Optional.of(
            new TeamFolder(
                id,
                String.valueOf(row.get("mount_point")),
                Quota.parse(String.valueOf(row.get("quota"))),
                OcsUserParser.number(row.get("size")),
                permissions(OcsAnswer.asMap(row.get("groups")))))
        : Optional.empty();
  }

  private static Map<String, Integer> permissions(Map<String, Object> groups) {
    Map<String, Integer> permissions = new LinkedHashMap<>();
    groups.forEach(
        (group, told) -> permissions.put(group, (int) OcsUserParser.number(told).orElse(0) & ALL));
    return permissions;
  }

  static int permissions(SpaceAccess access) {
    return switch (access) {
      case OPEN -> ALL;
      case READ_ONLY -> READ;
      case HIDDEN -> 0;
      case MIXED -> throw new IllegalArgumentException("never wanted: " + access);
    };
  }

  long number() {
    return Long.parseLong(id);
  }

  boolean isGivenTo(String group) {
    return groups.containsKey(group);
  }

  /** True of what was made for the group, or is being made: nobody else has its name. */
  boolean isOf(String group) {
    return isGivenTo(group) || name.contains(group);
  }

  /** True of what has the group's name still, and of which nobody else has got anything. */
  boolean isBegunFor(String group) {
    return name.equals(group) && Set.of(group).containsAll(groups.keySet());
  }

  /** True when it takes the place: the same, whatever the case, or the folder above. */
  boolean takes(String place) {
    return name.replaceFirst("^/+", "").split("/", 2)[0].equalsIgnoreCase(place);
  }

  SpaceAccess access(String group) {
    int may = groups.getOrDefault(group, 0);
    if ((may & READ) == 0) {
      return SpaceAccess.HIDDEN;
    }
    return (may & WRITE) == 0 ? SpaceAccess.READ_ONLY : SpaceAccess.OPEN;
  }

  /** As that of a group; of no group, as it is for the one that may do most. */
  TeamSpace space(String group) {
    SpaceAccess access =
        group.isEmpty()
            ? groups.keySet().stream()
                .map(this::access)
                .min(SpaceAccess::compareTo)
                .orElse(SpaceAccess.HIDDEN)
            : access(group);
    return new TeamSpace(id, group, quota, used, access);
  }

  /** The only group that has it; empty of any other. */
  String group() {
    return groups.size() == 1 ? groups.keySet().iterator().next() : "";
  }
}
