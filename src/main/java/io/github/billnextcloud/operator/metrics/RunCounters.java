package io.github.billnextcloud.operator.metrics;

import io.github.billnextcloud.logging.LogFiles;
import io.github.billnextcloud.operator.logs.LogLine;
import io.github.billnextcloud.operator.logs.LogReader;
import io.github.billnextcloud.safe.KeptFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the log has told of all runs so far. The log forgets, these do not: each look that is kept
 * counts the lines between the last one and shortly before now, so that nothing is counted twice,
 * whoever looks at the same time; a look that is not kept counts until now. Pure: lines in, counts
 * out.
 *
 * <p>Kept as lines of words: {@code until TIME}, {@code open NUMBER COMMAND MODULE TIME}, {@code
 * sum NAME LABELS VALUE}.
 */
public final class RunCounters {

  private static final String KEPT = "var/pmnextcloud.metrics/counters";

  /** Runs by command and outcome. */
  static final String RUNS = "runs";

  /** Runs by command and the bound below which they took; without a bound all, and all seconds. */
  static final String DURATIONS = "durations";

  static final String SECONDS = "seconds";

  /** Failures by error and module. */
  static final String ERRORS = "errors";

  /** How often, and how many seconds, we waited for a module's cloud. */
  static final String WAITS = "waits";

  static final String WAITED = "waited";

  /** When a module was last counted, and what it stored then. */
  static final String COUNTED = "counted";

  static final String STORED = "stored";

  /** How many of its services stored more than they may. */
  static final String OVER_QUOTA = "over_quota";

  /** When all services of a module had been counted, whatever failed after that. */
  static final String WHOLE = "whole";

  /** When the doctor was last asked, and its exit code. */
  static final String EXAMINED = "examined";

  static final String FOUND = "found";

  /** In seconds: a form waits for the first ones, a whole cloud takes the last. */
  static final double[] BOUNDS = {0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300};

  static final String UNKNOWN = "-";

  /** A line may come to the file a moment after its time. */
  private static final Duration LATE = Duration.ofSeconds(5);

  /** A run of which no end was seen for so long has none. */
  private static final Duration LOST = Duration.ofDays(1);

  private static final Set<String> THROTTLED = Set.of("cloud_throttled", "cloud_busy");

  private static final int MOST_OPEN = 1_000;

  private static final Pattern END = Pattern.compile("answered: exit code (\\d+) after (\\d+) ms");
  private static final Pattern FAILED = Pattern.compile("failed: pmnextcloud_(\\w+).*");
  private static final Pattern STAT = Pattern.compile("counted: \\d+ services, (\\d+) bytes, .*");
  private static final Pattern OVER = Pattern.compile("counted: .*, (\\d+) over their quota\\b.*");
  private static final Pattern WAIT =
      Pattern.compile("waits (\\d+) ms before the cloud is asked again");
  private static final Pattern NAME = Pattern.compile("[a-z_]{1,40}");

  private final Map<String, TreeMap<List<String>, Double>> sums = new TreeMap<>();
  private final Map<String, Run> open = new TreeMap<>();
  private Instant until = Instant.EPOCH;
  private Instant most = Instant.EPOCH;

  private record Run(String command, String module, Instant begun) {}

  RunCounters() {}

  /** What was kept, and all that the log of a panel has told since: not to be kept. */
  public static RunCounters of(Path root, Instant now) throws IOException {
    return kept(root).upTo(now).read(root);
  }

  /** The same without the last seconds, of which a line may still come. */
  static RunCounters toKeep(Path root, Instant now) throws IOException {
    return kept(root).before(now).read(root);
  }

  static RunCounters kept(Path root) throws IOException {
    return file(root).lines().map(RunCounters::of).orElseGet(RunCounters::new);
  }

  private RunCounters read(Path root) throws IOException {
    LogReader.since(LogFiles.in(root.resolve("var")), until).each(this::take);
    end();
    return this;
  }

