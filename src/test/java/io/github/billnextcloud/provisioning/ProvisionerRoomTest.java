package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tariffs that are too small for what is stored. */
class ProvisionerRoomTest extends WithCloud {

  private static final long STORED = 10_106_888_847L;
  private static final Quota FIVE = Quota.ofBytes(5L << 30);

  private Account fullAnn() {
    Account ann = ann();
    ann.setUsed(STORED);
    return ann;
  }

  private static WantedAccount wanted(Quota quota, boolean shrinks) {
    return new WantedAccount(
        ANN, quota, PROFILE, Set.of("pro"), Set.of(), Set.of("basic"), shrinks, false);
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void changeWhenTooSmallTellsBothNumbersAndChangesNothing(Flavour flavour) {
    in(flavour);
    fullAnn().groups().remove("pro");
    ProvisioningException refusal =
        catchThrowableOfType(
            ProvisioningException.class, () -> provisioner.change(wanted(FIVE, false)));
    assertThat(refusal)
        .hasMessage("The new quota is 5 GB, but the user stores 9.4 GB")
        .returns(Reason.BELOW_USE, ProvisioningException::reason);
    assertThat(writes()).isEmpty();
  }

  @Test
  void changeWhenTariffMayShrinkGoesBelow() {
    Account ann = fullAnn();
    provisioner.change(wanted(FIVE, true));
    assertThat(ann.quota()).isEqualTo("5 GB");
  }

  @Test
  void changeWhenThereIsNoLimitIsNeverTooSmall() {
    Account ann = fullAnn();
    provisioner.change(wanted(Quota.UNLIMITED, false));
    assertThat(ann.quota()).isEqualTo("none");
  }

  /** Somebody who is over the quota already must be able to change groups. */
  @Test
  void changeWhenQuotaStaysAsItIsIsAllowed() {
    Account ann = fullAnn();
    ann.setQuota("5 GB");
    ann.groups().remove("pro");
    provisioner.change(wanted(FIVE, false));
    assertThat(ann.groups()).containsExactly("pro");
  }

  /** ownCloud does not tell before the first login. */
  @Test
  void changeWhenServerDoesNotTellWhatIsStoredIsAllowed() {
    in(Flavour.OWNCLOUD_10);
    Account ann = ann();
    provisioner.change(wanted(FIVE, false));
    assertThat(ann.quota()).isEqualTo("5 GB");
  }

  @ParameterizedTest
  @CsvSource({"10106888846, false", "10106888847, true", "10106888848, true"})
  void requireRoomWhenBytesAreCountedFitsToTheLast(long bytes, boolean fits) {
    fullAnn();
    Reason reason = reason(() -> provisioner.requireRoom(wanted(Quota.ofBytes(bytes), false)));
    assertThat(reason).isEqualTo(fits ? null : Reason.BELOW_USE);
  }

  @Test
  void requireRoomWhenThereIsRoomTellsOfTheUserAndChangesNothing() {
    fullAnn();
    assertThat(provisioner.requireRoom(wanted(TEN, false)).usage().bytes()).hasValue(STORED);
    assertThat(writes()).isEmpty();
  }

  /** What the cloud shows of a suspended user is the pinned quota. */
  @Test
  void requireRoomWhenQuotaIsPinnedGoesByTheOneBefore() {
    fullAnn().setQuota("9.4 GB");
    provisioner.requireRoom(wanted(FIVE, false), FIVE);
    assertThat(reason(() -> provisioner.requireRoom(wanted(FIVE, false), TEN)))
        .isEqualTo(Reason.BELOW_USE);
  }

  @Test
  void requireRoomWhenUserIsMissingRefuses() {
    assertThat(reason(() -> provisioner.requireRoom(wanted(TEN, false)))).isEqualTo(Reason.MISSING);
  }
}
