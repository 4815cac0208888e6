package io.github.billnextcloud.cloud.privacy;

import static io.github.billnextcloud.cloud.privacy.VisibilityPlace.ADDRESS_BOOK;
import static io.github.billnextcloud.cloud.privacy.VisibilityPlace.CIRCLES;
import static io.github.billnextcloud.cloud.privacy.VisibilityPlace.COMPLETION;
import static io.github.billnextcloud.cloud.privacy.VisibilityPlace.CONTACTS_MENU;
import static io.github.billnextcloud.cloud.privacy.VisibilityPlace.GROUP_MEMBERS;
import static io.github.billnextcloud.cloud.privacy.VisibilityPlace.GROUP_NAMES;
import static io.github.billnextcloud.cloud.privacy.VisibilityPlace.HOVER_CARD;
import static io.github.billnextcloud.cloud.privacy.VisibilityPlace.NAMED_PRINCIPAL;
import static io.github.billnextcloud.cloud.privacy.VisibilityPlace.PRINCIPALS;
import static io.github.billnextcloud.cloud.privacy.VisibilityPlace.PROFILE;
import static io.github.billnextcloud.cloud.privacy.VisibilityPlace.PUBLIC_PICTURE;
import static io.github.billnextcloud.cloud.privacy.VisibilityPlace.SHARING;
import static io.github.billnextcloud.cloud.privacy.VisibilityPlace.STATUS;

import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Nextcloud's own: docs/design/neighbours.md has what 28, 31 and 34 did with each setting.
 *
 * @param generation the number before the first point of the version; 0 when it tells none
 * @param values by {@code app/key}; what was never set is not there
 */
