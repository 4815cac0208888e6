package io.github.billnextcloud.cloud;

import java.util.Set;

/**
 * A user as the cloud shows it.
 *
 * @param id as the cloud spells it
 * @param quota {@link Quota#UNKNOWN} when the server did not tell
 * @param groups where users are read by the hundred, some servers leave them out
 */
public record CloudUser(
    UserId id,
    boolean enabled,
    Quota quota,
    UserProfile profile,
    Set<String> groups,
    UserUsage usage) {

  public CloudUser {
    groups = Set.copyOf(groups);
  }

  /** One who is there, and whom the cloud cannot show: its storage may be broken. */
  public static CloudUser unshown(UserId id) {
    UserProfile nobody = new UserProfile("", "", "");
    return new CloudUser(id, false, Quota.UNKNOWN, nobody, Set.of(), UserUsage.UNKNOWN);
  }

  /** False when nothing but the name is known: neither the state nor anything else is true. */
  public boolean isShown() {
    return !equals(unshown(id));
  }

  /** Nobody whom we may touch. */
  public boolean isAdministrator() {
    return groups.stream().anyMatch(AdministratorsGroup::isNamedBy);
  }
}
