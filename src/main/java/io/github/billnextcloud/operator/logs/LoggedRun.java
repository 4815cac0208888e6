package io.github.billnextcloud.operator.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run as the log tells it, or what of it is about the one that is sought. */
public final class LoggedRun {

  private static final int MOST_LINES = 1_000;
  private static final Pattern END = Pattern.compile("answered: exit code (\\d+) after (\\d+) ms");
  private static final Pattern FAILED = Pattern.compile("failed: (pmnextcloud_\\w+)");

  private final LogLine first;
  private final List<LogLine> lines = new ArrayList<>();
  private boolean whole;
  private boolean found;
  private LogLine last;
  private int more;

  LoggedRun(LogLine first) {
    this.first = first;
    this.last = first;
  }

  /** All its lines belong here, not only those that name the one that is sought. */
  void beWhole() {
    whole = true;
  }

  boolean isWhole() {
    return whole;
  }

  /** True once. */
  boolean isNewlyFound() {
    boolean isNew = !found;
    found = true;
    return isNew;
  }

  boolean isFound() {
    return found;
  }

  void add(LogLine line) {
    last = line;
    if (line.begins() || line.ends()) {
      return;
    }
    if (lines.size() < MOST_LINES) {
      lines.add(line);
    } else {
      more++;
    }
  }

  /** The line that it begins with, or the first that is left of it. */
  public LogLine first() {
    return first;
  }

  public boolean hasBeginning() {
    return first.begins();
  }

  /** Empty when the beginning is not in the log. */
  public String command() {
    return hasBeginning() ? first.message().substring(LogLine.ASKED.length()) : "";
  }

  public List<LogLine> lines() {
    return lines;
  }

  /** How many lines are too many to be kept. */
  public int more() {
    return more;
  }

  /** Empty when it has no end. */
  public Optional<Integer> exitCode() {
    Matcher end = END.matcher(last.message());
    return end.matches() ? Optional.of(Integer.valueOf(end.group(1))) : Optional.empty();
  }

  /** From the question to the answer, or to the last line that there is. */
  public Duration duration() {
    Matcher end = END.matcher(last.message());
    return end.matches()
        ? Duration.ofMillis(Long.parseLong(end.group(2)))
        : Duration.between(Instant.parse(first.time()), Instant.parse(last.time()));
  }

  /** The error's id, if it failed. */
  public Optional<String> failure() {
    return lines.stream()
        .map(line -> FAILED.matcher(line.message()))
        .filter(Matcher::find)
        .map(failed -> failed.group(1))
        .reduce((one, next) -> next);
  }
}