public record NextcloudNeighbourSettings(int generation, Map<String, String> values)
    implements NeighbourSettings {

  private static final String CORE = "core";
  private static final String ONLY_GROUPS = "shareapi_only_share_with_group_members";
  private static final String RESTRICTED = "shareapi_restrict_user_enumeration_to_group";
  private static final String FULL_MATCH = "shareapi_restrict_user_enumeration_full_match";
  private static final String ENUMERATION = "shareapi_allow_share_dialog_user_enumeration";

  /** 28 keeps the list and passes it over; 31 does not. */
  private static final int KNOWS_EXCLUDED = 31;

  /** From which on menu and card show whom the address book of all accounts does; 28 was not. */
  private static final int MENU_IS_BOOK = 34;

  /** From which on members list each other; 31 was seen to refuse, 33 to answer. */
  private static final int LISTS_MEMBERS = 32;

  /** Groups in which to be together is to know nobody, as JSON. */
  public static final String EXCLUDED = "shareapi_only_share_with_group_members_exclude_group_list";

  /** All that is looked at, besides whether the apps are enabled. */
  public static final List<AppSetting> CLOSING =
      List.of(
          new AppSetting(CORE, ONLY_GROUPS, "yes"),
          new AppSetting(CORE, RESTRICTED, "yes"),
          new AppSetting(CORE, FULL_MATCH, "no"),
          // The same by two names, of older and of newer versions.
          new AppSetting(CORE, FULL_MATCH + "_userid", "no"),
          new AppSetting(CORE, FULL_MATCH + "_user_id", "no"),
          new AppSetting("dav", "system_addressbook_exposed", "no"),
          new AppSetting("settings", "profile_enabled_by_default", "0"),
          new AppSetting("files_sharing", "lookupServerEnabled", "no"),
          new AppSetting("files_sharing", "lookupServerUploadEnabled", "no"));

  /** What else is read. */
  public static final List<String> READ =
      List.of(
          CORE + "/" + ENUMERATION,
          CORE + "/" + EXCLUDED,
          "circles/enabled",
          "user_status/enabled");

  public NextcloudNeighbourSettings {
    values = Map.copyOf(values);
  }

  @Override
  public Set<VisibilityPlace> seen(Set<String> shared) {
    boolean together = !shared.isEmpty();
    boolean restricted = is(RESTRICTED, "yes");
    boolean silent = is(ENUMERATION, "no");
    boolean apart = restricted && !together;
    Set<VisibilityPlace> seen = EnumSet.of(NAMED_PRINCIPAL, PUBLIC_PICTURE);
    boolean bookOff = isOff("dav/system_addressbook_exposed");
    if (!is(ONLY_GROUPS, "yes") || together && !isExcluded(shared)) {
      seen.addAll(EnumSet.of(SHARING, COMPLETION));
      if (!bookOff || generation < MENU_IS_BOOK) {
        seen.addAll(EnumSet.of(CONTACTS_MENU, HOVER_CARD));
      }
    }
    if (!is(ONLY_GROUPS, "yes")) {
      seen.add(GROUP_NAMES);
    }
    if (!bookOff && !silent && !apart) {
      seen.add(ADDRESS_BOOK);
    }
    if (!silent && !apart) {
      seen.add(PRINCIPALS);
    }
    // A list of all is closed by settings, and what is asked of one login is not.
    if (isEnabled("user_status")) {
      seen.add(STATUS);
    }
    if (together && generation >= LISTS_MEMBERS) {
      seen.add(GROUP_MEMBERS);
    }
    if (isEnabled("circles")) {
      seen.add(CIRCLES);
    }
    if (!isOff("settings/profile_enabled_by_default")) {
      seen.add(PROFILE);
    }
    return seen;
  }

  private boolean is(String key, String value) {
    return values.getOrDefault(CORE + "/" + key, "").equals(value);
  }

  private boolean isOff(String name) {
    return AppSetting.isOff(values.getOrDefault(name, ""));
  }

  /** All have both of these apps, until somebody switches them off. */
  private boolean isEnabled(String app) {
    return !isOff(app + "/enabled");
  }

  private boolean isExcluded(Set<String> shared) {
    return generation >= KNOWS_EXCLUDED && excluded().containsAll(shared);
  }

  private Set<String> excluded() {
    return new TreeSet<>(GroupList.read(values.getOrDefault(CORE + "/" + EXCLUDED, "")));
  }

  @Override
  public Set<VisibilityPlace> unclosable() {
    return Set.of(NAMED_PRINCIPAL, PUBLIC_PICTURE);
  }

  @Override
  public List<AppSetting> settable(Set<String> shared) {
    List<AppSetting> settable = new ArrayList<>();
    CLOSING.stream().filter(it -> !it.isAmong(values)).forEach(settable::add);
    Set<String> all = excluded();
    all.addAll(shared);
    boolean lacks = generation >= KNOWS_EXCLUDED && !excluded().containsAll(shared);
    if (lacks || breaking().isPresent()) {
      settable.add(new AppSetting(CORE, EXCLUDED, GroupList.write(all)));
    }
    return settable;
  }

  @Override
  public List<Sentence> byHand(Set<String> shared) {
    List<Sentence> byHand = new ArrayList<>();
    if (isEnabled("circles")) {
      byHand.add(Sentence.of("privacy.close_circles", "occ app:disable circles"));
    }
    if (isEnabled("user_status")) {
      byHand.add(Sentence.of("privacy.close_status", "occ app:disable user_status"));
    }
    if (!isOff("settings/profile_enabled_by_default")) {
      byHand.add(
          Sentence.of(
              "privacy.close_profiles",
              "occ config:system:set profile.enabled --type=boolean --value=false"));
    }
    if (!shared.isEmpty()) {
      byHand.add(
          generation >= LISTS_MEMBERS
              ? Sentence.of("privacy.members_listed", shared)
              : Sentence.of("privacy.members_together", shared));
    }
    byHand.add(
        Sentence.of(
            "privacy.deny_principals",
            "location ~ ^/remote\\.php/(dav|caldav|carddav)/principals(/|$) { return 403; }"));
    byHand.add(
        Sentence.of(
            "privacy.deny_public_pictures",
            "location ~ ^/((index\\.php/)?avatar|remote\\.php/dav/avatars)/ { return 404; }"));
    return byHand;
  }

  @Override
  public Optional<Sentence> breaking() {
    String name = CORE + "/" + EXCLUDED;
    return values.containsKey(name) && values.getOrDefault(name, "").isBlank()
        ? Optional.of(Sentence.of("privacy.empty_list", EXCLUDED))
        : Optional.empty();
  }
}
