package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.AddOn.Type;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.Tariff;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much space a service promises, and when that cannot be told. */
class PolicyQuotaTest {

  @ParameterizedTest
  @ValueSource(strings = {"disk", "disc", "disk disc", "DISK", "mem disk", " disc "})
  void quotaWhenAddOnIsNamedLikeDiskIsItsAmount(String name) {
    assertThat(quota(Services.integer(name, "10", "gib"))).isEqualTo(Quota.ofBytes(10L << 30));
  }

  @ParameterizedTest
  @CsvSource({
    "10, gib, 10737418240",
    "10, GiB, 10737418240",
    "512, mib, 536870912",
    "1.5, gib, 1610612736",
    "1.9, byte, 1",
    "4611686018427387903, byte, 4611686018427387903",
    "3, tib, 3298534883328"
  })
  void quotaWhenUnitIsKnownIsInBytes(String amount, String unit, long bytes) {
    assertThat(quota(Services.integer("disk", amount, unit))).isEqualTo(Quota.ofBytes(bytes));
  }

  /** What BILLmanager stores when nothing was typed is no size either. */
  @ParameterizedTest
  @CsvSource({"0, gib", "'', gib", "0.1, byte"})
  void quotaWhenItWouldBeNothingRefuses(String amount, String unit) {
    assertThat(refusal(Services.with(Services.integer("disk", amount, unit))))
        .isEqualTo(Reason.BAD_DISK);
  }

  @ParameterizedTest
  @CsvSource({
    "50, gib",
    "50 GB, ''",
    "50gb, ''",
    "gb50, ''",
    "GiB_50, ''",
    "50GiB, ''",
    "'51200 mb', ''"
  })
  void quotaWhenChosenFromAListIsTheSizeThatItsItemIsNamedBy(String item, String unit) {
    assertThat(quota(new AddOn("disk", AddOn.Type.ENUMERATION, item, unit)))
        .isEqualTo(Quota.ofBytes(50L << 30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"50", "big", "", "0gb", "1,5"})
  void quotaWhenItemOfAListIsNoSizeSaysSo(String item) {
    Service service = Services.with(new AddOn("disk", AddOn.Type.ENUMERATION, item, ""));
    assertThat(
            catchThrowableOfType(
                ProvisioningException.class, () -> SoldQuotaCalculator.quota(service)))
        .hasMessageContaining("is a list, of which '" + item + "' is chosen")
        .extracting(ProvisioningException::reason)
        .isEqualTo(Reason.BAD_DISK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-1.0"})
  void quotaWhenAmountIsMinusOneIsUnlimited(String amount) {
    assertThat(quota(Services.integer("disk", amount, "gib"))).isEqualTo(Quota.UNLIMITED);
  }

  @Test
  void quotaWhenTariffLiftsTheLimitIsUnlimitedWhateverTheAddOnsSay() {
    Tariff unlimited = Services.tariff(Map.of("quota_source", List.of("unlimited")));
    assertThat(SoldQuotaCalculator.quota(withoutAddOns(unlimited))).isEqualTo(Quota.UNLIMITED);
  }

  @Test
  void quotaWhenLimitIsSwitchedOffInTariffNeedsTheAddOn() {
    Tariff limited = Services.tariff(Map.of("quota_source", List.of("addon")));
    assertThat(refusal(withoutAddOns(limited))).isEqualTo(Reason.NO_DISK);
  }

  private static Service withoutAddOns(Tariff tariff) {
    return Services.of(tariff, Services.CUSTOMER, Map.of(), OptionalLong.empty());
  }

  @Test
  void quotaWhenOtherAddOnsAreThereTakesTheDisk() {
    AddOn backups = new AddOn("disk", Type.BOOLEAN, "on", "");
    assertThat(quota(Services.integer("users", "5", "piece"), backups, Services.DISK))
        .isEqualTo(Quota.ofBytes(10L << 30));
  }

  @Test
  void quotaWhenNoAddOnIsDiskRefusesAndNamesThoseThatThereAre() {
    Service service = Services.with(Services.integer("diskette", "10", "gib"));
    assertThat(
            catchThrowableOfType(
                ProvisioningException.class, () -> SoldQuotaCalculator.quota(service)))
        .hasMessageContaining("diskette")
        .extracting(ProvisioningException::reason)
        .isEqualTo(Reason.NO_DISK);
  }

  @Test
  void quotaWhenTwoAddOnsAreDisksRefuses() {
    Service service = Services.with(Services.DISK, Services.integer("disc", "5", "gib"));
    assertThat(refusal(service)).isEqualTo(Reason.NO_DISK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "much", "-2", "-0.5", "1e5", "10 gib", "4611686018427387904"})
  void quotaWhenAmountIsNoSpaceRefuses(String amount) {
    assertThat(refusal(Services.with(Services.integer("disk", amount, "byte"))))
        .isEqualTo(Reason.BAD_DISK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "piece", "mhz"})
  void quotaWhenUnitLeadsToNoBytesRefuses(String unit) {
    assertThat(refusal(Services.with(Services.integer("disk", "10", unit))))
        .isEqualTo(Reason.UNKNOWN_UNIT);
  }

  @ParameterizedTest
  @CsvSource({"'', no unit", "mhz, the unit 'mhz'"})
  void quotaWhenUnitLeadsToNoBytesNamesIt(String unit, String named) {
    Service service = Services.with(Services.integer("disk", "10", unit));
    assertThat(
            catchThrowableOfType(
                ProvisioningException.class, () -> SoldQuotaCalculator.quota(service)))
        .hasMessage("The disk add-on 'disk' has " + named + ", which leads to no bytes");
  }

  private static Quota quota(AddOn... addOns) {
    return SoldQuotaCalculator.quota(Services.with(addOns));
  }

  private static Reason refusal(Service service) {
    return catchThrowableOfType(
            ProvisioningException.class, () -> SoldQuotaCalculator.quota(service))
        .reason();
  }
}
