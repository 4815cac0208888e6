package io.github.billnextcloud.cloud;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How servers turn bytes into the text that they keep, written down anew from what was seen. */
final class ServerRounding {

  private static final BigDecimal STEP = new BigDecimal(1024);
  private static final List<String> UNITS = List.of("KB", "MB", "GB", "TB");

  private ServerRounding() {}

  /** Whole KB first, then one decimal for each further unit: 26844594176 is "25 GB". */
  static String text(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    BigDecimal size = BigDecimal.valueOf(bytes).divide(STEP).setScale(0, RoundingMode.HALF_UP);
    for (String unit : UNITS) {
      if (size.compareTo(STEP) < 0) {
        return plain(size) + " " + unit;
      }
      size = size.divide(STEP).setScale(1, RoundingMode.HALF_UP);
    }
    return plain(size) + " PB";
  }

  private static String plain(BigDecimal size) {
    return size.signum() == 0 ? "0" : size.stripTrailingZeros().toPlainString();
  }

  /** The smallest difference that the text of so many bytes can show. */
  static long stepAt(long bytes) {
    long unit = 1024;
    while (bytes / 1024 >= unit) {
      unit *= 1024;
    }
    return unit == 1024 ? unit : unit / 10 + 1;
  }
}
