package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.CloudUser.AccountAccess;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import io.github.billnextcloud.provisioning.PlanStep.ChangeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans as the log tells them. */
class PlanTest {

  private static final UserId ID = new UserId("user_7");
  private static final Quota TEN = Quota.ofBytes(10L << 30);
  private static final UserProfile ANNA = new UserProfile("a@example.org", "Anna", "ru");

  private static WantedAccount wanted(Set<String> groups, Set<String> former) {
    return new WantedAccount(
        new AccountOwnership(ID, true, OptionalLong.empty()),
        TEN,
        ANNA,
        groups,
        Set.of(),
        former,
        false,
        false);
  }

  private static CloudUser observed(
      boolean enabled, Quota quota, UserProfile profile, String... in) {
    return new CloudUser(ID, enabled, quota, profile, Set.of(in), UserUsage.UNKNOWN);
  }

  /** What was not told is made so, whichever it was. */
  @Test
  void planWhenItIsNotKnownWhetherTheUserMayComeInMakesSure() {
    CloudUser user =
        new CloudUser(ID, AccountAccess.UNKNOWN, TEN, ANNA, Set.of(), UserUsage.UNKNOWN);

    assertThat(Plan.toDisable(user).describe()).isEqualTo("disable the user");
    assertThat(Plan.toResume(user).describe()).isEqualTo("enable the user");
    assertThat(Plan.toOpen(wanted(Set.of(), Set.of()), user).describe())
        .isEqualTo("enable the user");
  }

  @Test
  void toOpenWhenEverythingDiffersJoinsFirstAndEnablesLast() {
    CloudUser bare = observed(false, Quota.UNSET, new UserProfile("", "", "en"), "basic", "hand");
    assertThat(Plan.toOpen(wanted(Set.of("pro", "all"), Set.of("basic")), bare).describe())
        .isEqualTo(
            "join the group 'all', join the group 'pro', leave the group 'basic',"
                + " set the quota to 10 GB, set the e-mail address, set the display name,"
                + " set the language to ru, enable the user");
  }

  /** The log reads no texts, and says the same as people are told. */
  @Test
  void stepsWhenToldToPeopleAreThoseOfTheLog() {
    CloudUser bare = observed(false, Quota.UNSET, new UserProfile("", "", "en"), "basic", "hand");
    List<PlanStep> steps = new ArrayList<>();
    steps.addAll(Plan.toOpen(wanted(Set.of("pro"), Set.of("basic")), bare).steps());
    steps.addAll(Plan.toDisable(observed(true, TEN, ANNA)).steps());
    steps.addAll(Plan.toClose(false).steps());
    steps.addAll(Plan.toClose(true).steps());
    assertThat(steps)
        .hasSize(ChangeKind.values().length)
        .allSatisfy(step -> assertThat(step.sentence()).hasToString(step.describe()));
  }

  @Test
  void toOpenWhenAsWantedIsNothing() {
    CloudUser same = observed(true, TEN, ANNA, "pro", "hand");
    assertThat(Plan.toOpen(wanted(Set.of("pro"), Set.of()), same).describe()).isEqualTo("nothing");
  }

  @Test
  void toOpenWhenServerKeepsLanguageToTheUserLeavesIt() {
    CloudUser ownCloud =
        observed(true, TEN, new UserProfile("a@example.org", "Anna", "").withoutLanguage());
    assertThat(Plan.toOpen(wanted(Set.of(), Set.of()), ownCloud).steps()).isEmpty();
  }

  @Test
  void toOpenWhenMailDiffersOnlyInLetterCaseLeavesIt() {
    CloudUser same = observed(true, TEN, new UserProfile("A@Example.ORG", "Anna", "ru"));
    assertThat(Plan.toOpen(wanted(Set.of(), Set.of()), same).steps()).isEmpty();
  }

  @Test
  void toOpenWhenServerRoundedTheQuotaLeavesIt() {
    WantedAccount odd =
        new WantedAccount(
            new AccountOwnership(ID, true, OptionalLong.empty()),
            Quota.ofBytes(26844594176L),
            ANNA,
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            false);
    CloudUser rounded = observed(true, Quota.ofBytes(26843545600L), ANNA);
    assertThat(Plan.toOpen(odd, rounded).steps()).isEmpty();
  }

  @Test
  void toChangeWhenGroupChangedJoinsNewAndLeavesOld() {
    CloudUser before = observed(true, TEN, ANNA, "basic");
    assertThat(Plan.toChange(wanted(Set.of("pro"), Set.of("basic")), before).steps())
        .containsExactly(
            PlanStep.of(ChangeKind.JOIN_GROUP, "pro"),
            PlanStep.of(ChangeKind.LEAVE_GROUP, "basic"));
  }

  @Test
  void toChangeWhenFormerGroupIsLeftAlreadyIsNothing() {
    CloudUser after = observed(true, TEN, ANNA, "pro");
    assertThat(Plan.toChange(wanted(Set.of("pro"), Set.of("basic")), after).steps()).isEmpty();
  }

  @Test
  void toCloseWhenAskedDeletesAndNothingElse() {
    assertThat(Plan.toClose(false).steps()).containsExactly(PlanStep.of(ChangeKind.DELETE));
  }

  @Test
  void describeWhenUserIsSuspendedResumedOrClosedSaysSo() {
    assertThat(Plan.toDisable(observed(true, TEN, ANNA)).describe()).isEqualTo("disable the user");
    assertThat(Plan.toResume(observed(false, TEN, ANNA)).describe()).isEqualTo("enable the user");
    assertThat(Plan.toClose(false).describe()).isEqualTo("delete the user with all files");
  }

  @Test
  void essentialWhenOnlyCourtesiesAreLeftIsEmpty() {
    CloudUser stubborn = observed(true, TEN, new UserProfile("x@example.org", "X", "de"));
    assertThat(Plan.toOpen(wanted(Set.of(), Set.of()), stubborn).essential().steps()).isEmpty();
  }
}
