package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import io.github.billnextcloud.provisioning.PlanStep.ChangeKind;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a suspension remembers, and what it takes away. */
class PreSuspensionStateTest {

  private static final Quota TEN = Quota.ofBytes(10L << 30);

  private static TariffSettings terms(String style, String group) {
    return new TariffSettings(
        Services.tariff(
            Map.of(
                TariffSettings.GROUP, List.of("pro", "all"),
                TariffSettings.SUSPEND_STYLE, List.of(style),
                TariffSettings.SUSPEND_GROUP, List.of(group))));
  }

  private static CloudUser user(Quota quota, OptionalLong stored, String... groups) {
    return new CloudUser(
        new UserId("anna"),
        true,
        quota,
        new UserProfile("", "", ""),
        Set.of(groups),
        new UserUsage(stored, Optional.empty()));
  }

  private static CloudUser user(String... groups) {
    return user(TEN, OptionalLong.of(5_500_000), groups);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unpaid"})
  void ofWhenUserIsMerelyDisabledIsNothing(String group) {
    assertThat(of(terms("disable", group), user("pro"))).isEmpty();
  }

  @Test
  void ofWhenReadOnlyRemembersTheQuota() {
    assertThat(of(terms("read_only", ""), user("pro")))
        .contains(new PreSuspensionState(TEN, Set.of(), Set.of()));
  }

  @ParameterizedTest
  @CsvSource({"group", "read_only"})
  void ofWhenGroupIsNamedRemembersTheTariffsThatTheUserIsIn(String style) {
    assertThat(of(terms(style, "unpaid"), user("pro", "hand")))
        .contains(new PreSuspensionState(TEN, Set.of("pro"), Set.of("unpaid")));
  }

  @Test
  void ofWhenUserIsInTheGroupByHandLeavesItThere() {
    assertThat(of(terms("group", "unpaid"), user("pro", "unpaid")))
        .contains(new PreSuspensionState(TEN, Set.of("pro"), Set.of()));
  }

  @Test
  void ofWhenTheGroupIsTheTariffsOwnKeepsIt() {
    assertThat(of(terms("group", "all"), user("pro", "all")))
        .contains(new PreSuspensionState(TEN, Set.of("pro"), Set.of()));
  }

  @Test
  void ofWhenStyleNeedsGroupAndNoneIsNamedRefuses() {
    ProvisioningException refusal =
        catchThrowableOfType(
            ProvisioningException.class, () -> of(terms("group", ""), user("pro")));
    assertThat(refusal.reason()).isEqualTo(Reason.BAD_TARIFF);
  }

  @ParameterizedTest
  @CsvSource({"group", "read_only"})
  void ofWhenGroupWouldMakeAdministratorsRefuses(String style) {
    ProvisioningException refusal =
        catchThrowableOfType(
            ProvisioningException.class, () -> of(terms(style, "admin"), user("pro")));
    assertThat(refusal.reason()).isEqualTo(Reason.ADMINISTRATORS_GROUP);
  }

  @Test
  void toResumeWhenSavedTextWouldMakeAnAdministratorRefuses() {
    PreSuspensionState edited = PreSuspensionState.parse("quota=10 GB;join=admin;leave=");
    ProvisioningException refusal =
        catchThrowableOfType(ProvisioningException.class, () -> Plan.toResume(edited, user("pro")));
    assertThat(refusal.reason()).isEqualTo(Reason.ADMINISTRATORS_GROUP);
  }

  @Test
  void savedWhenNothingIsSavedIsEmpty() {
    assertThat(PreSuspensionState.saved(Services.ordered(Map.of(), Map.of()))).isEmpty();
  }

  @Test
  void savedWhenSavedIsRead() {
    Map<String, String> params =
        Map.of(ServiceParams.BEFORE_SUSPENSION, "quota=10 GB;join=all,pro;leave=unpaid");
    assertThat(PreSuspensionState.saved(Services.ordered(params, Map.of())))
        .contains(new PreSuspensionState(TEN, Set.of("all", "pro"), Set.of("unpaid")));
  }

  @Test
  void textWhenAskedIsForTheParam() {
    assertThat(new PreSuspensionState(TEN, Set.of("pro", "a,b;c"), Set.of("не=")).text())
        .isEqualTo("quota=10 GB;join=a%2Cb%3Bc,pro;leave=%D0%BD%D0%B5%3D");
  }

  @ParameterizedTest
  @CsvSource({
    "'quota=default;join=;leave=', default, '', ''",
    "quota=none;leave=a, none, '', a",
    "' join = a% ; quota = 10 GB ', 10 GB, a%, ''",
    "'quota=10 GB;join=,a,;leave=,', 10 GB, a, ''",
    "quota=10 GB;join=a=b, 10 GB, a=b, ''"
  })
  void parseWhenEditedByHandTakesWhatItCan(String text, String quota, String join, String leave) {
    assertThat(PreSuspensionState.parse(text))
        .isEqualTo(new PreSuspensionState(Quota.parse(quota), names(join), names(leave)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "quota=", "quota=much", "join=a;leave=b"})
  void parseWhenQuotaIsLostRefuses(String text) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PreSuspensionState.parse(text))
        .withMessageContaining("before_suspension");
  }

