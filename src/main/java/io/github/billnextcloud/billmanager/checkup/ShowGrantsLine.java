package io.github.billnextcloud.billmanager.checkup;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the database's {@code SHOW GRANTS}.
 *
 * @param rights in capitals
 * @param schema a pattern of the database's, {@code *} for all
 * @param table {@code *} for all
 */
record ShowGrantsLine(Set<String> rights, String schema, String table) {

  private static final Pattern LINE =
      Pattern.compile("(?i)GRANT (.+?) ON (?:TABLE )?(\\*|`[^`]+`)\\.(\\*|`[^`]+`) TO .*");

  private static final ShowGrantsLine NOTHING = new ShowGrantsLine(Set.of(), "", "");

  /** What cannot be read grants nothing. */
  static ShowGrantsLine parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return NOTHING;
    }
    Set<String> rights = new TreeSet<>();
    for (String right : matcher.group(1).toUpperCase(Locale.ROOT).split(",")) {
      rights.add(right.strip());
    }
    return new ShowGrantsLine(rights, bare(matcher.group(2)), bare(matcher.group(3)));
  }

  private static String bare(String name) {
    return name.replace("`", "");
  }

  /** True when rows of this table may be replaced. */
  boolean covers(String otherSchema, String otherTable) {
    boolean writes =
        rights.contains("ALL PRIVILEGES")
            || rights.contains("ALL")
            || rights.containsAll(Set.of("INSERT", "DELETE"));
    return writes
        && matches(schema, otherSchema)
        && (table.equals("*") || table.equalsIgnoreCase(otherTable));
  }

  /** The schema of a grant is a pattern in which {@code \_} is a plain underscore. */
  private static boolean matches(String pattern, String name) {
    if (pattern.equals("*")) {
      return true;
    }
    StringBuilder regex = new StringBuilder();
    for (int at = 0; at < pattern.length(); at++) {
      char sign = pattern.charAt(at);
      if (sign == '\\' && at + 1 < pattern.length()) {
        regex.append(Pattern.quote(pattern.substring(++at, at + 1)));
      } else if (sign == '%') {
        regex.append(".*");
      } else {
        regex.append(sign == '_' ? "." : Pattern.quote(String.valueOf(sign)));
      }
    }
    return name.matches(regex.toString());
  }
}
