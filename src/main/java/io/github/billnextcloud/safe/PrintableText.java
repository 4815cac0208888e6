package io.github.billnextcloud.safe;

import java.util.function.UnaryOperator;

/**
 * Text from outside as it may be shown: the one place that knows which characters move a terminal's
 * cursor, begin a line, or turn the direction in which a line is read.
 */
public final class PrintableText {

  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  private PrintableText() {}

  /** One line: what is more than letters and signs is a blank. */
  public static String line(String text) {
    return replaced(text, false, unsafe -> " ");
  }

  /**
   * The same without blanks around it, and not longer than that.
   *
   * @param most characters, of which none is taken apart
   */
  public static String line(String text, int most) {
    String clean = line(text).strip();
    int kept = Math.min(most, clean.codePointCount(0, clean.length()));
    return clean.substring(0, clean.offsetByCodePoints(0, kept)).strip();
  }

  /**
   * The beginning of a text that is too long for its place, with a sign that it goes on.
   *
   * @param most characters, that sign included
   */
  public static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  /** Several lines of our own, with what is in them made safe. */
  public static String lines(String text) {
    return replaced(text, true, unsafe -> " ");
  }

  /** A JSON document that means the same, and can be looked at. */
  public static String json(String document) {
    return replaced(document, true, PrintableText::escaped);
  }

  private static String escaped(String unsafe) {
    StringBuilder escaped = new StringBuilder();
    for (char unit : unsafe.toCharArray()) {
      escaped.append("\\u").append(Integer.toHexString(0x10000 | unit), 1, 5);
    }
    return escaped.toString();
  }

  /** The usual text is handed back as it is. */
  private static String replaced(String text, boolean lines, UnaryOperator<String> instead) {
    int at = end(text, 0, lines, true);
    if (at == text.length()) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length()).append(text, 0, at);
    while (at < text.length()) {
      int unsafe = end(text, at, lines, false);
      safe.append(instead.apply(text.substring(at, unsafe)));
      at = end(text, unsafe, lines, true);
      safe.append(text, unsafe, at);
    }
    return safe.toString();
  }

  /** Where the characters that are safe, or are not, end. */
  private static int end(String text, int from, boolean lines, boolean safe) {
    int at = from;
    while (at < text.length() && isSafe(text, at, lines) == safe) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean isSafe(String text, int at, boolean lines) {
    int next = text.codePointAt(at);
    boolean endsLine = next == '\n' || next == '\r' && text.startsWith("\n", at + 1);
    return lines && endsLine || isSafe(next);
  }

  /** A letter or a sign. The two joiners are spelling in many languages, and show nothing. */
  public static boolean isSafe(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      case Character.FORMAT -> character == NON_JOINER || character == JOINER;
      default -> true;
    };
  }
}