  private static Set<String> names(String name) {
    return name.isEmpty() ? Set.of() : Set.of(name);
  }

  @Test
  void comingBackToWhenTariffHasChangedIsTheNewOne() {
    PreSuspensionState before = new PreSuspensionState(TEN, Set.of("pro", "all"), Set.of("unpaid"));
    Quota fifty = Quota.ofBytes(50L << 30);
    WantedAccount wanted =
        new WantedAccount(
            WithCloud.ANN,
            fifty,
            WithCloud.PROFILE,
            Set.of("big", "all"),
            Set.of(),
            Set.of("pro"),
            false,
            false);
    assertThat(before.comingBackTo(wanted, Set.of()))
        .isEqualTo(new PreSuspensionState(fifty, Set.of("big", "all"), Set.of("pro", "unpaid")));
  }

  @Test
  void toSuspendWhenReadOnlyJoinsLeavesAndPinsInThisOrder() {
    PreSuspensionState suspension =
        new PreSuspensionState(TEN, Set.of("all", "pro"), Set.of("unpaid"));
    assertThat(Plan.toSuspend(suspension, true, user("pro", "all", "hand")).describe())
        .isEqualTo(
            "join the group 'unpaid', leave the group 'all', leave the group 'pro',"
                + " set the quota to 5452595 B");
  }

  @Test
  void toSuspendWhenNotReadOnlyLeavesTheQuota() {
    PreSuspensionState suspension = new PreSuspensionState(TEN, Set.of(), Set.of("unpaid"));
    assertThat(Plan.toSuspend(suspension, false, user()).steps())
        .containsExactly(PlanStep.of(ChangeKind.JOIN_GROUP, "unpaid"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 5_000_000, 5_452_595})
  void toSuspendWhenQuotaIsSmallerAlreadyLeavesIt(long bytes) {
    CloudUser full = user(Quota.ofBytes(bytes), OptionalLong.of(5_500_000));
    assertThat(Plan.toSuspend(new PreSuspensionState(TEN, Set.of(), Set.of()), true, full).steps())
        .isEmpty();
  }

  @Test
  void toSuspendWhenServerDoesNotSayWhatIsStoredLetsNothingIn() {
    CloudUser unknown = user(Quota.UNSET, OptionalLong.empty());
    assertThat(
            Plan.toSuspend(new PreSuspensionState(TEN, Set.of(), Set.of()), true, unknown).steps())
        .containsExactly(PlanStep.of(Quota.ofBytes(1)));
  }

  private static Optional<PreSuspensionState> of(TariffSettings terms, CloudUser user) {
    return PreSuspensionState.of(terms, terms::sharedGroups, user);
  }
}
