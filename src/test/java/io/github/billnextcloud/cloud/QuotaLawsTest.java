package io.github.billnextcloud.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds for every quota. */
class QuotaLawsTest {

  private static final long GIB = 1L << 30;
  private static final long MOST = 900L << 50;

  @Property
  void parseWhenWholeGigabytesGoOverWireReadsThemBack(@ForAll @LongRange(max = 1 << 30) long gib) {
    Quota quota = Quota.ofBytes(gib * GIB);
    assertThat(Quota.parse(quota.toWire())).isEqualTo(quota);
  }

  @Property
  void parseWhenBytesGoOverWireReadsThemBack(@ForAll @LongRange(max = MOST) long bytes) {
    Quota quota = Quota.ofBytes(bytes);
    assertThat(Quota.parse(quota.toWire())).isEqualTo(quota);
  }

  @Property
  void isKeptAsWhenServerKeepsItExactlyHolds(@ForAll @LongRange(max = MOST) long bytes) {
    Quota quota = Quota.ofBytes(bytes);
    assertThat(quota.isKeptAs(quota)).isTrue();
  }

  @Property
  void isKeptAsWhenServerTellsItsRoundedTextHolds(@ForAll @LongRange(max = MOST) long bytes) {
    Quota told = Quota.parse(ServerRounding.text(bytes));
    assertThat(Quota.ofBytes(bytes).isKeptAs(told)).isTrue();
  }

  @Property
  void isKeptAsWhenMoreThanOneRoundingStepApartFails(
      @ForAll @LongRange(max = MOST) long one, @ForAll @LongRange(min = 1, max = MOST) long more) {
    long other = one + ServerRounding.stepAt(one + more) + more;
    assertThat(Quota.ofBytes(one).isKeptAs(Quota.ofBytes(other))).isFalse();
    assertThat(Quota.ofBytes(other).isKeptAs(Quota.ofBytes(one))).isFalse();
  }

  @Property
  void isKeptAsWhenNeighbouringWholeGigabytesFails(@ForAll @LongRange(max = 1000) long gib) {
    Quota observed = Quota.ofBytes((gib + 1) * GIB);
    assertThat(Quota.ofBytes(gib * GIB).isKeptAs(observed)).isFalse();
  }

  @Property
  void parseWhenTextIsArbitraryNeverThrows(@ForAll String text) {
    assertThatCode(() -> Quota.parse(text)).doesNotThrowAnyException();
  }

  @Property
  void parseWhenTextIsNearlyQuotaNeverThrows(@ForAll("nearly") String text) {
    assertThatCode(() -> Quota.parse(text)).doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> nearly() {
    Arbitrary<String> digits = Arbitraries.strings().withChars("0123456789.,-+e").ofMaxLength(60);
    Arbitrary<String> units = Arbitraries.strings().withChars(" BKMGTPibkmgtpİıK").ofMaxLength(4);
    return Combinators.combine(digits, units).as(String::concat);
  }
}
