package io.github.billnextcloud.cloud.graph;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.CloudUser.AccountAccess;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads a user from what the graph service shows of it. */
final class GraphUserParser {

  /** Of everybody, and of guests; whoever has another may manage something. */
  private static final Set<String> ROLES_OF_CUSTOMERS =
      Set.of("d7beeea8-8ff4-406b-8fb6-ab2dd81e6b11", "38071a68-456a-4553-846a-fa67bf5596cc");

  private final Map<String, Object> user;

  GraphUserParser(Map<String, Object> user) {
    this.user = user;
  }

  UserId id() {
    return new UserId(GraphAnswer.text(user.get("onPremisesSamAccountName")), stableId());
  }

  /** By which everything is addressed; blank only of what {@link #isWhole is not whole}. */
  String stableId() {
    return GraphAnswer.text(user.get("id"));
  }

  /** Whether there is what a user cannot be without. */
  boolean isWhole() {
    return !id().value().isBlank() && !stableId().isBlank();
  }

  /** Routes take either. */
  boolean answersTo(String nameOrStable) {
    return id().equals(new UserId(nameOrStable)) || stableId().equals(nameOrStable);
  }

  /** Of the personal drive, which a user who never signed in has not. */
  String driveId() {
    return GraphAnswer.text(drive().get("id"));
  }

  private Map<String, Object> drive() {
    return GraphAnswer.object(user.get("drive"));
  }

  /** Deleted, out, and kept by the server for a while. */
  boolean isKeptDeleted() {
    return isTrashed() && Boolean.FALSE.equals(user.get("accountEnabled"));
  }

  private boolean isTrashed() {
    Map<String, Object> root = GraphAnswer.object(drive().get("root"));
    return !GraphAnswer.object(root.get("deleted")).isEmpty();
  }

  /** With what is expanded, of a single user. */
  CloudUser user() {
    return user(quota(drive()), used(drive()));
  }

  /**
   * @param used empty where nobody can tell
   */
  CloudUser user(Quota quota, OptionalLong used) {
    boolean enabled = !Boolean.FALSE.equals(user.get("accountEnabled"));
    return new CloudUser(
        id(),
        enabled && !isTrashed() ? AccountAccess.ENABLED : AccountAccess.DISABLED,
        quota,
        profile(),
        groups(),
        new UserUsage(used, lastLogin()),
        isAdministrator());
  }

  /** The language is the user's own. */
  private UserProfile profile() {
    String name = GraphAnswer.text(user.get("displayName"));
    UserProfile shown =
        new UserProfile(GraphAnswer.text(user.get("mail")), name, "").withoutLanguage();
    return user.containsKey("mail") || isOfList() ? shown : shown.withoutEmail();
  }

  Optional<String> email() {
    return profile().email();
  }

  /** Only a single user has what is expanded; Infinite Scale 7 hides the address there. */
  private boolean isOfList() {
    return !user.containsKey("drive");
  }

  private Set<String> groups() {
    Set<String> groups = new HashSet<>();
    for (Object group : GraphAnswer.list(user.get("memberOf"))) {
      groups.add(GraphAnswer.text(GraphAnswer.object(group).get("displayName")));
    }
    return groups;
  }

  /** Who is not said to have no such role may have one. */
  private boolean isAdministrator() {
    Object roles = user.get("appRoleAssignments");
    return !(roles instanceof List<?>)
        || GraphAnswer.list(roles).stream()
            .map(role -> GraphAnswer.text(GraphAnswer.object(role).get("appRoleId")))
            .anyMatch(role -> !ROLES_OF_CUSTOMERS.contains(role));
  }

  /** Counts browsers and apps with OpenID Connect only. */
  private Optional<Instant> lastLogin() {
    Object time =
        GraphAnswer.object(user.get("signInActivity")).get("lastSuccessfulSignInDateTime");
    try {
      return time == null ? Optional.empty() : Optional.of(Instant.parse(time.toString()));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** Zero is no limit there; without a drive there is none to have. */
  static Quota quota(Map<String, Object> drive) {
    Object told = GraphAnswer.object(drive.get("quota")).get("total");
    OptionalLong total = number(drive, "total");
    if (told != null && total.isEmpty()) {
      return Quota.UNKNOWN;
    }
    if (total.isEmpty() || total.getAsLong() < 0) {
      return Quota.UNSET;
    }
    return total.getAsLong() == 0 ? Quota.UNLIMITED : Quota.ofBytes(total.getAsLong());
  }

  /** Empty of what is no number that servers give. */
  static OptionalLong number(Map<String, Object> drive, String name) {
    Object value = GraphAnswer.object(drive.get("quota")).get(name);
    return value instanceof Integer || value instanceof Long
        ? OptionalLong.of(((Number) value).longValue())
        : OptionalLong.empty();
  }

  /** Empty where it is not told. */
  static OptionalLong used(Map<String, Object> drive) {
    OptionalLong used = number(drive, "used");
    return used.isPresent() && used.getAsLong() >= 0 ? used : OptionalLong.empty();
  }
}
