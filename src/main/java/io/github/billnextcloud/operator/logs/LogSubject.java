package io.github.billnextcloud.operator.logs;

import java.util.regex.Pattern;

/**
 * Whose stories are sought.
 *
 * @param key {@code item} or {@code module}
 * @param number its number in BILLmanager
 * @param named how others speak of it in their own lines
 */
public record LogSubject(String key, String number, Pattern named) {

  public static LogSubject item(long item) {
    return new LogSubject(
        "item", Long.toString(item), Pattern.compile("\\bservice " + item + "\\b"));
  }

  /** Statistics speak of services, never of other modules. */
  public static LogSubject module(long module) {
    return new LogSubject(
        "module", Long.toString(module), Pattern.compile("\\bmodule " + module + "\\b"));
  }

  /** The line is of a run about it. */
  boolean isAbout(LogLine line) {
    return number.equals(line.facts().get(key));
  }

  /** The line is of another run, and speaks of it. */
  boolean isNamed(LogLine line) {
    return named.matcher(line.message()).find();
  }
}
