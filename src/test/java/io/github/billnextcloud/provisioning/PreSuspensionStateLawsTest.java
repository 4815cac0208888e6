package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.ServerRounding;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import io.github.billnextcloud.provisioning.PlanStep.ChangeKind;
import io.github.billnextcloud.provisioning.TariffSettings.SuspendStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every suspension: whatever it takes, {@code resume} gives back. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class PreSuspensionStateLawsTest {

  private static final UserId ID = new UserId("user_7");

  /** A cloud with this user, who is suspended as the terms say; the way back is what was saved. */
  private record Suspended(CloudUser before, TariffSettings terms, UnaryOperator<Quota> cloud) {

    PreSuspensionState saved() {
      return PreSuspensionState.parse(
          PreSuspensionState.of(terms, terms::sharedGroups, before).orElseThrow().text());
    }

    Plan planFor(CloudUser observed) {
      return Plan.toSuspend(saved(), terms.suspendStyle() == SuspendStyle.READ_ONLY, observed);
    }

    ModelUser after(int steps) {
      List<PlanStep> plan = planFor(before).steps();
      return new ModelUser(before, cloud)
          .apply(new Plan(plan.subList(0, Math.min(steps, plan.size()))));
    }

    ModelUser after() {
      return after(Integer.MAX_VALUE);
    }

    static CloudUser resumed(ModelUser user, PreSuspensionState saved) {
      return user.apply(Plan.toResume(saved, user.look())).look();
    }
  }

  private static void assertAsBefore(Suspended it, CloudUser after) {
    assertThat(after.groups()).isEqualTo(it.before().groups());
    assertThat(it.before().quota().isKeptAs(after.quota()))
        .as("%s, before: %s", after.quota(), it.before().quota())
        .isTrue();
    assertThat(after.isEnabled()).isTrue();
  }

  @Property
  void parseWhenTextWasSavedReadsItBack(
      @ForAll("quotas") Quota quota,
      @ForAll("names") Set<String> join,
      @ForAll("names") Set<String> leave) {
    PreSuspensionState suspension = new PreSuspensionState(quota, join, leave);
    assertThat(PreSuspensionState.parse(suspension.text())).isEqualTo(suspension);
    assertThat(suspension.text()).matches("[!-~ ]*");
  }

  @Property
  void resumeWhenSuspendedInAnyStyleGivesBackWhatWas(@ForAll("suspended") Suspended it) {
    assertAsBefore(it, Suspended.resumed(it.after(), it.saved()));
  }

  @Property
  void resumeWhenSuspensionStoppedHalfWayGivesBackWhatWas(
      @ForAll("suspended") Suspended it, @ForAll @IntRange(max = 3) int steps) {
    assertAsBefore(it, Suspended.resumed(it.after(steps), it.saved()));
  }

  @Property
  void resumeWhenSuspendedForAbuseMeanwhileGivesBackWhatWas(@ForAll("suspended") Suspended it) {
    ModelUser user = it.after().apply(new Plan(List.of(PlanStep.of(ChangeKind.DISABLE))));
    assertAsBefore(it, Suspended.resumed(user, it.saved()));
  }

  @Property
  void resumeWhenFilesWereDeletedMeanwhileGivesBackWhatWas(
      @ForAll("suspended") Suspended it, @ForAll @LongRange(max = 1L << 20) long left) {
    assertAsBefore(it, Suspended.resumed(it.after().stores(left), it.saved()));
  }

  @Property
  void toResumeWhenResumedAlreadyRests(@ForAll("suspended") Suspended it) {
    CloudUser after = Suspended.resumed(it.after(), it.saved());
    assertThat(Plan.toResume(it.saved(), after).steps()).isEmpty();
  }

  @Property
  void toSuspendWhenSuspendedAlreadyRests(@ForAll("suspended") Suspended it) {
    assertThat(it.planFor(it.after().look()).steps()).isEmpty();
  }

  @Property
  void toSuspendWhenReadOnlyLetsNothingMoreIn(@ForAll("suspended") Suspended it) {
    if (it.terms().suspendStyle() == SuspendStyle.READ_ONLY) {
      assertThat(it.after().look().quota().bytes().orElseThrow())
          .isBetween(0L, Math.max(1, it.before().usage().bytes().orElse(0)));
    }
  }

  @Property
  void toSuspendWhenGroupIsNamedPutsItInPlaceOfTheTariffs(@ForAll("suspended") Suspended it) {
    Set<String> tariffs = new TreeSet<>(it.terms().sharedGroups());
    it.terms()
        .suspendGroup()
        .ifPresent(
            instead -> {
              tariffs.remove(instead);
              assertThat(it.after().look().groups()).contains(instead).noneMatch(tariffs::contains);
            });
  }

  @Property
  void toSuspendWhenAskedNeverDisablesOrDeletes(@ForAll("suspended") Suspended it) {
    assertThat(it.planFor(it.before()).steps())
        .extracting(PlanStep::kind)
        .isSubsetOf(ChangeKind.JOIN_GROUP, ChangeKind.LEAVE_GROUP, ChangeKind.QUOTA);
  }

  @Property
  void comingBackToWhenTariffChangedMeanwhileGivesTheNewOne(
      @ForAll("suspended") Suspended it, @ForAll("groups") Set<String> groups) {
    Set<String> former = new TreeSet<>(it.terms().sharedGroups());
    former.removeAll(groups);
    Quota fifty = Quota.ofBytes(50L << 30);
    WantedAccount wanted =
        new WantedAccount(
            new AccountOwnership(ID, true, OptionalLong.empty()),
            fifty,
            WithCloud.PROFILE,
            groups,
            Set.of(),
            former,
            false,
            false);
    PreSuspensionState back =
        PreSuspensionState.parse(it.saved().comingBackTo(wanted, Set.of()).text());

    CloudUser after = Suspended.resumed(it.after(), back);

    Set<String> byHand = new TreeSet<>(it.before().groups());
    byHand.removeAll(it.terms().sharedGroups());
    byHand.addAll(groups);
    assertThat(after.groups()).isEqualTo(byHand);
    assertThat(after.quota()).isEqualTo(fifty);
    assertThat(after.isEnabled()).isTrue();
  }

  @Provide
  Arbitrary<Suspended> suspended() {
    Arbitrary<UnaryOperator<Quota>> clouds =
        Arbitraries.of(
            List.of(
                UnaryOperator.identity(),
                ServerRounding::toldAsText,
                ServerRounding::toldAsNumber));
    return Combinators.combine(users(), terms(), clouds)
        .as((user, terms, cloud) -> new Suspended(toldBy(cloud, user), terms, cloud));
  }

  private static CloudUser toldBy(UnaryOperator<Quota> cloud, CloudUser user) {
    Quota quota = cloud.apply(user.quota());
    return new CloudUser(
        user.id(), user.isEnabled(), quota, user.profile(), user.groups(), user.usage());
  }

  /** Below a hundred terabytes, where Nextcloud tells every byte of what it keeps. */
  private Arbitrary<CloudUser> users() {
    Arbitrary<OptionalLong> stored =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 1L << 46).map(OptionalLong::of),
            Arbitraries.longs().between(0, 1L << 24).map(OptionalLong::of),
            Arbitraries.just(OptionalLong.empty()));
    return Combinators.combine(Arbitraries.of(true, false), quotas(), groups(), stored)
        .as(
            (enabled, quota, in, bytes) ->
                new CloudUser(
                    ID,
                    enabled,
                    quota,
                    new UserProfile("", "", ""),
                    in,
                    new UserUsage(bytes, Optional.empty())));
  }

  private Arbitrary<TariffSettings> terms() {
    Arbitrary<SuspendStyle> styles = Arbitraries.of(SuspendStyle.READ_ONLY, SuspendStyle.GROUP);
    return Combinators.combine(styles, groups(), Arbitraries.of("", "unpaid", "all", "hand"))
        .as(
            (style, groups, instead) ->
                new TariffSettings(
                    Services.tariff(
                        Map.of(
                            TariffSettings.GROUP,
                            List.copyOf(groups),
                            TariffSettings.SUSPEND_STYLE,
                            List.of(style.name().toLowerCase(Locale.ROOT)),
                            TariffSettings.SUSPEND_GROUP,
                            List.of(
                                instead.isEmpty() && style == SuspendStyle.GROUP
                                    ? "unpaid"
                                    : instead)))));
  }

  @Provide
  Arbitrary<Set<String>> groups() {
    return Arbitraries.of("pro", "basic", "all", "hand", "unpaid", "не оплачено").set();
  }

  @Provide
  Arbitrary<Quota> quotas() {
    Arbitrary<Quota> bytes = Arbitraries.longs().between(0, 1L << 53).map(Quota::ofBytes);
    Arbitrary<Quota> gigabytes =
        Arbitraries.longs().between(0, 1 << 20).map(gib -> Quota.ofBytes(gib << 30));
    return Arbitraries.oneOf(bytes, gigabytes, Arbitraries.of(Quota.UNLIMITED, Quota.UNSET));
  }

  /** Names that are most unlike names, of everything that the text itself is made of. */
  @Provide
  Arbitrary<Set<String>> names() {
    return Arbitraries.of(
            ",", ";", "%", "=", "+", " ", "%2C", "&", "\n", "ё", "中", "😀", "pro", "0", "join=")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(parts -> String.join("", parts))
        .set()
        .ofMaxSize(4);
  }
}
