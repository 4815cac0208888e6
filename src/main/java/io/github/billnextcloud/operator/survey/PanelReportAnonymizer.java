package io.github.billnextcloud.operator.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What may be told of a panel: the words of its own language. Nothing is taken out of a text; only
 * what is known to be a name, a number of a kind, or a keyword is let through.
 */
final class PanelReportAnonymizer {

  /** Stands for whatever was not let through. */
  static final String HIDDEN = "…";

  /** Names of product types, params, units: letters, as a rule, and all small. */
  private static final Pattern NAME =
      Pattern.compile("[a-z][a-z_]{0,30}(?:[.-]?[a-z_]{1,30}){0,5}\\d?");

  private static final Pattern TOKEN = Pattern.compile("\\S+");

  private static final Pattern LITERAL = Pattern.compile("'(?:[^'\\\\]|\\\\.|'')*'");

  private static final Set<String> LITERALS =
      Set.of("'on'", "'off'", "''", "'0'", "'1'", "'0.0000'", "'yes'", "'no'");

  private static final Pattern TIME_FIELD = Pattern.compile("[0-9*/,-]{1,20}|@[a-z]{4,8}");

  private static final Set<String> CRON_WORDS =
      Set.of(
          "billmaintain",
          "mgrctl",
          "cron-core",
          "cron-billmgr",
          "core",
          "billmgr",
          "-m",
          "crontask");

  private static final Pattern CRON_ACTION = Pattern.compile("action=[a-z_.]{1,50}");

  private static final Pattern OPTION = Pattern.compile("--([a-z_]{1,30})(?:=.*)?");

  private static final Pattern VERSION = Pattern.compile("\\d{1,4}(?:\\.\\d{1,6}){1,4}");

  private PanelReportAnonymizer() {}

  /** A list of names, such as {@code disk disc}. */
  static String names(String text) {
    return TOKEN
        .matcher(text)
        .results()
        .map(token -> NAME.matcher(token.group()).matches() ? token.group() : HIDDEN)
        .collect(Collectors.joining(" "));
  }

  /** {@code column=value}: a value is a name or a number. */
  static String column(String text) {
    int equals = text.indexOf('=') + 1;
    String value = text.substring(equals);
    boolean number = value.matches("-?\\d{1,9}(\\.\\d{1,6})?");
    return text.substring(0, equals) + (number ? value : names(value));
  }

  /** The shape of a table, without what its columns are filled with, and without remarks. */
  static List<String> table(String sql) {
    String shape = sql.replaceAll("(?s)\\sAUTO_INCREMENT=\\d+", "");
    shape = shape.replaceAll("(?s) COMMENT[ =]'(?:[^'\\\\]|\\\\.|'')*'", "");
    Matcher literal = LITERAL.matcher(shape);
    StringBuilder masked = new StringBuilder();
    while (literal.find()) {
      String kept = LITERALS.contains(literal.group()) ? literal.group() : "'" + HIDDEN + "'";
      literal.appendReplacement(masked, Matcher.quoteReplacement(kept));
    }
    return literal.appendTail(masked).toString().lines().toList();
  }

  /**
   * What {@code mgrctl -i} says of a function: the name that a line begins with, and what is said
   * of it as far as it is among these words.
   */
  static List<String> function(String text, Set<String> words) {
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().limit(500).toList()) {
      StringBuilder kept = new StringBuilder();
      boolean first = true;
      for (String token : line.strip().split("[\\s=:;,()\\[\\]<>\"'/|]+")) {
        boolean known = words.contains(token.toLowerCase(Locale.ROOT));
        if (known || first && NAME.matcher(token).matches()) {
          kept.append(' ').append(token);
        } else if (!token.isEmpty() && !kept.toString().endsWith(HIDDEN)) {
          kept.append(' ').append(HIDDEN);
        }
        first = first && token.isEmpty();
      }
      lines.add(kept.toString().strip());
    }
    lines.removeIf(line -> line.isEmpty() || line.equals(HIDDEN));
    return lines;
  }

  /** A line of a crontab: when, and which of the panel's programs. */
  static String cron(String line) {
    List<String> kept = new ArrayList<>();
    String before = "";
    for (String token : line.strip().split("\\s+")) {
      String word = token.replaceFirst("^.*/(?=[^/]+$)", "");
      boolean time = kept.size() < 5 && TIME_FIELD.matcher(token).matches();
      boolean job = before.equals("billmaintain") && NAME.matcher(word).matches();
      if (time || job || CRON_WORDS.contains(word) || CRON_ACTION.matcher(word).matches()) {
        kept.add(time ? token : word);
      } else if (kept.isEmpty() || !kept.get(kept.size() - 1).equals(HIDDEN)) {
        kept.add(HIDDEN);
      }
      before = word;
    }
    return String.join(" ", kept);
  }

  /** How we were called: the options, the command, and what kind of value each other had. */
  static String call(String args) {
    StringBuilder kept = new StringBuilder();
    String option = "";
    for (String token : args.replaceAll("['\"]", "").strip().split("\\s+")) {
      Matcher name = OPTION.matcher(token);
      if (name.matches()) {
        option = name.group(1);
        kept.append(" --").append(option).append(token.contains("=") ? "=" + HIDDEN : "");
      } else if (!kept.isEmpty()) {
        boolean command = option.equals("command") && NAME.matcher(token).matches();
        String value = token.matches("\\d{1,18}") ? "N" : HIDDEN;
        kept.append(' ').append(command ? token : value);
        option = "";
      }
    }
    return kept.toString().strip();
  }

  /** The first version that the text names. */
  static String version(String text) {
    Matcher version = VERSION.matcher(text);
    return version.find() ? version.group() : HIDDEN;
  }
}
