package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.CloudUser.AccountAccess;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserBackendName;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import io.github.billnextcloud.secret.Secret;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A user in the words of the two products. They differ in few places, and the answer itself shows
 * which product wrote it: ownCloud names the user's {@code home}, Nextcloud never.
 */
final class OcsUserParser {

  private final Map<String, Object> data;

  OcsUserParser(Map<String, Object> data) {
    this.data = data;
  }

  private boolean isOwnCloud() {
    return data.containsKey("home");
  }

  /** ownCloud answers for the groups on a route of their own. */
  boolean knowsGroups() {
    return data.containsKey("groups");
  }

  Set<String> groups() {
    return new TreeSet<>(OcsAnswer.asTexts(data.get("groups")));
  }

  /** As the server spells it; ownCloud, which finds users by nothing else, does not repeat it. */
  UserId id(UserId asked) {
    Object spelled = data.get("id");
    return spelled == null ? asked : new UserId(spelled.toString());
  }

  CloudUser user(UserId asked, Set<String> groups) {
    return new CloudUser(id(asked), access(), quota(), profile(), groups, usage());
  }

  /** A boolean on Nextcloud, in XML 1 or nothing; the text {@code "true"} on ownCloud. */
  private AccountAccess access() {
    return switch (String.valueOf(data.get("enabled"))) {
      case "true", "1" -> AccountAccess.ENABLED;
      case "false", "0", "" -> AccountAccess.DISABLED;
      default -> AccountAccess.UNKNOWN;
    };
  }

  /** Zero is never; but of those who were there before it counted, Nextcloud 31 tells -1. */
  private UserUsage usage() {
    OptionalLong bytes = number(OcsAnswer.asMap(data.get("quota")).get("used"));
    OptionalLong login = lastLogin();
    boolean uncounted = "-1".equals(String.valueOf(data.get("firstLoginTimestamp")));
    return login.orElse(0) > 0
        ? new UserUsage(bytes, Optional.of(Instant.ofEpochMilli(login.getAsLong())))
        : new UserUsage(bytes, Optional.empty(), login.isPresent() && !uncounted);
  }

  /** Nextcloud counts milliseconds, ownCloud seconds. */
  private OptionalLong lastLogin() {
    OptionalLong millis = number(data.get("lastLogin"));
    OptionalLong seconds = number(data.get("last_login"));
    return millis.isPresent() || seconds.isEmpty()
        ? millis
        : OptionalLong.of(seconds.getAsLong() * 1_000);
  }

  /** A whole number, never negative, however it is written; empty for what is beyond any disk. */
  static OptionalLong number(@Nullable Object value) {
    String text = String.valueOf(value);
    if (!text.matches("\\d{1,19}(\\.\\d{1,19})?([eE][+]?1?\\d)?")) {
      return OptionalLong.empty();
    }
    BigDecimal number = new BigDecimal(text);
    return number.precision() - number.scale() <= 18
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }

  private Quota quota() {
    Map<String, Object> quota = OcsAnswer.asMap(data.get("quota"));
    Object told = quota.getOrDefault("definition", quota.get("quota"));
    if (told instanceof Number bytes && !(told instanceof BigInteger)) {
      return bytes.longValue() >= 0 ? Quota.ofBytes(bytes.longValue()) : Quota.UNLIMITED;
    }
    return told == null ? Quota.UNKNOWN : Quota.parse(told.toString());
  }

  private UserProfile profile() {
    UserProfile shown = new UserProfile(text("email"), text("displayname"), text("language"));
    return isOwnCloud() ? shown.withoutLanguage() : shown;
  }

  /** Only Nextcloud tells. */
  Optional<UserBackendName> backend() {
    return Optional.of(text("backend")).filter(it -> !it.isEmpty()).map(UserBackendName::new);
  }

  boolean hasAddress(String address) {
    return text("email").equalsIgnoreCase(address);
  }

  /** Nextcloud's "manager" is any text. */
  boolean isMarked(Secret mark) {
    return !mark.isBlank() && mark.reveal().equals(text("manager"));
  }

  private String text(String field) {
    Object value = data.get(field);
    return value == null ? "" : value.toString();
  }
}
