package io.github.billnextcloud.safe;

import java.util.regex.Pattern;

/** What a spreadsheet reads, as RFC 4180 has it, and never as a formula. */
public final class SpreadsheetCell {

  /**
   * What begins one, wide letters too, at the begin of a cell or where a spreadsheet may begin one:
   * in many countries they part at semicolons, and then our quotes stand in the middle of a cell.
   */
  private static final Pattern FORMULA =
      Pattern.compile("(^|[,;|\t])([\\s\\h\"']*+[=+\\-@\uff1d\uff0b\uff0d\uff20])");

  private SpreadsheetCell() {}

  /** What begins with a minus and is a number is no formula, and must stay one. */
  public static String of(Number value) {
    return '"' + value.toString() + '"';
  }

  /** A login that looks like a formula must not become one in somebody's spreadsheet. */
  public static String of(String value) {
    String safe = FORMULA.matcher(PrintableText.line(value)).replaceAll("$1'$2");
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
