package io.github.billnextcloud.billmanager.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units of measure: along the panel's chains, and by the names that everybody knows. */
class MeasureConversionTest {

  private static final MeasureConversion NONE = new MeasureConversion(List.of());
  private static final MeasureConversion CHAIN =
      measures(
          "tib 1024 gib", "gib 1024 mib", "mib 1024 kib", "kib 1024 byte", "byte 1 ", "piece 0 ");

  /** Each measure is "name relation less". */
  private static MeasureConversion measures(String... rows) {
    return new MeasureConversion(
        List.of(rows).stream()
            .map(row -> row.split(" ", -1))
            .map(row -> new MeasureConversion.Measure(row[0], new BigDecimal(row[1]), row[2]))
            .toList());
  }

  private static BigDecimal convert(
      MeasureConversion measures, String amount, String from, String to) {
    return measures.convert(new BigDecimal(amount), from, to).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "2, gib, mib, 2048",
    "1, tib, byte, 1099511627776",
    "2048, mib, gib, 2",
    "1, byte, kib, 0.0009765625",
    "3, piece, piece, 3",
    "1, GiB, MIB, 1024",
    "1, ' gib ', mib, 1024"
  })
  void convertWhenChainConnectsFollowsItInEitherDirection(
      String amount, String from, String to, String expected) {
    assertThat(convert(CHAIN, amount, from, to)).isEqualByComparingTo(expected);
  }

  @Test
  void convertWhenOnlySmallerMeasureIsCommonGoesOverIt() {
    MeasureConversion fork = measures("pack 10 disc", "disc 700 mib", "gib 1024 mib");
    assertThat(convert(fork, "512", "disc", "gib")).isEqualByComparingTo("350");
  }

  @ParameterizedTest
  @CsvSource({"piece, gib", "gib, piece", "mhz, gib", "'', gib", "gib, ''", "'', ''"})
  void convertWhenNoChainConnectsIsEmpty(String from, String to) {
    assertThat(CHAIN.convert(BigDecimal.ONE, from, to)).isEmpty();
  }

  @Test
  void convertWhenChainLoopsEnds() {
    MeasureConversion loop = measures("a 2 b", "b 3 c", "c 5 a");
    assertThat(loop.convert(BigDecimal.ONE, "a", "d")).isEmpty();
  }

  @Test
  void convertWhenMeasureIsItsOwnLessEnds() {
    assertThat(measures("a 2 a").convert(BigDecimal.ONE, "a", "byte")).isEmpty();
  }

  @Test
  void convertWhenChainIsLongerThanAnyEnds() {
    String[] rows =
        IntStream.range(0, 100).mapToObj(at -> "m" + at + " 2 m" + (at + 1)).toArray(String[]::new);
    assertThat(measures(rows).convert(BigDecimal.ONE, "m0", "m99")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"disc 0 mib", "disc -700 mib"})
  void convertWhenRelationIsNoFactorLeadsNowhere(String row) {
    assertThat(measures(row).convert(BigDecimal.ONE, "disc", "mib")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, byte, 1",
    "1, B, 1",
    "1, kib, 1024",
    "1, MiB, 1048576",
    "1.5, gib, 1610612736",
    "1, TIB, 1099511627776",
    "1, pib, 1125899906842624",
    "0.3, kib, 307"
  })
  void toBytesWhenNoChainGoesByTheWellKnownName(String amount, String unit, String bytes) {
    assertThat(NONE.toBytes(new BigDecimal(amount), unit)).contains(new BigInteger(bytes));
  }

  @Test
  void toBytesWhenChainEndsAtWellKnownNameGoesOnByIt() {
    assertThat(measures("disc 700 mib").toBytes(BigDecimal.ONE, "disc"))
        .contains(BigInteger.valueOf(734_003_200));
  }

  @Test
  void toBytesWhenUnitIsBelowWellKnownNameGoesUpToIt() {
    assertThat(measures("gib 4 quarter").toBytes(BigDecimal.TEN, "quarter"))
        .contains(BigInteger.valueOf(10L << 28));
  }

  @Test
  void toBytesWhenPanelCountsInThousandsBelievesThePanel() {
    MeasureConversion decimal = measures("gb 1000 mb", "mb 1000 kb", "kb 1000 byte");
    assertThat(decimal.toBytes(BigDecimal.ONE, "gb")).contains(BigInteger.valueOf(1_000_000_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "piece", "mhz"})
  void toBytesWhenNothingLeadsToBytesIsEmpty(String unit) {
    assertThat(CHAIN.toBytes(BigDecimal.ONE, unit)).isEmpty();
  }

  @Test
  void belowWhenAskedTellsTheChainLargestFirst() {
    assertThat(CHAIN.below("GiB"))
        .extracting(MeasureConversion.Measure::name)
        .containsExactly("gib", "mib", "kib", "byte");
  }

  @Property
  void convertWhenThereAndBackIsTheSame(
      @ForAll @LongRange(max = 1_000_000) long amount,
      @ForAll("units") String from,
      @ForAll("units") String to) {
    BigDecimal there = convert(CHAIN, Long.toString(amount), from, to);
    BigDecimal difference =
        convert(CHAIN, there.toPlainString(), to, from).subtract(BigDecimal.valueOf(amount)).abs();
    assertThat(difference).isLessThan(new BigDecimal("0.0000001"));
  }

  @Property
  void toBytesWhenGibibytesIsTheSameThroughChainAndByName(
      @ForAll @LongRange(max = 1_000_000_000) long gib) {
    BigInteger bytes = BigInteger.valueOf(1024).pow(3).multiply(BigInteger.valueOf(gib));
    assertThat(CHAIN.toBytes(BigDecimal.valueOf(gib), "gib")).contains(bytes);
    assertThat(NONE.toBytes(BigDecimal.valueOf(gib), "gib")).contains(bytes);
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of("tib", "gib", "mib", "kib", "byte");
  }

  /** A panel may have nothing but the name. */
  @ParameterizedTest
  @CsvSource({"kb, 1024", "MB, 1048576", "gb, 1073741824", "tb, 1099511627776", "kib, 1024"})
  void toBytesWhenUnitHasNoRelationIsWellKnown(String unit, BigInteger bytes) {
    assertThat(NONE.toBytes(BigDecimal.ONE, unit)).contains(bytes);
  }

  @Test
  void toBytesWhenThePanelCountsByThousandsDoesSo() {
    MeasureConversion thousands = measures("gb 1000 mb", "mb 1000 kb", "kb 1000 byte", "byte 0 ");
    assertThat(thousands.toBytes(BigDecimal.ONE, "gb")).contains(new BigInteger("1000000000"));
  }
}