  /**
   * Of a module that is gone nothing is counted any more, and what was counted last would look
   * forgotten for ever. What only grows stays.
   *
   * @param modules those that there are
   */
  void forgetGauges(Collection<Long> modules) {
    for (String name : List.of(COUNTED, STORED, OVER_QUOTA, WHOLE)) {
      called(name)
          .keySet()
          .removeIf(labels -> modules.stream().noneMatch(it -> labels.get(0).equals("" + it)));
    }
  }

  void keep(Path root) throws IOException {
    file(root).write(lines());
  }

  private static KeptFile file(Path root) {
    return new KeptFile(root.resolve(KEPT));
  }

  /** How often something failed of what a processing module was asked for. */
  public long failures(long module) {
    return sum(module, id -> true);
  }

  /** How often its cloud turned us away because we, or others, ask too much. */
  public long throttles(long module) {
    return sum(module, THROTTLED::contains);
  }

  private long sum(long module, Predicate<String> wanted) {
    String label = Long.toString(module);
    return called(ERRORS).entrySet().stream()
        .filter(it -> it.getKey().get(1).equals(label) && wanted.test(it.getKey().get(0)))
        .mapToLong(it -> it.getValue().longValue())
        .sum();
  }

  /** When all its services had been counted last; empty when nobody has seen that. */
  public Optional<Instant> counted(long module) {
    return find(WHOLE, Long.toString(module))
        .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
  }

  /** The same of all of which anybody has seen it, whether they are still there or not. */
  public NavigableMap<Long, Instant> counted() {
    NavigableMap<Long, Instant> all = new TreeMap<>();
    each(WHOLE, Map::entry).stream()
        .filter(it -> it.getKey().get(0).matches("\\d{1,18}"))
        .forEach(
            it ->
                all.put(
                    Long.valueOf(it.getKey().get(0)),
                    Instant.ofEpochSecond(it.getValue().longValue())));
    return all;
  }

  /** How often its cloud was waited for before it was asked again. */
  public long waits(long module) {
    return (long) of(WAITS, Long.toString(module), UNKNOWN);
  }

  /** What was kept; of what cannot be read nothing is known. */
  static RunCounters of(List<String> lines) {
    RunCounters kept = new RunCounters();
    try {
      lines.forEach(line -> kept.read(line.split(" ")));
      return kept;
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException broken) {
      return new RunCounters();
    }
  }

