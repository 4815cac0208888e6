package io.github.billnextcloud.operator.logs;

import io.github.billnextcloud.logging.LogFiles;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of many runs, which lie mingled, together again: those of one number, from the
 * line that begins to the one that ends. Keeps little of what is not sought, and of what is sought
 * the last stories, so that ninety megabytes are read with a few in memory.
 */
public final class LoggedRunAssembler {

  /** Runs at a time of which the end was not seen yet; a killed one never ends. */
  private static final int MOST_OPEN = 5_000;

  private static final long MOST_CHARACTERS = 4_000_000;

  private final LogSubject sought;
  private final long most;
  private final Map<String, LoggedRun> open = new Eldest();
  private final Deque<LoggedRun> found = new ArrayDeque<>();
  private final Map<LoggedRun, Long> characters = new HashMap<>();
  private long all;
  private int leftOut;
  private @Nullable String since;

  /**
   * @param most how many stories are kept, the last ones
   */
  public LoggedRunAssembler(LogSubject sought, long most) {
    this.sought = sought;
    this.most = most;
  }

  /** Reads the whole log. */
  public static LoggedRunAssembler read(LogFiles files, LogSubject sought, long most)
      throws IOException {
    LoggedRunAssembler stories = new LoggedRunAssembler(sought, most);
    new LogReader(files).each(stories::take);
    return stories;
  }

  void take(LogLine line) {
    since = since == null ? line.time() : since;
    if (line.begins()) {
      open.remove(line.number());
    }
    boolean about = sought.isAbout(line);
    LoggedRun story = open.get(line.number());
    if (story == null) {
      if (!line.begins() && !about && !sought.isNamed(line)) {
        return;
      }
      story = new LoggedRun(line);
      open.put(line.number(), story);
    }
    belongs(story, line, about);
    if (line.ends()) {
      open.remove(line.number());
    }
  }

  private void belongs(LoggedRun story, LogLine line, boolean about) {
    // A service's own run tells of it from the first line on; a module's counts many others, too.
    if (about && (line.equals(story.first()) || sought.key().equals("module"))) {
      story.beWhole();
    }
    boolean isHere = about || !line.begins() && sought.isNamed(line);
    if (!isHere && !(story.isFound() && (story.isWhole() || line.ends() || line.fails()))) {
      return;
    }
    if (story.isNewlyFound()) {
      found.addLast(story);
      characters.put(story, 0L);
    }
    if (characters.containsKey(story)) {
      story.add(line);
      all += line.length();
      characters.merge(story, (long) line.length(), Long::sum);
    }
    forgetTheOldest();
  }

  private void forgetTheOldest() {
    while (found.size() > most || all > MOST_CHARACTERS && found.size() > 1) {
      LoggedRun oldest = found.removeFirst();
      all -= characters.getOrDefault(oldest, 0L);
      characters.remove(oldest);
      leftOut++;
    }
  }

  /** In the order in which they began. */
  public List<LoggedRun> found() {
    return found.stream().sorted(Comparator.comparing(story -> story.first().time())).toList();
  }

  /** How many older ones there are. */
  public int leftOut() {
    return leftOut;
  }

  /** The time of the oldest line of all; empty when the log is. */
  public Optional<String> since() {
    return Optional.ofNullable(since);
  }

  private static final class Eldest extends LinkedHashMap<String, LoggedRun> {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, LoggedRun> eldest) {
      return size() > MOST_OPEN;
    }
  }
}
