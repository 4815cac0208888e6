package io.github.billnextcloud.cli;

import io.github.billnextcloud.settings.LauncherProperties;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What BILLmanager asked, or a person typed: one command and its options, each value an argument of
 * its own (contract §2). Who asks, and in which language, is known before the rest is read, which
 * is done once. Options that we do not know are passed over: newer panels add some.
 */
public final class Invocation {

  private static final String COMMAND = Option.COMMAND.typed();
  private static final String LANG = Option.LANG.typed();

  private final String[] args;
  private final boolean typed;
  private final Optional<Language> language;
  private Optional<Map<String, String>> options;

  private Invocation(String[] args, Optional<Map<String, String>> options) {
    this.args = args;
    this.typed = !isNamed(args);
    this.language = language(args);
    this.options = options;
  }

  /** What BILLmanager asks ({@code --command NAME}), or what a person types ({@code NAME}). */
  public static Invocation of(String... args) {
    return new Invocation(args.clone(), Optional.empty());
  }

  /** The same, read to the end. */
  public static Invocation parse(String... args) {
    return of(args).read();
  }

  /** The same, of which another has read the options. */
  public Invocation with(Map<String, String> read) {
    return new Invocation(args, Optional.of(read));
  }

  /**
   * Reads all of it.
   *
   * @throws InvalidInputException when an option lacks its value or a number is none, or a person
   *     has typed an option that nobody knows
   */
  public Invocation read() {
    options();
    return this;
  }

  private synchronized Map<String, String> options() {
    if (options.isEmpty()) {
      options = Optional.of(isAskedByPanel(args) ? pairs(args) : CommandLineParser.parse(args));
    }
    return options.get();
  }

  String[] args() {
    return args.clone();
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
    return args.length % 2 == 0 && isNamed(args);
  }

  private static boolean isWithValue(String arg) {
    return arg.startsWith("--") && arg.indexOf('=') < 0 && !Option.isFlag(arg);
  }

  /** The last one counts where one is there twice. */
  static Map<String, String> pairs(String... args) {
    Map<String, String> pairs = new HashMap<>();
    for (int at = 0; at < args.length; at += 2) {
      pairs.put(args[at], args[at + 1]);
    }
    return pairs;
  }

  private static boolean isNamed(String... args) {
    for (String arg : args) {
      if (arg.equals(COMMAND) || arg.startsWith(COMMAND + "=")) {
        return true;
      }
    }
    return false;
  }

  /** The last one counts, and none that is empty. */
  private static Optional<Language> language(String... args) {
    String name = "";
    for (int at = 0; at < args.length; at++) {
      if (args[at].startsWith(LANG + "=")) {
        name = args[at].substring(LANG.length() + 1);
      } else if (args[at].equals(LANG) && at + 1 < args.length) {
        name = args[at + 1];
      }
    }
    return name.isBlank() ? Optional.empty() : Optional.of(Language.of(name.strip()));
  }

  /** True when a person has typed the command's name by itself. */
  public boolean isTyped() {
    return typed;
  }

  /** The name of the command. */
  public Optional<String> command() {
    return text(COMMAND).or(() -> text(CommandLineParser.WORD));
  }

  /** By which a failure names what was asked. */
  public String commandForError() {
    return command().orElse("command");
  }

  /** What a person has typed behind the command's name, of commands that take that. */
  public Optional<String> topic() {
    return text(isTyped() ? CommandLineParser.TOPIC : CommandLineParser.WORD);
  }

  /** True when a person asks what the command is, instead of running it. */
  public boolean isAboutCommand() {
    return isOn(Option.HELP.typed());
  }

  /** The service; without one the command reads it from stdin. */
  public Optional<Long> item() {
    return number(Option.ITEM.typed());
  }

  /**
   * True of a background operation, known before the rest is read: BILLmanager hears of its end by
   * more than the answer.
   */
  public boolean isOfOperation() {
    return List.of(args).contains(Option.RUNNINGOPERATION.typed());
  }

  /** The background operation; absent when a person waits for the answer. */
  public Optional<Long> runningOperation() {
    return number(Option.RUNNINGOPERATION.typed());
  }

  /** Who started the operation; BILLmanager passes it with {@code setparam}. */
  public Optional<String> userId() {
    return text(Option.USERID.typed());
  }

  /** The processing module, for commands that concern one as a whole. */
  public Optional<Long> module() {
    return number(Option.MODULE.typed());
  }

  /** The name of a param that is to be checked. */
  public Optional<String> param() {
    return text(Option.PARAM.typed());
  }

  /** What the customer typed for it. */
  public Optional<String> value() {
    return text(Option.VALUE.typed());
  }

  public boolean reveal() {
    return isOn(Option.REVEAL.typed());
  }

  /** A flag that a person may add. */
  public boolean isOn(String flag) {
    return options().containsKey(flag);
  }

  /** What {@code --lang} asks for, or else what the person's terminal speaks. */
  public Language language() {
    return askedLanguage().orElseGet(() -> Language.of(LauncherProperties.locale()));
  }

  /** What {@code --lang} asks for. */
  public Optional<Language> askedLanguage() {
    return language;
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
    String value = options().getOrDefault(option, "");
    return value.isBlank() ? Optional.empty() : Optional.of(value.trim());
  }

  private Optional<Long> number(String option) {
    return text(option).map(value -> parseNumber(option, value));
  }

  private static long parseNumber(String option, String value) {
    if (!value.matches("[0-9]{1,18}")) {
      throw new InvalidInputException(Sentence.of("request.no_number", option, value));
    }
    return Long.parseLong(value);
  }
}
