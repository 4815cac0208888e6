package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import io.github.billnextcloud.provisioning.PlanStep.ChangeKind;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** What holds for every plan, whatever is wanted and whatever is observed. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class PlanLawsTest {

  private static final UserId ID = new UserId("user_7");

  @Property
  void toOpenWhenAppliedConverges(
      @ForAll("wanted") WantedAccount wanted, @ForAll("users") CloudUser user) {
    ModelUser model = new ModelUser(user).apply(Plan.toOpen(wanted, user));
    assertThat(Plan.toOpen(wanted, model.look()).steps()).isEmpty();
  }

  @Property
  void toOpenWhenAppliedGivesWhatWasPromised(
      @ForAll("wanted") WantedAccount wanted, @ForAll("users") CloudUser user) {
    CloudUser after = new ModelUser(user).apply(Plan.toOpen(wanted, user)).look();
    assertThat(after.isEnabled()).isTrue();
    assertThat(wanted.quota().isKeptAs(after.quota())).isTrue();
    assertThat(after.groups())
        .containsAll(wanted.groups())
        .noneMatch(wanted.formerGroups()::contains);
  }

  @Property
  void toChangeWhenAppliedConverges(
      @ForAll("wanted") WantedAccount wanted, @ForAll("users") CloudUser user) {
    ModelUser model = new ModelUser(user).apply(Plan.toChange(wanted, user));
    assertThat(Plan.toChange(wanted, model.look()).steps()).isEmpty();
  }

  @Property
  void toOpenWhenAsWantedRests(@ForAll("wanted") WantedAccount wanted) {
    CloudUser asWanted =
        new CloudUser(
            ID, true, wanted.quota(), wanted.profile(), wanted.groups(), UserUsage.UNKNOWN);
    assertThat(Plan.toOpen(wanted, asWanted).isEmpty()).isTrue();
  }

  @Property
  void plansWhenNotClosingAreGentle(
      @ForAll("wanted") WantedAccount wanted, @ForAll("users") CloudUser user) {
    List<Plan> plans =
        List.of(
            Plan.toOpen(wanted, user),
            Plan.toChange(wanted, user),
            Plan.toDisable(user),
            Plan.toResume(user));
    assertThat(plans)
        .flatExtracting(Plan::steps)
        .extracting(PlanStep::kind)
        .doesNotContain(ChangeKind.DELETE);
  }

  @Property
  void toSuspendWhenAskedIsNarrow(@ForAll("users") CloudUser user) {
    List<PlanStep> expected =
        user.isEnabled() ? List.of(PlanStep.of(ChangeKind.DISABLE)) : List.of();
    assertThat(Plan.toDisable(user).steps()).isEqualTo(expected);
  }

  @Property
  void toResumeWhenAskedIsNarrow(@ForAll("users") CloudUser user) {
    List<PlanStep> expected =
        user.isEnabled() ? List.of() : List.of(PlanStep.of(ChangeKind.ENABLE));
    assertThat(Plan.toResume(user).steps()).isEqualTo(expected);
  }

  @Property
  void toChangeWhenAskedIsNarrow(
      @ForAll("wanted") WantedAccount wanted, @ForAll("users") CloudUser user) {
    assertThat(Plan.toChange(wanted, user).steps())
        .extracting(PlanStep::kind)
        .isSubsetOf(ChangeKind.JOIN_GROUP, ChangeKind.LEAVE_GROUP, ChangeKind.QUOTA);
  }

  @Property
  void plansWhenGroupsWereGivenByHandKeepThem(
      @ForAll("wanted") WantedAccount wanted, @ForAll("users") CloudUser user) {
    Set<String> byHand = new TreeSet<>(user.groups());
    byHand.removeAll(wanted.formerGroups());
    CloudUser after = new ModelUser(user).apply(Plan.toOpen(wanted, user)).look();
    assertThat(after.groups()).containsAll(byHand);
  }

  @Provide
  Arbitrary<WantedAccount> wanted() {
    return Combinators.combine(amounts(), profiles(), groups(), groups())
        .as(
            (quota, profile, groups, former) -> {
              Set<String> left = new TreeSet<>(former);
              left.removeAll(groups);
              return new WantedAccount(
                  new AccountOwnership(ID, true, OptionalLong.empty()),
                  quota,
                  profile,
                  groups,
                  Set.of(),
                  left,
                  false,
                  false);
            });
  }

  @Provide
  Arbitrary<CloudUser> users() {
    Arbitrary<Quota> quotas = Arbitraries.oneOf(amounts(), Arbitraries.just(Quota.UNSET));
    return Combinators.combine(
            Arbitraries.of(true, false),
            quotas,
            Arbitraries.oneOf(profiles(), ownCloudProfiles()),
            groups())
        .as(
            (enabled, quota, profile, in) ->
                new CloudUser(ID, enabled, quota, profile, in, UserUsage.UNKNOWN));
  }

  private static Arbitrary<Quota> amounts() {
    Arbitrary<Quota> limited = Arbitraries.longs().between(0, 1L << 53).map(Quota::ofBytes);
    return Arbitraries.oneOf(limited, Arbitraries.just(Quota.UNLIMITED));
  }

  private static Arbitrary<UserProfile> profiles() {
    Arbitrary<String> mails = Arbitraries.of("", "a@example.org", "A@example.org", "b@x.org");
    Arbitrary<String> names = Arbitraries.of("", "Anna", "ANNA", "Борис");
    return Combinators.combine(mails, names, Arbitraries.of("", "ru", "en")).as(UserProfile::new);
  }

  private static Arbitrary<UserProfile> ownCloudProfiles() {
    return profiles().map(UserProfile::withoutLanguage);
  }

  private static Arbitrary<Set<String>> groups() {
    return Arbitraries.of("pro", "basic", "all", "hand").set();
  }
}
