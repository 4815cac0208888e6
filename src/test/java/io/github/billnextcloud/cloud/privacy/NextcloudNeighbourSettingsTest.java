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
import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.text.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was recorded, column by column, of one customer who looks for another. */
class NextcloudNeighbourSettingsTest {

  private static final Set<String> PLAN = Set.of("plan");
  private static final String ONLY = "core/shareapi_only_share_with_group_members";
  private static final String LIST = ONLY + "_exclude_group_list";
  private static final String RESTRICT = "core/shareapi_restrict_user_enumeration_to_group";
  private static final String ENUMERATION = "core/shareapi_allow_share_dialog_user_enumeration";

  private static NextcloudNeighbourSettings of(int generation, String... values) {
    Map<String, String> all = new HashMap<>(Map.of("circles/enabled", "yes"));
    for (int i = 0; i < values.length; i += 2) {
      all.put(values[i], values[i + 1]);
    }
    return new NextcloudNeighbourSettings(generation, all);
  }

  @Test
  void customersWhenNothingIsSetAreSeenEverywhere() {
    assertThat(of(34).seen(PLAN))
        .containsExactlyInAnyOrder(
            SHARING,
            GROUP_NAMES,
            COMPLETION,
            CONTACTS_MENU,
            HOVER_CARD,
            ADDRESS_BOOK,
            PRINCIPALS,
            GROUP_MEMBERS,
            CIRCLES,
            PROFILE,
            NAMED_PRINCIPAL,
            PUBLIC_PICTURE,
            STATUS);
  }

  @Test
  void groupWhenSharedUndoesSharingWithGroupMembersOnly() {
    assertThat(of(34, ONLY, "yes").seen(PLAN)).contains(SHARING, COMPLETION, HOVER_CARD);
    assertThat(of(34, ONLY, "yes").seen(Set.of())).doesNotContain(SHARING, COMPLETION, HOVER_CARD);
  }

  /** 34 was seen to do so, and 28 not. */
  @Test
  void menuWhenTheAddressBookIsOffIsClosedWithIt() {
    String book = "dav/system_addressbook_exposed";
    assertThat(of(34, book, "0").seen(PLAN))
        .contains(SHARING, COMPLETION)
        .doesNotContain(CONTACTS_MENU, HOVER_CARD, ADDRESS_BOOK);
    assertThat(of(28, book, "no").seen(PLAN))
        .contains(CONTACTS_MENU, HOVER_CARD)
        .doesNotContain(ADDRESS_BOOK);
  }

  @Test
  void groupWhenExcludedIsNoneForSharingAndStaysOneForTheRest() {
    assertThat(of(34, ONLY, "yes", LIST, "[\"plan\"]", RESTRICT, "yes").seen(PLAN))
        .containsExactlyInAnyOrder(
            ADDRESS_BOOK,
            PRINCIPALS,
            GROUP_MEMBERS,
            CIRCLES,
            PROFILE,
            NAMED_PRINCIPAL,
            PUBLIC_PICTURE,
            STATUS);
    assertThat(of(34, ONLY, "yes", LIST, "[\"other\"]").seen(PLAN)).contains(SHARING);
  }

  @Test
  void listWhenTheVersionPassesItOverHelpsNobody() {
    assertThat(of(28, ONLY, "yes", LIST, "[\"plan\"]").seen(PLAN)).contains(SHARING);
    assertThat(of(31, ONLY, "yes", LIST, "[\"plan\"]").seen(PLAN)).doesNotContain(SHARING);
    assertThat(of(28, ONLY, "yes").settable(PLAN)).noneMatch(it -> it.name().equals(LIST));
  }

  @Test
  void membersWhenTheVersionIsOldAreNotListed() {
    assertThat(of(31).seen(PLAN)).doesNotContain(GROUP_MEMBERS);
    assertThat(of(34).seen(Set.of())).doesNotContain(GROUP_MEMBERS);
  }

  @Test
  void customersWhenNobodyIsToBeSearchedAreSeenByMembersTeamsAndLogin() {
    assertThat(
            of(34, ONLY, "yes", LIST, "[\"plan\"]", RESTRICT, "yes", ENUMERATION, "no").seen(PLAN))
        .containsExactlyInAnyOrder(
            GROUP_MEMBERS, CIRCLES, PROFILE, NAMED_PRINCIPAL, PUBLIC_PICTURE, STATUS);
  }

  @Test
  void settingsWhenAllAreMadeLeaveAppsAlone() {
    Map<String, String> made = new HashMap<>(Map.of("circles/enabled", "yes"));
    of(34).settable(Set.of()).forEach(it -> made.put(it.name(), it.value()));
    NextcloudNeighbourSettings after = new NextcloudNeighbourSettings(34, made);

    assertThat(after.seen(Set.of()))
        .containsExactly(NAMED_PRINCIPAL, CIRCLES, PUBLIC_PICTURE, STATUS);
    assertThat(after.settable(Set.of())).isEmpty();
    made.put("circles/enabled", "no");
    made.put("user_status/enabled", "no");
    made.put("dav/system_addressbook_exposed", "0");
    NextcloudNeighbourSettings quiet = new NextcloudNeighbourSettings(34, made);
    assertThat(quiet.seen(Set.of())).isEqualTo(quiet.unclosable());
    assertThat(quiet.settable(Set.of())).as("0 is the same no").isEmpty();
    assertThat(quiet.byHand(Set.of()))
        .extracting(Sentence::key)
        .containsExactly("privacy.deny_principals", "privacy.deny_public_pictures");
  }

  @Test
  void listWhenItIsWrittenIsNeverEmpty() {
    NextcloudNeighbourSettings broken = of(34, LIST, "");
    assertThat(broken.breaking()).isPresent();
    assertThat(broken.settable(Set.of())).contains(list("[]"));
    assertThat(of(34).breaking()).isEmpty();
    assertThat(of(34).settable(Set.of())).noneMatch(it -> it.name().equals(LIST));
    assertThat(of(34, LIST, "[\"guests\"]").settable(PLAN)).contains(list("[\"guests\",\"plan\"]"));
    assertThat(of(34, LIST, "[\"plan\",\"guests\"]").settable(PLAN))
        .noneMatch(it -> it.name().equals(LIST));
  }

  private static AppSetting list(String value) {
    String key = LIST.substring("core/".length());
    return new AppSetting("core", key, value);
  }

  @Test
  void loginWhenMatchedWholeIsClosedByBothItsNames() {
    assertThat(of(34).settable(Set.of()))
        .extracting(AppSetting::name)
        .containsAll(
            List.of(
                "core/shareapi_restrict_user_enumeration_full_match_userid",
                "core/shareapi_restrict_user_enumeration_full_match_user_id"));
  }
}
