package io.github.billnextcloud.cli;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What BILLmanager asked: one command and its options, each value an argument of its own (contract
 * §2). Options that we do not know are passed over: newer panels add some.
 */
public final class Invocation {

  private static final String COMMAND = "--command";
  private static final String ITEM = "--item";
  private static final String RUNNING_OPERATION = "--runningoperation";
  private static final String USER_ID = "--userid";
  private static final String MODULE = "--module";
  private static final String PARAM = "--param";
  private static final String VALUE = "--value";
  private static final String REVEAL = "--reveal";

  /** Has a short form, too. */
  static final String HELP = "--help";

  /** What has a value: BILLmanager's, then what a person may add; each command reads its own. */
  static final List<String> OPTIONS =
      List.of(
          COMMAND,
          ITEM,
          RUNNING_OPERATION,
          USER_ID,
          MODULE,
          PARAM,
          VALUE,
          "--itemtype",
          "--searchstring",
          "--name",
          "--url",
          "--login",
          "--password",
          "--password-env",
          "--project",
          "--datacenter",
          "--list",
          "--repair",
          "--html",
          "--panel",
          "--lang",
          "--lines",
          "--tariff");

  /** What has none. */
  static final List<String> FLAGS =
      List.of(REVEAL, "--apply", "--dry-run", "--json", "--csv", "--welcome", HELP, "--version");

  /** Where the first word is kept: the command's name when a person has typed it by itself. */
  static final String TYPED = "";

  /** Where the second word is kept. */
  static final String TOPIC = "topic";

  /** The commands that take such a word. */
  static final Set<String> WITH_TOPIC = Set.of("explain");

  private final Map<String, String> options;

  private Invocation(Map<String, String> options) {
    this.options = options;
  }

  /**
   * What BILLmanager asks ({@code --command NAME}), or what a person types ({@code NAME}).
   *
   * @throws BadRequest when an option lacks its value or a number is none, or a person has typed an
   *     option that nobody knows
   */
  public static Invocation parse(String... args) {
    return new Invocation(isAskedByPanel(args) ? pairs(args) : TypedLine.parse(args));
  }

  /**
   * Names and values by turns, nothing to think about, even where newer panels have added some:
   * picocli, which reads all else, would take longer than the rest of the start.
   */
  static boolean isAskedByPanel(String... args) {
    for (int at = 0; at < args.length; at++) {
      boolean name = at % 2 == 0;
      if (name ? !isWithValue(args[at]) : args[at].startsWith("-")) {
        return false;
      }
    }
    return args.length % 2 == 0 && !isTyped(args);
  }

  private static boolean isWithValue(String arg) {
    return OPTIONS.contains(arg)
        || arg.startsWith("--") && arg.indexOf('=') < 0 && !FLAGS.contains(arg);
  }

  /** The last one counts where one is there twice. */
  static Map<String, String> pairs(String... args) {
    Map<String, String> pairs = new HashMap<>();
    for (int at = 0; at < args.length; at += 2) {
      pairs.put(args[at], args[at + 1]);
    }
    return pairs;
  }

  /** Every option that is not passed over. */
  public static Set<String> knownOptions() {
    Set<String> known = new LinkedHashSet<>(OPTIONS);
    known.addAll(FLAGS);
    return known;
  }

  /** Whether a person has typed the command's name by itself, before anything is read. */
  public static boolean isTyped(String... args) {
    for (String arg : args) {
      if (arg.equals(COMMAND) || arg.startsWith(COMMAND + "=")) {
        return false;
      }
    }
    return true;
  }

  /** True when a person has typed the command's name by itself. */
  public boolean isTyped() {
    return text(COMMAND).isEmpty();
  }

  /** The name of the command; empty when none was given. */
  public String command() {
    return text(COMMAND).or(() -> text(TYPED)).orElse("");
  }

  /** What a person has typed behind the command's name, of commands that take that. */
  public Optional<String> topic() {
    return text(isTyped() ? TOPIC : TYPED);
  }

  /** True when a person asks what the command is, instead of running it. */
  public boolean isAboutCommand() {
    return isOn(HELP);
  }

  /** The service; without one the command reads it from stdin. */
  public Optional<Long> item() {
    return number(ITEM);
  }

  /** The background operation; absent when a person waits for the answer. */
  public Optional<Long> runningOperation() {
    return number(RUNNING_OPERATION);
  }

  /** Who started the operation; BILLmanager passes it with {@code setparam}. */
  public Optional<String> userId() {
    return text(USER_ID);
  }

  /** The processing module, for commands that concern one as a whole. */
  public Optional<Long> module() {
    return number(MODULE);
  }

  /** The name of a param that is to be checked. */
  public Optional<String> param() {
    return text(PARAM);
  }

  /** What the customer typed for it. */
  public Optional<String> value() {
    return text(VALUE);
  }

  public boolean reveal() {
    return isOn(REVEAL);
  }

  /** A flag that a person may add. */
  public boolean isOn(String flag) {
    return options.containsKey(flag);
  }

  /** An option that a person may add. */
  public Optional<String> option(String name) {
    return text(name);
  }

  /** The same, where it is a number. */
  public Optional<Long> numberOf(String option) {
    return number(option);
  }

  private Optional<String> text(String option) {
    String value = options.getOrDefault(option, "");
    return value.isBlank() ? Optional.empty() : Optional.of(value.trim());
  }

  private Optional<Long> number(String option) {
    return text(option).map(value -> parseNumber(option, value));
  }

  private static long parseNumber(String option, String value) {
    if (!value.matches("[0-9]{1,18}")) {
      throw new BadRequest(option + " is not a number: '" + value + "'", null);
    }
    return Long.parseLong(value);
  }
}
