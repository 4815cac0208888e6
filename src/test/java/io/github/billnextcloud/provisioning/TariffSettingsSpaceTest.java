package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.billmanager.model.Tariff;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fixed sizes as operators type them. */
class TariffSettingsSpaceTest {

  private static TariffSettings terms(String typed) {
    return new TariffSettings(tariff("fixed", typed));
  }

  private static Tariff tariff(String source, String typed) {
    return Services.tariff(
        Map.of(
            TariffSettings.QUOTA_SOURCE,
            List.of(source),
            TariffSettings.FIXED_QUOTA,
            List.of(typed)));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10737418240",
    "' 10 ', 10737418240",
    "10 GB, 10737418240",
    "10GB, 10737418240",
    "10 gb, 10737418240",
    "10 G, 10737418240",
    "10 GiB, 10737418240",
    "500 MB, 524288000",
    "'1,5 TB', 1649267441664",
    "1.5 tib, 1649267441664",
    "0.5, 536870912",
    "0.001 K, 1",
    "100 kB, 102400",
    "1 PB, 1125899906842624",
    "888 PB, 999799117276250112"
  })
  void fixedQuotaWhenSizeIsTypedIsInBytes(String typed, long bytes) {
    assertThat(terms(typed).fixedQuota()).isEqualTo(Quota.ofBytes(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0 MB",
        "",
        "null",
        "much",
        "-1",
        "none",
        "10 XB",
        "10 GBB",
        "GB",
        "1e3",
        "10 20",
        "1.2345",
        "1.5.5",
        "10737418240",
        "889 PB",
        "999999999 PB",
        "10 ГБ",
        "١٠"
      })
  void fixedQuotaWhenNoSizeOrMoreThanAnyDiskRefuses(String typed) {
    ProvisioningException refusal =
        catchThrowableOfType(ProvisioningException.class, () -> terms(typed).fixedQuota());
    assertThat(refusal.reason()).isEqualTo(Reason.BAD_TARIFF);
  }

  @Property
  void fixedQuotaWhenNearlySizeIsSizeOrRefusal(@ForAll("nearly") String typed) {
    try {
      assertThat(terms(typed).fixedQuota()).matches(Quota::isPositive);
    } catch (ProvisioningException refusal) {
      assertThat(refusal.reason()).isEqualTo(Reason.BAD_TARIFF);
    }
  }

  @Provide
  Arbitrary<String> nearly() {
    Arbitrary<String> digits = Arbitraries.strings().withChars("0123456789.,").ofMaxLength(14);
    Arbitrary<String> units = Arbitraries.strings().withChars(" BKMGTPibkmgtpİıK").ofMaxLength(4);
    return Combinators.combine(digits, units).as(String::concat);
  }

  @Test
  void quotaWhenTariffFixesTheSizeNeedsNoAddOn() {
    assertThat(
            SoldQuotaCalculator.quota(
                Services.of(
                    tariff("fixed", "25 GB"), Services.CUSTOMER, Map.of(), OptionalLong.empty())))
        .isEqualTo(Quota.ofBytes(25L << 30));
  }

  @Test
  void quotaWhenAddOnDecidesDoesNotReadTheFixedSize() {
    assertThat(SoldQuotaCalculator.quota(Services.with(tariff("addon", "much"))))
        .isEqualTo(Quota.ofBytes(10L << 30));
  }
}