  private void read(String... words) {
    switch (words[0]) {
      case "until" -> until = Instant.parse(words[1]);
      case "open" -> open.put(words[1], new Run(words[2], words[3], Instant.parse(words[4])));
      case "sum" -> set(words[1], List.of(words[2], words[3]), Double.parseDouble(words[4]));
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("until " + until);
    open.forEach(
        (number, run) ->
            lines.add(
                String.join(" ", "open", number, run.command, run.module, run.begun.toString())));
    sums.forEach(
        (name, values) ->
            values.forEach(
                (labels, value) ->
                    lines.add(
                        String.join(
                            " ", "sum", name, labels.get(0), labels.get(1), value.toString()))));
    return lines;
  }

  /** From when on lines are to be counted. */
  Instant until() {
    return until;
  }

  /** Lines are counted until shortly before now. */
  RunCounters before(Instant now) {
    return upTo(now.minus(LATE));
  }

  private RunCounters upTo(Instant last) {
    most = last;
    return this;
  }

  /** The look has ended. */
  void end() {
    until = most.isAfter(until) ? most : until;
    open.values().removeIf(run -> run.begun.isBefore(until.minus(LOST)));
  }

  void take(LogLine line) {
    Instant time = Instant.parse(line.time());
    if (!time.isAfter(until) || time.isAfter(most)) {
      return;
    }
    if (line.message().startsWith(LogLine.ASKED)) {
      begin(line, time);
    } else {
      tell(line, time);
    }
  }

  private void begin(LogLine line, Instant time) {
    String asked = line.message().substring(LogLine.ASKED.length()).split(" ", 2)[0];
    String command = NAME.matcher(asked).matches() ? asked : UNKNOWN;
    if (open.size() < MOST_OPEN) {
      open.put(line.number(), new Run(command, module(line, UNKNOWN), time));
    }
  }

  private static String module(LogLine line, String otherwise) {
    return line.facts().getOrDefault("module", otherwise);
  }

  private void tell(LogLine line, Instant time) {
    Run run = open.getOrDefault(line.number(), new Run(UNKNOWN, UNKNOWN, time));
    String module = module(line, run.module);
    if (!module.equals(run.module) && open.containsKey(line.number())) {
      open.put(line.number(), new Run(run.command, module, run.begun));
    }
    Matcher failed = FAILED.matcher(line.message());
    if (failed.matches()) {
      add(ERRORS, List.of(failed.group(1), module), 1);
    }
    Matcher counted = STAT.matcher(line.message());
    if (counted.matches()) {
      set(STORED, List.of(module, UNKNOWN), Double.parseDouble(counted.group(1)));
      set(WHOLE, List.of(module, UNKNOWN), time.getEpochSecond());
    }
    Matcher over = OVER.matcher(line.message());
    if (over.matches()) {
      set(OVER_QUOTA, List.of(module, UNKNOWN), Double.parseDouble(over.group(1)));
    }
    Matcher wait = WAIT.matcher(line.message());
    if (wait.matches()) {
      add(WAITS, List.of(module, UNKNOWN), 1);
      add(WAITED, List.of(module, UNKNOWN), Long.parseLong(wait.group(1)) / 1000.0);
    }
    Matcher end = END.matcher(line.message());
    if (end.matches()) {
      end(run, module, Integer.parseInt(end.group(1)), Long.parseLong(end.group(2)), time);
      open.remove(line.number());
    }
  }

  private void end(Run run, String module, int exitCode, long millis, Instant time) {
    add(RUNS, List.of(run.command, outcome(exitCode)), 1);
    double seconds = millis / 1000.0;
    add(SECONDS, List.of(run.command, UNKNOWN), seconds);
    add(DURATIONS, List.of(run.command, bound(seconds)), 1);
    if (run.command.equals("stat") && exitCode == 0) {
      set(COUNTED, List.of(module, UNKNOWN), time.getEpochSecond());
    }
    if (run.command.equals("doctor")) {
      set(EXAMINED, List.of(UNKNOWN, UNKNOWN), time.getEpochSecond());
      set(FOUND, List.of(UNKNOWN, UNKNOWN), exitCode);
    }
  }

  /** Of the commands that tell differences by 2, that is no failure. */
  private static String outcome(int exitCode) {
    return switch (exitCode) {
      case 0 -> "done";
      case 2 -> "differences";
      case 64 -> "refused";
      default -> "failed";
    };
  }

  private static String bound(double seconds) {
    for (double bound : BOUNDS) {
      if (seconds <= bound) {
        return Double.toString(bound);
      }
    }
    return UNKNOWN;
  }

  private void add(String name, List<String> labels, double value) {
    sums.computeIfAbsent(name, none -> new TreeMap<>(BY_WORDS)).merge(labels, value, Double::sum);
  }

  private void set(String name, List<String> labels, double value) {
    sums.computeIfAbsent(name, none -> new TreeMap<>(BY_WORDS)).put(labels, value);
  }

  private static final Comparator<List<String>> BY_WORDS =
      Comparator.comparing((List<String> labels) -> labels.get(0))
          .thenComparing(labels -> labels.get(1));

  private Map<List<String>, Double> called(String name) {
    return sums.getOrDefault(name, new TreeMap<>(BY_WORDS));
  }

  /** Each of that name, by its two labels. */
  <T> List<T> each(String name, BiFunction<List<String>, Double, T> made) {
    return called(name).entrySet().stream()
        .map(entry -> made.apply(entry.getKey(), entry.getValue()))
        .toList();
  }

  double of(String name, String first, String second) {
    return called(name).getOrDefault(List.of(first, second), 0.0);
  }

  Optional<Double> find(String name, String first) {
    return Optional.ofNullable(called(name).get(List.of(first, UNKNOWN)));
  }
}
