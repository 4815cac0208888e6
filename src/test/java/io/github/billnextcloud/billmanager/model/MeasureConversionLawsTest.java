package io.github.billnextcloud.billmanager.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes in the panel's units, which is what statistics tell, and back. */
class MeasureConversionLawsTest {

  private static final MeasureConversion PANEL =
      new MeasureConversion(
          List.of(
              new MeasureConversion.Measure("disc", new BigDecimal(700), "mib"),
              new MeasureConversion.Measure("gb", new BigDecimal(1_000_000_000), "byte"),
              new MeasureConversion.Measure("mhz", new BigDecimal(1000), "khz"),
              new MeasureConversion.Measure("piece", BigDecimal.ZERO, "")));

  @ParameterizedTest
  @CsvSource({
    "0, gib, 0",
    "5, byte, 5",
    "1610612736, GiB, 1.5",
    "1610612736, mib, 1536",
    "5500000, gib, 0.0051",
    "1, gib, 0",
    "734003200, disc, 1",
    "1500000000, gb, 1.5",
    "9223372036854775807, byte, 9223372036854775807"
  })
  void ofBytesWhenUnitIsKnownIsInUnits(long bytes, String unit, BigDecimal amount) {
    assertThat(PANEL.ofBytes(bytes, unit).orElseThrow()).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "piece", "mhz", "khz", "nobody's"})
  void ofBytesWhenUnitLeadsToNoBytesIsEmpty(String unit) {
    assertThat(PANEL.ofBytes(1L << 30, unit)).isEmpty();
  }

  /** Four decimals of a unit: the half of a ten-thousandth, and the byte that is cut off. */
  @Property
  void toBytesWhenThereAndBackIsTheSameButForTheRounding(
      @ForAll @LongRange(min = 0) long bytes, @ForAll("units") String unit) {
    BigInteger one = PANEL.toBytes(BigDecimal.ONE, unit).orElseThrow();
    BigInteger back = PANEL.toBytes(PANEL.ofBytes(bytes, unit).orElseThrow(), unit).orElseThrow();
    BigInteger difference = back.subtract(BigInteger.valueOf(bytes)).abs();
    assertThat(difference)
        .isLessThanOrEqualTo(one.divide(BigInteger.valueOf(20_000)).add(BigInteger.ONE));
  }

  @Property
  void ofBytesWhenMoreIsStoredIsNeverLess(
      @ForAll @LongRange(min = 0) long one,
      @ForAll @LongRange(min = 0) long other,
      @ForAll("units") String unit) {
    assertThat(PANEL.ofBytes(Math.max(one, other), unit).orElseThrow())
        .isGreaterThanOrEqualTo(PANEL.ofBytes(Math.min(one, other), unit).orElseThrow());
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of("byte", "kib", "mib", "gib", "tib", "pib", "gb", "disc");
  }
}
