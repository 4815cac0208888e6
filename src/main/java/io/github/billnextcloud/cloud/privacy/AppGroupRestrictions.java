package io.github.billnextcloud.cloud.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which groups Nextcloud's apps are told of, so that something is for their members only, or is
 * not. Pure.
 *
 * @param values by {@code app/key}
 */
public record AppGroupRestrictions(Map<String, String> values) {

  /** Of apps that are sold as functions, and of sharing; others may have more. */
  public static final List<String> READ =
      List.of(
          "core/shareapi_exclude_groups_list",
          "core/shareapi_allow_links_exclude_groups",
          "spreed/enabled",
          "spreed/allowed_groups",
          "spreed/start_conversations",
          "richdocuments/enabled",
          "richdocuments/use_groups",
          "richdocuments/edit_groups",
          "onlyoffice/enabled",
          "onlyoffice/groups",
          "calendar/enabled",
          "contacts/enabled",
          "deck/enabled",
          "mail/enabled",
          "circles/limit_circle_creation");

  public AppGroupRestrictions {
    values = Map.copyOf(values);
  }

  /** All groups that are named: in a list of JSON, between bars, or alone. */
  public Set<String> named() {
    Set<String> named = new TreeSet<>();
    for (String value : values.values()) {
      List<String> listed = GroupList.read(value);
      named.addAll(listed.isEmpty() ? Arrays.asList(value.split("\\|")) : listed);
    }
    return named;
  }
}
