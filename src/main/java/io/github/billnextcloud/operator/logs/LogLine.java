package io.github.billnextcloud.operator.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One line of the log, and what belongs to it: {@code 2026-11-23T03:40:12.123Z [4242] INFO
 * item=4711 op=99 observed: …}.
 *
 * @param number of the run that has written it
 * @param facts {@code item}, {@code op}, {@code module}, as far as they were known
 * @param rest the lines of a stack trace
 */
public record LogLine(
    String time,
    String number,
    String level,
    Map<String, String> facts,
    String message,
    List<String> rest) {

  /** Begins a story. */
  public static final String ASKED = "asked: ";

  /** Ends it. */
  public static final String ANSWERED = "answered: ";

  private static final int LONGEST_REST = 200;

  /** Empty when this goes on from the line before it. */
  static Optional<LogLine> parse(String text) {
    int time = text.indexOf("Z [");
    int number = time < 0 ? -1 : text.indexOf("] ", time);
    int level = number < 0 ? -1 : text.indexOf(' ', number + 2);
    if (level < 0 || time < 19 || time > 30 || text.charAt(10) != 'T') {
      return Optional.empty();
    }
    Map<String, String> facts = new TreeMap<>();
    int from = level + 1;
    for (String key : new String[] {"item=", "op=", "module="}) {
      if (text.startsWith(key, from)) {
        int end = text.indexOf(' ', from);
        end = end < 0 ? text.length() : end;
        facts.put(key.substring(0, key.length() - 1), text.substring(from + key.length(), end));
        from = Math.min(end + 1, text.length());
      }
    }
    return Optional.of(
        new LogLine(
            text.substring(0, time + 1),
            text.substring(time + 3, number),
            text.substring(number + 2, level),
            facts,
            text.substring(from),
            new ArrayList<>()));
  }

  void goOn(String text) {
    if (rest.size() < LONGEST_REST) {
      rest.add(text);
    }
  }

  boolean begins() {
    return message.startsWith(ASKED);
  }

  boolean fails() {
    return message.startsWith("failed: ");
  }

  boolean ends() {
    return message.startsWith(ANSWERED);
  }

  int length() {
    return message.length() + rest.stream().mapToInt(String::length).sum() + 100;
  }
}
