package io.github.billnextcloud.cloud.privacy;

import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * ownCloud 10, which tells everybody these by its capabilities, and lets none be set over HTTP.
 *
 * @param onlyGroups share with who is in a common group, and with nobody else
 * @param onlyOwnGroups share with groups of one's own
 */
public record OwncloudNeighbourSettings(boolean onlyGroups, boolean onlyOwnGroups)
    implements NeighbourSettings {

  private static final AppSetting ONLY_GROUPS =
      new AppSetting("core", "shareapi_only_share_with_group_members", "yes");
  private static final AppSetting ONLY_OWN_GROUPS =
      new AppSetting("core", "shareapi_only_share_with_membership_groups", "yes");

  @Override
  public Set<VisibilityPlace> seen(Set<String> shared) {
    Set<VisibilityPlace> seen = EnumSet.of(VisibilityPlace.ADDRESS_BOOK);
    if (!onlyGroups || !shared.isEmpty()) {
      seen.add(VisibilityPlace.SHARING);
    }
    if (!onlyOwnGroups) {
      seen.add(VisibilityPlace.GROUP_NAMES);
    }
    return seen;
  }

  /** Every user reads the names and addresses of all there, whatever is set. */
  @Override
  public Set<VisibilityPlace> unclosable() {
    return EnumSet.of(VisibilityPlace.ADDRESS_BOOK);
  }

  @Override
  public List<AppSetting> settable(Set<String> shared) {
    return List.of();
  }

  @Override
  public List<Sentence> byHand(Set<String> shared) {
    List<Sentence> byHand = new ArrayList<>();
    if (!onlyGroups) {
      byHand.add(Sentence.of("privacy.run_there", ONLY_GROUPS.command()));
    }
    if (!onlyOwnGroups) {
      byHand.add(Sentence.of("privacy.run_there", ONLY_OWN_GROUPS.command()));
    }
    if (!shared.isEmpty()) {
      byHand.add(Sentence.of("privacy.members_together", shared));
    }
    byHand.add(
        Sentence.of(
            "privacy.deny_system_book",
            "location ~ ^/remote\\.php/(dav|carddav)/addressbooks/system { return 403; }"));
    return byHand;
  }
}
