package io.github.billnextcloud.standin.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A user as GET shows it. */
final class UserView {
  private static final List<String> OLDER_PROFILE =
      List.of(
          "phone",
          "address",
          "website",
          "twitter",
          "fediverse",
          "organisation",
          "role",
          "headline",
          "biography",
          "profile_enabled");
  private static final List<String> PROFILE =
      List.of(
          "phone",
          "address",
          "website",
          "twitter",
          "bluesky",
          "fediverse",
          "organisation",
          "role",
          "headline",
          "biography",
          "profile_enabled",
          "pronouns");

  private final State state;
  private final Flavour flavour;
  private final Account account;
  private final boolean scopes;
  private final Map<String, Object> data = new LinkedHashMap<>();

  private UserView(State state, Account account, boolean scopes) {
    this.state = state;
    this.flavour = state.flavour;
    this.account = account;
    this.scopes = scopes;
  }

  /** Nextcloud also tells users who may see each field of their own. */
  static Map<String, Object> of(State state, Account account, boolean self) {
    UserView view = new UserView(state, account, self);
    if (state.flavour.nextcloud()) {
      view.nextcloud();
    } else {
      view.owncloud();
    }
    return view.data;
  }

  /** The names of the profile fields a Nextcloud shows and takes. */
  static List<String> profile(Flavour flavour) {
    return flavour == Flavour.NEXTCLOUD_34 ? PROFILE : OLDER_PROFILE;
  }

  private void nextcloud() {
    boolean newest = flavour == Flavour.NEXTCLOUD_34;
    data.put("enabled", account.enabled());
    data.put("storageLocation", "/srv/data/" + flavour.folder + "/" + account.id());
    data.put("id", account.id());
    if (newest) {
      data.put("firstLoginTimestamp", account.firstLogin());
      data.put("lastLoginTimestamp", account.lastLogin());
    }
    data.put("lastLogin", account.lastLogin() * 1000);
    data.put("backend", account.backend());
    data.put("subadmin", List.copyOf(account.administered()));
    data.put("quota", account.quotaUntold() ? List.of() : QuotaView.of(flavour, account));
    // The newest shows it to administrators only, the older ones to the user, too.
    data.put("manager", newest && scopes && !account.isAdmin() ? "" : stored("manager"));
    scope("avatar", "v2-federated");
    data.put("email", account.email());
    scope("email", "v2-federated");
    data.put("additional_mail", List.of());
    scope("additional_mail", List.of());
    data.put("displayname", account.displayName());
    data.put("display-name", account.displayName());
    scope("displayname", "v2-federated");
    for (String field : profile(flavour)) {
      String initial = field.equals("profile_enabled") ? "1" : "";
      data.put(field, account.profile().getOrDefault(field, initial));
      scope(field, field.equals("pronouns") ? "v2-federated" : "v2-local");
    }
    data.put("groups", List.copyOf(account.groups()));
    String forced = state.forcedLanguage;
    data.put("language", forced == null ? account.language() : forced);
    data.put("locale", stored("locale"));
    if (newest) {
      data.put("timezone", stored("timezone"));
    }
    data.put("notify_email", account.profile().get("notify_email"));
    Map<String, Object> backend = new LinkedHashMap<>();
    backend.put("setDisplayName", true);
    backend.put("setPassword", account.backend().equals("Database"));
    data.put("backendCapabilities", backend);
  }

  private String stored(String field) {
    return account.profile().getOrDefault(field, "");
  }

  private void scope(String field, Object scope) {
    if (scopes) {
      data.put(field + "Scope", scope);
    }
  }

  private void owncloud() {
    data.put("enabled", String.valueOf(account.enabled()));
    data.put("quota", account.quotaUntold() ? List.of() : QuotaView.of(flavour, account));
    data.put("email", account.email());
    data.put("displayname", account.displayName());
    data.put("home", "/srv/data/oc10/" + account.id());
    data.put(
        "two_factor_auth_enabled",
        account.profile().getOrDefault("two_factor_auth_enabled", "false"));
    data.put("last_login", account.lastLogin());
    data.put("creation_time", account.created());
    data.put("language", account.language());
  }
}
