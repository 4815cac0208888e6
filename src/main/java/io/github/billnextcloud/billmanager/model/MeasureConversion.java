package io.github.billnextcloud.billmanager.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The panel's units as chains: one of a measure is {@code relation} of its {@code less} (contract
 * §4.14). Names are compared ignoring case.
 */
public final class MeasureConversion {

  private static final int LONGEST_CHAIN = 50;

  /** What our side of the world calls the same in every panel, in bytes. */
  private static final Map<String, BigInteger> WELL_KNOWN = wellKnown();

  /**
   * @param less the smaller measure; empty for the smallest
   */
  public record Measure(String name, BigDecimal relation, String less) {}

  private final Map<String, Measure> byName = new LinkedHashMap<>();

  public MeasureConversion(Iterable<Measure> measures) {
    for (Measure measure : measures) {
      byName.putIfAbsent(key(measure.name()), measure);
    }
  }

  private static Map<String, BigInteger> wellKnown() {
    Map<String, BigInteger> bytes = new LinkedHashMap<>();
    bytes.put("byte", BigInteger.ONE);
    bytes.put("b", BigInteger.ONE);
    BigInteger next = BigInteger.ONE;
    for (String letter : new String[] {"k", "m", "g", "t", "p"}) {
      next = next.multiply(BigInteger.valueOf(1024));
      // Whoever says nothing else by a relation counts as servers do.
      bytes.put(letter + "ib", next);
      bytes.put(letter + "b", next);
    }
    return bytes;
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** So many of a unit in whole bytes, rounded down; empty when the unit leads to no bytes. */
  public Optional<BigInteger> toBytes(BigDecimal amount, String unit) {
    return bytesIn(unit)
        .map(bytes -> bytes.multiply(amount).setScale(0, RoundingMode.DOWN).toBigInteger());
  }

  /** So many bytes in a unit, to four decimals; empty when the unit leads to no bytes. */
  public Optional<BigDecimal> ofBytes(long bytes, String unit) {
    return bytesIn(unit).map(one -> BigDecimal.valueOf(bytes).divide(one, 4, RoundingMode.HALF_UP));
  }

  /**
   * The bytes of one unit: by the panel's chains as far as they lead, in either direction, and by
   * the unit's well-known name where they lead nowhere.
   */
  private Optional<BigDecimal> bytesIn(String unit) {
    return WELL_KNOWN.entrySet().stream()
        .flatMap(known -> convert(new BigDecimal(known.getValue()), unit, known.getKey()).stream())
        .filter(bytes -> bytes.signum() > 0)
        .findFirst();
  }

  /** So many of one measure in another; empty when no chain connects them. */
  Optional<BigDecimal> convert(BigDecimal amount, String from, String to) {
    Map<String, BigDecimal> fromDown = chain(key(from));
    Map<String, BigDecimal> toDown = chain(key(to));
    return fromDown.keySet().stream()
        .filter(toDown::containsKey)
        .findFirst()
        .map(
            common ->
                amount
                    .multiply(fromDown.get(common))
                    .divide(toDown.get(common), 20, RoundingMode.HALF_UP));
  }

  /** Every measure at or below this one, with how many of it make one of this. */
  private Map<String, BigDecimal> chain(String name) {
    Map<String, BigDecimal> chain = new LinkedHashMap<>();
    String next = name;
    BigDecimal factor = BigDecimal.ONE;
    while (!next.isEmpty() && !chain.containsKey(next) && chain.size() < LONGEST_CHAIN) {
      chain.put(next, factor);
      Measure measure = byName.get(next);
      if (measure == null || measure.relation().signum() <= 0) {
        break;
      }
      factor = factor.multiply(measure.relation());
      next = key(measure.less());
    }
    return chain;
  }

  /** The measures that this unit's chain passes, largest first: all that converting it needs. */
  public Iterable<Measure> below(String unit) {
    return chain(key(unit)).keySet().stream().map(byName::get).filter(m -> m != null).toList();
  }
}
