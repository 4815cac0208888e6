package io.github.billnextcloud.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Nextcloud tells its rounded text as a number again: whole bytes, in fourteen digits. */
class QuotaNumberTest {

  @Property
  void isKeptAsWhenNextcloudTellsItsRoundedTextAsNumberHolds(
      @ForAll @LongRange(max = 900L << 50) long bytes) {
    String[] text = ServerRounding.text(bytes).split(" ");
    BigDecimal unit = BigDecimal.valueOf(1024).pow("BKMGTP".indexOf(text[1].charAt(0)));
    BigDecimal told =
        new BigDecimal(text[0])
            .multiply(unit)
            .setScale(0, RoundingMode.HALF_UP)
            .round(new MathContext(14));
    assertThat(Quota.ofBytes(bytes).isKeptAs(Quota.ofBytes(told.longValue()))).isTrue();
  }
}
