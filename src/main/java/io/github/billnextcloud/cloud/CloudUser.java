package io.github.billnextcloud.cloud;

import java.util.Optional;
import java.util.Set;

/**
 * A user as the cloud shows it.
 *
 * @param id as the cloud spells it
 * @param access whether the user may come in
 * @param quota {@link Quota#UNKNOWN} when the server did not tell
 * @param groups where users are read by the hundred, some servers leave them out
 * @param isAdministrator nobody whom we may touch
 */
public record CloudUser(
    UserId id,
    AccountAccess access,
    Quota quota,
    UserProfile profile,
    Set<String> groups,
    UserUsage usage,
    boolean isAdministrator) {

  /** Whether somebody may come in; not known is neither. */
  public enum AccountAccess {
    ENABLED,
    DISABLED,
    /** The server did not tell. */
    UNKNOWN
  }

  public CloudUser {
    groups = Set.copyOf(groups);
  }

  /** One of a cloud whose administrators are a group. */
  public CloudUser(
      UserId id,
      AccountAccess access,
      Quota quota,
      UserProfile profile,
      Set<String> groups,
      UserUsage usage) {
    this(
        id,
        access,
        quota,
        profile,
        groups,
        usage,
        groups.stream().anyMatch(AdminGroupNameMatcher::isNamedBy));
  }

  /** The same, of whom it is known whether they may come in. */
  public CloudUser(
      UserId id,
      boolean enabled,
      Quota quota,
      UserProfile profile,
      Set<String> groups,
      UserUsage usage) {
    this(
        id,
        enabled ? AccountAccess.ENABLED : AccountAccess.DISABLED,
        quota,
        profile,
        groups,
        usage);
  }

  /** One who is there, and whom the cloud cannot show: its storage may be broken. */
  public static CloudUser unshown(UserId id) {
    return new CloudUser(
        id, AccountAccess.UNKNOWN, Quota.UNKNOWN, UserProfile.UNKNOWN, Set.of(), UserUsage.UNKNOWN);
  }

  /** False when it is not even known whether the user may come in. */
  public boolean isShown() {
    return access != AccountAccess.UNKNOWN;
  }

  /** Known to be; whoever has to be kept out is not let in by silence. */
  public boolean isEnabled() {
    return access == AccountAccess.ENABLED;
  }

  /** Known to be; the opposite of {@link #isEnabled} only where the server tells. */
  public boolean isDisabled() {
    return access == AccountAccess.DISABLED;
  }

  /** The same with the address, which the server has told elsewhere. */
  public CloudUser withEmail(Optional<String> email) {
    return new CloudUser(
        id, access, quota, profile.withEmail(email), groups, usage, isAdministrator);
  }

  /** The same, by another name: that by which it was looked for. */
  public CloudUser named(UserId name) {
    return new CloudUser(
        new UserId(name.value(), id.stableId()),
        access,
        quota,
        profile,
        groups,
        usage,
        isAdministrator);
  }
}
