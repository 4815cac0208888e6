package io.github.billnextcloud.cloud;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** How servers turn bytes into the text that they keep, written down anew from what was seen. */
public final class ServerRounding {

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

  /** What ownCloud tells of a quota that was sent to it: the text that it keeps. */
  public static Quota toldAsText(Quota sent) {
    return sent.bytes().isEmpty() ? sent : Quota.parse(text(sent.bytes().getAsLong()));
  }

  /** What Nextcloud tells of it: its text as a number again, whole bytes in fourteen digits. */
  public static Quota toldAsNumber(Quota sent) {
    if (sent.bytes().isEmpty()) {
      return sent;
    }
    String[] text = text(sent.bytes().getAsLong()).split(" ");
    BigDecimal unit = STEP.pow("BKMGTP".indexOf(text[1].charAt(0)));
    BigDecimal bytes = new BigDecimal(text[0]).multiply(unit).setScale(0, RoundingMode.HALF_UP);
    return Quota.ofBytes(bytes.round(new MathContext(14)).longValue());
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
