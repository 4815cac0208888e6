package io.github.billnextcloud.cloud;

import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Localizable;
import io.github.billnextcloud.text.Sentence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much a user may store.
 *
 * <p>Clouds keep a quota as text rounded for people ("25 GB"), so two quotas are compared by value
 * and with that rounding in mind, never as text: see {@link #isKeptAs}.
 */
public final class Quota implements Localizable {

  /** No limit at all: {@code none} on the wire. */
  public static final Quota UNLIMITED = new Quota(OptionalLong.empty(), "unlimited");

  /** Whatever the server gives by default, or says in words that we do not know. */
  public static final Quota UNSET = new Quota(OptionalLong.empty(), "default");

  /** What a server shows that cannot tell at this moment; never to be sent. */
  public static final Quota UNKNOWN = new Quota(OptionalLong.empty(), "unknown");

  private static final long KIB = 1024;
  private static final long GIB = KIB * KIB * KIB;

  /** Decimals by which a byte of a petabyte is seen. */
  private static final int CLOSEST = 16;

  private static final String UNITS = "BKMGTP";
  private static final Pattern TEXT =
      Pattern.compile(
          "(\\d{1,30}(?:\\.\\d{1,30})?)\\s{0,9}([BKMGTP]?)B?", Pattern.CASE_INSENSITIVE);

  private final OptionalLong bytes;

  /** What says that there is a number, or why not. */
  private final String word;

  private Quota(OptionalLong bytes, String word) {
    this.bytes = bytes;
    this.word = word;
  }

  /** The quota of this many bytes; zero means that nothing can be stored. */
  public static Quota ofBytes(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("a quota of " + bytes + " bytes");
    }
    return new Quota(OptionalLong.of(bytes), "limited");
  }

  /** Reads what a server says of a quota: {@code none}, {@code default}, digits, or "5.5 GB". */
  public static Quota parse(String text) {
    String trimmed = text.trim();
    if (trimmed.equalsIgnoreCase("none") || trimmed.equals("-3")) {
      return UNLIMITED;
    }
    Matcher matcher = TEXT.matcher(trimmed);
    if (!matcher.matches()) {
      return UNSET;
    }
    int power = Math.max(0, UNITS.indexOf(matcher.group(2).toUpperCase(Locale.ROOT)));
    BigDecimal unit = BigDecimal.valueOf(KIB).pow(power);
    BigInteger whole = rounded(new BigDecimal(matcher.group(1)).multiply(unit));
    return whole.bitLength() > 63 ? UNSET : ofBytes(whole.longValueExact());
  }

  /** Empty where there is no limit, or none that we know. */
  public OptionalLong bytes() {
    return bytes;
  }

  /** True when there is a limit, and room below it. */
  public boolean isPositive() {
    return bytes.orElse(0) > 0;
  }

  /** True when so many bytes do not fit; no limit is never too small. */
  public boolean isLessThan(long stored) {
    return bytes.orElse(stored) < stored;
  }

  public boolean isUnlimited() {
    return equals(UNLIMITED);
  }

  /** The form in which every cloud takes it: {@code none}, {@code default}, "N GB" or bytes. */
  public String toWire() {
    if (equals(UNKNOWN)) {
      throw new IllegalStateException("an unknown quota cannot be set");
    }
    if (bytes.isEmpty()) {
      return isUnlimited() ? "none" : "default";
    }
    long limit = bytes.getAsLong();
    return limit > 0 && limit % GIB == 0 ? limit / GIB + " GB" : Long.toString(limit);
  }

  /**
   * The largest quota that lets a user who stores so much store no more: servers round to one
   * decimal, and must not round up. Never zero, which some of them take for no limit.
   */
  public static Quota pinnedTo(long used) {
    return ofBytes(Math.max(1, inTenths(used, RoundingMode.DOWN).longValue()));
  }

  /** True when a server to which this quota was sent reports the other one. */
  public boolean isKeptAs(Quota observed) {
    if (equals(observed) || bytes.isEmpty() || observed.bytes.isEmpty()) {
      return equals(observed);
    }
    long rounded = rounded(bytes.getAsLong());
    long told = observed.bytes.getAsLong();
    if (rounded == 0) {
      // Where zero is no limit, the least that there is stands for it.
      return told <= 1;
    }
    return rounded == told || inFourteenDigits(rounded) == told;
  }

  /** PHP writes no more digits of a number: "1 PB" comes back as 1125899906842600. */
  private static long inFourteenDigits(long bytes) {
    return BigDecimal.valueOf(bytes).round(new MathContext(14)).longValue();
  }

  /**
   * As servers round it: whole KB, then one decimal at each further unit, rounding what was already
   * rounded.
   */
  static long rounded(long bytes) {
    return bytes < KIB ? bytes : rounded(inTenths(bytes, RoundingMode.HALF_UP)).longValue();
  }

  private static BigDecimal inTenths(long bytes, RoundingMode rounding) {
    BigDecimal kib = BigDecimal.valueOf(KIB);
    BigDecimal amount = BigDecimal.valueOf(bytes).divide(kib, 0, rounding);
    int power = 1;
    while (amount.compareTo(kib) >= 0 && power < UNITS.length() - 1) {
      amount = amount.divide(kib, 1, rounding);
      power++;
    }
    return amount.multiply(kib.pow(power));
  }

  /** Servers round, too, when they turn their text into a number. */
  private static BigInteger rounded(BigDecimal bytes) {
    return bytes.setScale(0, RoundingMode.HALF_UP).toBigInteger();
  }

  /** An amount for people, to one decimal: "9.4 GB". */
  public static String about(long bytes) {
    return about(bytes, 1);
  }

  private static String about(long bytes, int decimals) {
    BigDecimal amount = BigDecimal.valueOf(bytes);
    int power = 0;
    while (amount.compareTo(BigDecimal.valueOf(KIB)) >= 0 && power < UNITS.length() - 1) {
      amount = amount.divide(BigDecimal.valueOf(KIB), 2 * CLOSEST, RoundingMode.HALF_UP);
      power++;
    }
    BigDecimal number = amount.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return number.toPlainString() + " " + (power == 0 ? "B" : UNITS.charAt(power) + "B");
  }

  /** The same as each language writes it. */
  public static Localizable roughly(long bytes) {
    return language -> localized(about(bytes), language);
  }

  /**
   * What is stored, as closely as it takes not to look like this quota when it is another number.
   */
  public Localizable apart(long stored) {
    int decimals = 1;
    while (decimals < CLOSEST && isTakenFor(stored, decimals)) {
      decimals++;
    }
    String amount = about(stored, decimals);
    return language -> localized(amount, language);
  }

  private boolean isTakenFor(long stored, int decimals) {
    long limit = bytes.orElse(stored);
    return limit != stored && about(limit, decimals).equals(about(stored, decimals));
  }

  /** "9.4 GB", "9,4 ГБ". */
  private static String localized(String amount, Language language) {
    int blank = amount.indexOf(' ');
    String number = amount.substring(0, blank);
    String[] units = Sentence.of("quota.units").in(language).split(" ");
    return (language == Language.RU ? number.replace('.', ',') : number)
        + " "
        + units[UNITS.indexOf(amount.charAt(blank + 1))];
  }

  @Override
  public String in(Language language) {
    return bytes.isEmpty()
        ? Sentence.of("quota." + word).in(language)
        : localized(toString(), language);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Quota quota && bytes.equals(quota.bytes) && word.equals(quota.word);
  }

  @Override
  public int hashCode() {
    return bytes.hashCode() + word.hashCode();
  }

  /** For the log: "10 GB", "unlimited". */
  @Override
  public String toString() {
    if (bytes.isEmpty()) {
      return equals(UNSET) ? "the server's default" : word;
    }
    BigDecimal amount = BigDecimal.valueOf(bytes.getAsLong());
    int power = 0;
    while (power < UNITS.length() - 1
        && amount.compareTo(BigDecimal.valueOf(KIB)) >= 0
        && amount.remainder(BigDecimal.valueOf(KIB)).signum() == 0) {
      amount = amount.divide(BigDecimal.valueOf(KIB));
      power++;
    }
    return amount.toPlainString() + " " + (power == 0 ? "B" : UNITS.charAt(power) + "B");
  }
}
