package io.github.billnextcloud.cloud.probe;

import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.ocs.AppConfigApi;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Nextcloud's apps for directories and single sign-on do to an account with each sign-in, of
 * their own and over what was sold.
 */
record DirectoryHabits(AppConfigApi settings, CloudEndpoint server) {

  private static final String LDAP = "user_ldap";
  private static final String OPENID = "user_oidc";
  private static final String SAML = "user_saml";

  private static final Pattern QUOTA_OF_LDAP = Pattern.compile("(s\\d+)?ldap_quota_(attr|def)");

  /** Of SAML before it kept its settings in a table of its own. */
  private static final Pattern QUOTA_OF_SAML = Pattern.compile(".*quota_mapping");

  private static final Pattern PROVIDER = Pattern.compile("(provider-\\d+)-.*");

  /** The claim that user_oidc takes for a quota where nobody has named one. */
  private static final String USUAL_CLAIM = "quota";

  /** A claim that no token has, as the doctor and the handbook tell to name it. */
  private static final String NO_CLAIM = "none";

  /** By habit, where it was found; empty of apps that are off. */
  Map<DirectoryHabit, List<String>> found() {
    Map<DirectoryHabit, List<String>> found = new EnumMap<>(DirectoryHabit.class);
    ldap(found);
    openId(found);
    saml(found);
    return found;
  }

  private void ldap(Map<DirectoryHabit, List<String>> found) {
    quotas(LDAP, keysOf(LDAP), QUOTA_OF_LDAP, found);
  }

  private void openId(Map<DirectoryHabit, List<String>> found) {
    Set<String> keys = keysOf(OPENID);
    Set<String> providers = new TreeSet<>();
    for (String key : keys) {
      Matcher provider = PROVIDER.matcher(key);
      if (provider.matches()) {
        providers.add(provider.group(1));
      }
    }
    for (String provider : providers) {
      Predicate<String> on = name -> setting(keys, provider + name).equals("1");
      String typed = setting(keys, provider + "-mappingQuota");
      String claim = typed.isEmpty() ? USUAL_CLAIM : typed;
      if (!claim.equals(NO_CLAIM)) {
        note(found, DirectoryHabit.QUOTA_CLAIM, "'" + claim + "' (" + provider + ")");
      }
      if (on.test("-groupProvisioning")
          && setting(keys, provider + "-groupWhitelistRegex").isEmpty()) {
        note(found, DirectoryHabit.GROUPS, provider);
      }
      if (!keys.contains(provider + "-uniqueUid") || on.test("-uniqueUid")) {
        note(found, DirectoryHabit.HASHED_LOGINS, provider);
      }
    }
  }

  private void saml(Map<DirectoryHabit, List<String>> found) {
    Set<String> keys = keysOf(SAML);
    quotas(SAML, keys, QUOTA_OF_SAML, found);
    if (!keys.isEmpty()) {
      settings
          .samlQuotas(server)
          .forEach(it -> note(found, DirectoryHabit.QUOTA, SAML + " quota_mapping (" + it + ")"));
    }
  }

  private void quotas(
      String app, Set<String> keys, Pattern quota, Map<DirectoryHabit, List<String>> found) {
    for (String key : keys) {
      if (quota.matcher(key).matches() && !value(app, key).isBlank()) {
        note(found, DirectoryHabit.QUOTA, app + " " + key);
      }
    }
  }

  /** None of an app that is not there, or switched off: its settings outlive it. */
  private Set<String> keysOf(String app) {
    Set<String> keys = new TreeSet<>(settings.keys(app));
    return keys.contains("enabled") && !value(app, "enabled").equals("no") ? keys : Set.of();
  }

  /** Of OpenID Connect; one that was never set is as an empty one. */
  private String setting(Set<String> keys, String key) {
    return keys.contains(key) ? value(OPENID, key).strip() : "";
  }

  private String value(String app, String key) {
    return settings.value(app, key).orElse("");
  }

  private static void note(
      Map<DirectoryHabit, List<String>> found, DirectoryHabit habit, String where) {
    found.computeIfAbsent(habit, it -> new ArrayList<>()).add(where);
  }
}
