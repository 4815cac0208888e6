package io.github.billnextcloud.standin.cloud;

import java.util.OptionalDouble;
import java.util.Set;

/** PUT users/{id}: one key and its value. */
final class UserEdit {
  private static final Set<String> LANGUAGES = Set.of("en", "ru", "de", "fr", "es");
  private static final Set<String> OTHER_NEXTCLOUD_KEYS =
      Set.of("locale", "manager", "notify_email");
  private static final Set<String> FOR_ADMINS = Set.of("quota", "manager");

  private final State state;
  private final Flavour flavour;

  UserEdit(State state) {
    this.state = state;
    this.flavour = state.flavour;
  }

  Answer answer(String id, Call call, Caller caller) {
    boolean nextcloud = flavour.nextcloud();
    String key = nextcloud ? call.field("key") : call.bodyField("key");
    String value = nextcloud ? call.field("value") : call.bodyField("value");
    if (nextcloud && (key == null || value == null)) {
      return Answer.missingParameter(flavour);
    }
    Account account = state.found(id);
    boolean foreign = !caller.isAdmin() && !caller.is(account);
    if (account == null || foreign || key == null) {
      return Answer.no(nextcloud ? 998 : 997);
    }
    return set(account, key, value == null ? "" : value, caller);
  }

  /** One field of a create; null when it was not given or went well. */
  Answer optional(Account account, String key, Call call, Caller caller) {
    String value = call.fieldOrEmpty(key.equals("displayname") ? "displayName" : key);
    if (value.isEmpty()) {
      return null;
    }
    Answer answer = set(account, key, value, caller);
    return answer.equals(Answer.ok()) ? null : answer;
  }

  Answer set(Account account, String key, String value, Caller caller) {
    if (FOR_ADMINS.contains(key) && !caller.isAdmin()) {
      return unknownKey();
    }
    return switch (key) {
      case "quota" -> quota(account, value);
      case "email" -> email(account, value);
      case "password" -> password(account, value);
      case "display", "displayname" -> displayName(account, value);
      case "language" -> language(account, value);
      default -> other(account, key, value);
    };
  }

  private Answer quota(Account account, String value) {
    String definition = value;
    if (!value.equals("none") && !value.equals("default")) {
      OptionalDouble bytes = QuotaText.bytes(value);
      if (bytes.isEmpty()) {
        return invalidQuota(value);
      }
      if (flavour.nextcloud() && state.maxQuota != null && bytes.getAsDouble() > state.maxQuota) {
        String message = "Invalid quota value. " + value + " is exceeding the maximum quota";
        return Answer.no(flavour.invalidValue(), message);
      }
      if (bytes.getAsDouble() < 0 && flavour.nextcloud()) {
        return Answer.serverError();
      }
      // ownCloud writes a negative size as a question mark, reads that back and keeps " B".
      definition = bytes.getAsDouble() < 0 ? " B" : QuotaText.human(bytes.getAsDouble());
    }
    if (definition.equals("none") && flavour.nextcloud() && !state.unlimitedQuotaAllowed) {
      return Answer.no(flavour.invalidValue(), "Unlimited quota is forbidden on this instance");
    }
    account.setQuota(definition);
    return Answer.ok();
  }

  private Answer invalidQuota(String value) {
    return switch (flavour) {
      case NEXTCLOUD_34 -> Answer.no(101, "Invalid quota value: " + value);
      case NEXTCLOUD_29 -> Answer.no(102, "Invalid quota value: " + value);
      case NEXTCLOUD_28 -> Answer.no(102, "Invalid quota value " + value);
      default -> Answer.no(103, "Invalid quota value " + value);
    };
  }

  private Answer email(Account account, String value) {
    if (!value.isEmpty() && !value.matches("[^@\\s]+@[^@\\s]+")) {
      return Answer.no(flavour == Flavour.NEXTCLOUD_34 ? 101 : 102);
    }
    account.setEmail(value);
    return Answer.ok();
  }

  private Answer password(Account account, String value) {
    String weak = flavour.nextcloud() ? Passwords.complaint(value) : null;
    if (weak != null) {
      return Answer.no(flavour.olderNextcloud() ? 103 : 107, weak);
    }
    if (value.isEmpty()) {
      return Answer.no(403, "Password cannot be empty");
    }
    account.setPassword(value);
    return Answer.ok();
  }

  private Answer displayName(Account account, String value) {
    if (value.codePointCount(0, value.length()) > 64) {
      return flavour.nextcloud() ? Answer.no(101, "Invalid displayname") : Answer.nothing();
    }
    account.setDisplayName(value);
    return Answer.ok();
  }

  private Answer language(Account account, String value) {
    if (!flavour.nextcloud()) {
      return unknownKey();
    }
    if (!LANGUAGES.contains(value)) {
      return Answer.no(flavour.invalidValue(), "Invalid language");
    }
    account.setLanguage(value);
    return Answer.ok();
  }

  private Answer other(Account account, String key, String value) {
    if (!known(key)) {
      return unknownKey();
    }
    boolean newest = flavour == Flavour.NEXTCLOUD_34;
    if (newest && key.equals("phone") && !value.matches("|\\+[0-9 -]{6,20}")) {
      return Answer.no(101, "Invalid phone");
    }
    account.profile().put(key, value);
    return Answer.ok();
  }

  private boolean known(String key) {
    if (!flavour.nextcloud()) {
      return key.equals("two_factor_auth_enabled");
    }
    return OTHER_NEXTCLOUD_KEYS.contains(key)
        || UserView.profile(flavour).contains(key)
        || key.equals("timezone") && flavour == Flavour.NEXTCLOUD_34;
  }

  private Answer unknownKey() {
    return switch (flavour) {
      case NEXTCLOUD_34 -> Answer.no(113);
      case NEXTCLOUD_28, NEXTCLOUD_29 -> Answer.no(103);
      default -> Answer.no(997);
    };
  }
}
