package io.github.billnextcloud.cloud;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what the space of a team is known. Never by its name, which is not unique, and others' to
 * change.
 *
 * @param mark ours alone, and on record before the space is made: the team's group on Nextcloud and
 *     ownCloud, the description on Infinite Scale and OpenCloud. It tells the kind, which is never
 *     another than it was
 * @param spaceId that the cloud has given it; empty until it is on record
 * @param name under which members see it, where it is free
 */
public record TeamKey(String mark, Optional<String> spaceId, String name) {

  /** In what way many share one quota. */
  public enum SpaceKind {
    /** A team folder of Nextcloud, a project space of Infinite Scale or OpenCloud. */
    SPACE,
    /** A folder that a technical account shares, where there is nothing better. */
    SHARED_FOLDER
  }

  /** With which marks of shared folders begin, and no others. */
  public static final String SHARED = "share-";

  private static final Pattern MARK = Pattern.compile("(team|share)-\\d+-[a-z0-9]{10}");

  /**
   * @param team a number of its own, and what nobody can guess
   */
  public static String mark(SpaceKind kind, String team) {
    return (kind == SpaceKind.SHARED_FOLDER ? SHARED : "team-") + team;
  }

  /** Whether this is some team's mark, as we make them. */
  public static boolean isMark(String text) {
    return MARK.matcher(text).matches();
  }

  public static SpaceKind kind(String mark) {
    return mark.startsWith(SHARED) ? SpaceKind.SHARED_FOLDER : SpaceKind.SPACE;
  }

  public SpaceKind kind() {
    return kind(mark);
  }
}
