package io.github.billnextcloud.operator.logs;

import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stories of the log as a person reads them: a head, and below it what happened. */
record LoggedRunText(Messages texts, LogSubjectNames names) {

  private static final String MARGIN = "    ";

  String of(LoggedRunAssembler stories) {
    List<LoggedRun> found = stories.found();
    List<String> lines = new ArrayList<>(List.of(names.head(), ""));
    if (stories.leftOut() > 0) {
      lines.add(texts.get("story.older", Integer.toString(stories.leftOut())));
      lines.add("");
    }
    for (LoggedRun story : found) {
      lines.addAll(of(story));
      lines.add("");
    }
    lines.add(end(stories, found));
    return lines.stream().map(LoggedRunText::visible).collect(Collectors.joining("\n", "", "\n"));
  }

  private String end(LoggedRunAssembler stories, List<LoggedRun> found) {
    String none = found.isEmpty() ? texts.get("story.none") + " " : "";
    return none
        + stories.since().map(time -> texts.get("story.since", clock(time, true))).orElse("");
  }

  private List<String> of(LoggedRun story) {
    List<String> lines = new ArrayList<>();
    String when = clock(story.first().time(), true).substring(0, "2026-11-23 03:40:12".length());
    lines.add(texts.get("story.head", when, what(story), result(story)));
    if (!story.hasBeginning()) {
      lines.add(MARGIN + texts.get("story.start"));
    }
    story.lines().forEach(line -> lines.addAll(of(line)));
    if (story.more() > 0) {
      lines.add(MARGIN + texts.get("story.more", Integer.toString(story.more())));
    }
    return lines;
  }

  /** {@code open, service 4711, running operation 99}. */
  private String what(LoggedRun story) {
    Map<String, String> known = story.first().facts();
    Stream<String> facts =
        Stream.of("item", "module", "op")
            .filter(known::containsKey)
            .map(key -> fact(key, known.getOrDefault(key, "")));
    return Stream.concat(Stream.of(story.command()), facts)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String fact(String key, String number) {
    String text = texts.get("story." + key, number);
    return key.equals("item") ? text + names.login(number) : text;
  }

  private String result(LoggedRun story) {
    String failed = story.failure().map(id -> " (" + id + ")").orElse("");
    String time = time(story.duration());
    return story
        .exitCode()
        .map(
            code ->
                switch (code) {
                  case 0 -> texts.get("story.done", time);
                  case 1 -> texts.get("story.failed", time);
                  default -> texts.get("story.code", time, code.toString());
                })
        .orElseGet(() -> texts.get("story.open"))
        .concat(failed);
  }

  /** Warnings and worse are named; a stack trace stays below its line. */
  private static List<String> of(LogLine line) {
    List<String> lines = new ArrayList<>();
    String level = line.level().equals("INFO") ? "" : line.level() + " ";
    lines.add(MARGIN + clock(line.time(), false) + "  " + level + line.message());
    line.rest().forEach(rest -> lines.add(MARGIN + MARGIN + rest.strip()));
    return lines;
  }

  private static String clock(String time, boolean withDay) {
    String clock = time.replace('T', ' ').replace("Z", "");
    return withDay ? clock : clock.substring("2026-11-23 ".length());
  }

  private String time(Duration duration) {
    long millis = duration.toMillis();
    String seconds =
        millis < 10_000 ? millis / 1000 + "." + millis % 1000 / 100 : Long.toString(millis / 1000);
    return texts.get("story.seconds", seconds);
  }

  /** What is in a file may do things to a terminal. */
  private static String visible(String line) {
    return PrintableText.line(line).stripTrailing();
  }
}
