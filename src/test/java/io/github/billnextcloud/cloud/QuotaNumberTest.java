package io.github.billnextcloud.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Nextcloud tells its rounded text as a number again: whole bytes, in fourteen digits. */
class QuotaNumberTest {

  @Property
  void isKeptAsWhenNextcloudTellsItsRoundedTextAsNumberHolds(
      @ForAll @LongRange(max = 900L << 50) long bytes) {
    Quota quota = Quota.ofBytes(bytes);
    assertThat(quota.isKeptAs(ServerRounding.toldAsNumber(quota))).isTrue();
  }
}
