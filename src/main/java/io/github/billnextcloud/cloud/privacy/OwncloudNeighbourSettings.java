package io.github.billnextcloud.cloud.privacy;

import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * ownCloud 10, which shows its limits to administrators alone: what it tells everybody of them is
 * yes, too, where they were never set.
 *
 * @param shown whether they could be read; what could not is not there
 * @param ticked names of settings of sharing
 */
public record OwncloudNeighbourSettings(boolean shown, Set<String> ticked)
    implements NeighbourSettings {

  /** Share with who is in a common group, and with nobody else. */
  private static final AppSetting ONLY_GROUPS =
      new AppSetting("core", "shareapi_only_share_with_group_members", "yes");

  /** Share with groups of one's own, and with no others. */
  private static final AppSetting ONLY_OWN_GROUPS =
      new AppSetting("core", "shareapi_only_share_with_membership_groups", "yes");

  public OwncloudNeighbourSettings {
    ticked = Set.copyOf(ticked);
  }

  /**
   * Limits of what is completed while it is typed close nothing: who is named whole is found with
   * each of them.
   */
  @Override
  public Set<VisibilityPlace> seen(Set<String> shared) {
    Set<VisibilityPlace> seen = EnumSet.of(VisibilityPlace.ADDRESS_BOOK, VisibilityPlace.PICTURE);
    if (!is(ONLY_GROUPS) || !shared.isEmpty()) {
      seen.add(VisibilityPlace.SHARING);
    }
    if (!is(ONLY_OWN_GROUPS)) {
      seen.add(VisibilityPlace.GROUP_NAMES);
    }
    return seen;
  }

  private boolean is(AppSetting setting) {
    return ticked.contains(setting.key());
  }

  /** Every user reads the names and addresses of all there, whatever is set. */
  @Override
  public Set<VisibilityPlace> unclosable() {
    return EnumSet.of(VisibilityPlace.ADDRESS_BOOK, VisibilityPlace.PICTURE);
  }

  @Override
  public List<AppSetting> settable(Set<String> shared) {
    return shown ? missing() : List.of();
  }

  private List<AppSetting> missing() {
    return Stream.of(ONLY_GROUPS, ONLY_OWN_GROUPS).filter(it -> !is(it)).toList();
  }

  @Override
  public List<Sentence> byHand(Set<String> shared) {
    List<Sentence> byHand = new ArrayList<>();
    if (!shown) {
      byHand.add(Sentence.of("privacy.limits_untold"));
      missing().forEach(it -> byHand.add(Sentence.of("privacy.run_there", it.command())));
    }
    if (!shared.isEmpty()) {
      byHand.add(Sentence.of("privacy.members_together", shared));
    }
    byHand.add(
        Sentence.of(
            "privacy.deny_system_book",
            "location ~ ^/remote\\.php/(dav|carddav)/addressbooks/system { return 403; }"));
    byHand.add(
        Sentence.of(
            "privacy.deny_pictures", "location ~ ^/(index\\.php/)?avatar/ { return 404; }"));
    return byHand;
  }
}
