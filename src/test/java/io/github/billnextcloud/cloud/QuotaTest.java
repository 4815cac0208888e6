package io.github.billnextcloud.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotas as real servers were seen to tell, take and keep them. */
class QuotaTest {

  private static final long GIB = 1L << 30;

  @ParameterizedTest
  @CsvSource({
    "5 GB, 5368709120",
    "5GB, 5368709120",
    "5368709120, 5368709120",
    "5 gb, 5368709120",
    "5G, 5368709120",
    "1.5 GB, 1610612736",
    "5 TB, 5497558138880",
    "1 PB, 1125899906842624",
    "9223372036854775807, 9223372036854775807",
    "512 MB, 536870912",
    "100 KB, 102400",
    "100 kB, 102400",
    "953.7 MB, 1000026931",
    "5 B, 5",
    "1 B, 1",
    "0 B, 0",
    "0, 0"
  })
  void parseWhenServerTellsAmountReadsBytes(String told, long bytes) {
    assertThat(Quota.parse(told)).isEqualTo(Quota.ofBytes(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "NONE", " none ", "-3"})
  void parseWhenServerTellsNoLimitIsUnlimited(String told) {
    assertThat(Quota.parse(told)).isEqualTo(Quota.UNLIMITED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default",
        "",
        " ",
        " B",
        "-1",
        "-5 GB",
        "garbage",
        "5 XB",
        "5 GiB",
        "1,5 GB",
        "1e9",
        "8192 PB",
        "9223372036854775808",
        "9.2233720368548e+18",
        "5 GB GB",
        "."
      })
  void parseWhenServerTellsNothingUsableIsUnset(String told) {
    assertThat(Quota.parse(told)).isEqualTo(Quota.UNSET);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "1610612736, 1610612736",
    "536870912, 536870912",
    "1073741824, 1 GB",
    "26843545600, 25 GB",
    "26844594176, 26844594176",
    "5497558138880, 5120 GB"
  })
  void toWireWhenLimitedIsWholeGigabytesOrBytes(long bytes, String wire) {
    assertThat(Quota.ofBytes(bytes).toWire()).isEqualTo(wire);
  }

  @Test
  void toWireWhenUnlimitedIsWordAndNeverNegative() {
    assertThat(Quota.UNLIMITED.toWire()).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "26844594176, 25 GB",
    "26844594176, 26843545600",
    "1000000000, 953.7 MB",
    "1000000000, 1000026931",
    "5368709120, 5 GB",
    "5497558138880, 5 TB",
    "1125899906842624, 1 PB",
    "1238489897526886405, 1100 PB",
    "0, 0 B"
  })
  void isKeptAsWhenServerRoundedHolds(long sent, String told) {
    assertThat(Quota.ofBytes(sent).isKeptAs(Quota.parse(told))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"10737418240, 20 GB", "10737418240, none", "10737418240, default", "5, 5 GB"})
  void isKeptAsWhenServerTellsOtherFails(long sent, String told) {
    assertThat(Quota.ofBytes(sent).isKeptAs(Quota.parse(told))).isFalse();
  }

  @Test
  void isKeptAsWhenNothingMayBeStoredIsNotUnlimited() {
    assertThat(Quota.ofBytes(0).isKeptAs(Quota.UNLIMITED)).isFalse();
  }

  /** Where zero is no limit, the least that there is was sent. */
  @Test
  void isKeptAsWhenNothingMayBeStoredOneByteIsThat() {
    assertThat(Quota.ofBytes(0).isKeptAs(Quota.ofBytes(1))).isTrue();
    assertThat(Quota.ofBytes(0).isKeptAs(Quota.ofBytes(2))).isFalse();
    assertThat(Quota.ofBytes(1).isKeptAs(Quota.ofBytes(0))).isFalse();
  }

  @Test
  void isKeptAsWhenUnlimitedIsWantedDefaultIsOther() {
    assertThat(Quota.UNLIMITED.isKeptAs(Quota.UNSET)).isFalse();
  }

  @Test
  void ofBytesWhenNegativeRefuses() {
    assertThatIllegalArgumentException().isThrownBy(() -> Quota.ofBytes(-1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "5, 5 B",
    "1024, 1 KB",
    "1536, 1536 B",
    "536870912, 512 MB",
    "2305843009213693952, 2048 PB"
  })
  void toStringWhenLimitedIsForPeople(long bytes, String text) {
    assertThat(Quota.ofBytes(bytes)).hasToString(text);
  }

  @Test
  void toStringWhenWholeGigabytesNamesThem() {
    assertThat(Quota.ofBytes(10 * GIB)).hasToString("10 GB");
  }

  @Test
  void toStringWhenUnlimitedSaysSo() {
    assertThat(Quota.UNLIMITED).hasToString("unlimited");
  }

  @Test
  void toStringWhenUnsetNamesServer() {
    assertThat(Quota.UNSET).hasToString("the server's default");
  }
}
