package io.github.billnextcloud.logging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much the log is to tell, by the panel's {@code etc/debug.conf} (contract §9.3): a line with
 * our name that ends in a number, the last one that there is; without one, that of all modules.
 * {@code SET} lines are about sizes and colours, and after {@code #} comes a comment.
 */
public final class DebugConf {

  /** What the panel's own modules take when nothing is said: extended information. */
  public static final int USUAL = 6;

  private static final String NAME = "pmnextcloud";

  private static final String LINE =
      "(?m)^(?!\\s*SET\\b)[^#\\r\\n]*" + NAME + "[^#\\r\\n]*?[\\s=]([0-9])[ \\t\\r]*(?:#.*)?$";

  private static final String ALL = "*";

  private static final String LINE_OF_ALL = "(?m)^[ \\t]*\\*[ \\t]+([0-9])[ \\t\\r]*(?:#.*)?$";

  private DebugConf() {}

  /** From 0, nothing, to 9, everything. */
  public static int level(Path root) {
    try {
      Path file = root.resolve("etc/debug.conf");
      return Files.exists(file)
          ? level(Files.readString(file, StandardCharsets.ISO_8859_1))
          : USUAL;
    } catch (IOException unreadable) {
      return USUAL;
    }
  }

  static int level(String lines) {
    // Most panels have the file, and nothing about us in it.
    int all = lines.contains(ALL) ? last(LINE_OF_ALL, lines, USUAL) : USUAL;
    return lines.contains(NAME) ? last(LINE, lines, all) : all;
  }

  private static int last(String pattern, String lines, int otherwise) {
    int level = otherwise;
    Matcher line = Pattern.compile(pattern).matcher(lines);
    while (line.find()) {
      level = Integer.parseInt(line.group(1));
    }
    return level;
  }
}
