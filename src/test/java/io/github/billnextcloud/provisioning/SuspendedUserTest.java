package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Users who are suspended without being disabled, and how they come back. */
class SuspendedUserTest extends WithCloud {

  private static final TariffSettings READ_ONLY = terms("read_only", "");
  private static final TariffSettings GROUP = terms("group", "unpaid");
  private static final TariffSettings BOTH = terms("read_only", "unpaid");

  private static TariffSettings terms(String style, String group) {
    return new TariffSettings(
        Services.tariff(
            Map.of(
                TariffSettings.GROUP, List.of("pro"),
                TariffSettings.SUSPEND_STYLE, List.of(style),
                TariffSettings.SUSPEND_GROUP, List.of(group))));
  }

  /** In another product; with 5.5 million bytes. */
  private Account annIn(Flavour flavour) {
    in(flavour);
    cloud.addGroup("unpaid");
    Account ann = ann();
    ann.setUsed(5_500_000);
    return ann;
  }

  /** What the service then has saved. */
  private PreSuspensionState suspend(TariffSettings terms) {
    CloudUser user = provisioner.observe(ANN).orElseThrow();
    PreSuspensionState suspension =
        PreSuspensionState.of(terms, terms::sharedGroups, user).orElseThrow();
    provisioner.suspend(user, suspension, terms != GROUP);
    return PreSuspensionState.parse(suspension.text());
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void suspendWhenReadOnlyInAnotherGroupPinsAndMoves(Flavour flavour) {
    Account ann = annIn(flavour);
    suspend(BOTH);
    assertThat(ann.quota()).isEqualTo("5.2 MB");
    assertThat(ann.groups()).containsExactly("unpaid");
    assertThat(ann.enabled()).isTrue();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void suspendWhenOnlyTheGroupChangesLeavesTheQuota(Flavour flavour) {
    Account ann = annIn(flavour);
    suspend(GROUP);
    assertThat(ann.quota()).isEqualTo("10 GB");
    assertThat(ann.groups()).containsExactly("unpaid");
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void suspendWhenSuspendedAlreadyWritesNothing(Flavour flavour) {
    annIn(flavour);
    PreSuspensionState saved = suspend(BOTH);
    cloud.forgetRequests();
    provisioner.suspend(provisioner.observe(ANN).orElseThrow(), saved, true);
    assertThat(writes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void suspendWhenNothingIsStoredLetsNothingIn(Flavour flavour) {
    in(flavour);
    Account ann = ann();
    suspend(READ_ONLY);
    assertThat(ann.quota()).isEqualTo("1 B");
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void resumeWhenReadOnlyInAnotherGroupGivesEverythingBack(Flavour flavour) {
    Account ann = annIn(flavour);
    PreSuspensionState saved = suspend(BOTH);
    ann.setEnabled(false);
    provisioner.resume(ANN, saved, Set.of());
    assertThat(ann.quota()).isEqualTo("10 GB");
    assertThat(ann.groups()).containsExactly("pro");
    assertThat(ann.enabled()).isTrue();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void resumeWhenThereWasNoLimitLiftsIt(Flavour flavour) {
    Account ann = annIn(flavour);
    ann.setQuota("none");
    provisioner.resume(ANN, suspend(READ_ONLY), Set.of());
    assertThat(ann.quota()).isEqualTo("none");
  }

  /** Nextcloud does not tell that a quota is the default: there it is what the default was. */
  @Test
  void resumeWhenOwnCloudHadItsDefaultGivesItBack() {
    Account ann = annIn(Flavour.OWNCLOUD_10);
    ann.setQuota("default");
    PreSuspensionState saved = suspend(READ_ONLY);
    assertThat(ann.quota()).isEqualTo("5.2 MB");
    provisioner.resume(ANN, saved, Set.of());
    assertThat(ann.quota()).isEqualTo("default");
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void resumeWhenResumedAlreadyWritesNothing(Flavour flavour) {
    annIn(flavour);
    PreSuspensionState saved = suspend(BOTH);
    provisioner.resume(ANN, saved, Set.of());
    cloud.forgetRequests();
    provisioner.resume(ANN, saved, Set.of());
    assertThat(writes()).isEmpty();
  }

  @Test
  void suspendWhenServerOverlooksItSaysWhatIsLeft() {
    annIn(Flavour.NEXTCLOUD_34);
    strike("PUT", Fault.ocs(100, ""));
    assertThat(failure(() -> suspend(READ_ONLY)))
        .hasMessageEndingWith("what is left to do is: set the quota to 5452595 B")
        .returns(CloudErrorKind.NOT_KEPT, failure -> failure.kind());
  }

  @Test
  void resumeWhenUserIsGoneRefuses() {
    PreSuspensionState saved = PreSuspensionState.parse("quota=10 GB;join=pro;leave=unpaid");
    assertThat(reason(() -> provisioner.resume(ANN, saved, Set.of()))).isEqualTo(Reason.MISSING);
  }

  @Test
  void resumeWhenUserIsStrangerRefuses() {
    ann();
    PreSuspensionState saved = PreSuspensionState.parse("quota=10 GB;join=pro;leave=unpaid");
    assertThat(reason(() -> provisioner.resume(STRANGER, saved, Set.of())))
        .isEqualTo(Reason.COLLISION);
    assertThat(writes()).isEmpty();
  }
}
