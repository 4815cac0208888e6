package io.github.billnextcloud.standin.cloud;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The servers' own reading and writing of sizes, including all its traps. */
final class QuotaText {
  private static final String FLOAT = "\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)(e[+-]?\\d+)?";
  private static final Pattern NUMBER = Pattern.compile(FLOAT);
  // Looks at the end only: "5 GiB" and "5 XB" end in a plain "b" and so mean 5 bytes.
  private static final Pattern UNIT = Pattern.compile("([kmgtp]?b?)$");
  private static final Map<Character, Integer> POWERS =
      Map.of('b', 0, 'k', 1, 'm', 2, 'g', 3, 't', 4, 'p', 5);

  private QuotaText() {}

  /** Bytes of a text such as "5 GB" or "5368709120"; empty when the server refuses it. */
  static OptionalDouble bytes(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Matcher number = NUMBER.matcher(lower);
    if (number.matches()) {
      return OptionalDouble.of(Double.parseDouble(lower.strip()));
    }
    double value = number.lookingAt() ? Double.parseDouble(number.group().strip()) : 0;
    Matcher unit = UNIT.matcher(lower);
    if (!unit.find() || unit.group().isEmpty()) {
      return OptionalDouble.empty();
    }
    int power = POWERS.get(unit.group().charAt(0));
    return OptionalDouble.of(Math.floor(value * Math.pow(1024, power) + 0.5));
  }

  /** Bytes of a stored definition; PHP carries no more than 14 digits through it. */
  static double stored(String definition) {
    double exact = bytes(definition).orElse(0);
    return new BigDecimal(exact).round(new MathContext(14)).doubleValue();
  }

  /** The text a server stores for a size: each step rounds the one before. */
  static String human(double bytes) {
    if (bytes < 1024) {
      return Json.number(bytes) + " B";
    }
    double size = round(bytes / 1024, 0);
    String[] units = {"KB", "MB", "GB", "TB"};
    for (String unit : units) {
      if (size < 1024) {
        return Json.number(size) + " " + unit;
      }
      size = round(size / 1024, 1);
    }
    return Json.number(size) + " PB";
  }

  private static double round(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
  }

  /** As JSON shows it: whole numbers up to 64 bits, a float beyond. */
  static Number number(double bytes) {
    return Math.abs(bytes) < 0x1p63 ? (Number) (long) bytes : (Number) bytes;
  }
}
