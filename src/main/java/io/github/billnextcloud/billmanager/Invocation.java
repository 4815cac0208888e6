package io.github.billnextcloud.billmanager;

import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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

  /** What a person may add; each command knows which of them it reads. */
  private static final String[] FOR_PEOPLE = {
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
    "--lang",
    "--lines",
    "--tariff"
  };

  private static final String[] FLAGS = {
    REVEAL, "--apply", "--dry-run", "--json", "--csv", "--help", "--version"
  };

  private final ParseResult options;

  private Invocation(ParseResult options) {
    this.options = options;
  }

  /**
   * What BILLmanager asks ({@code --command NAME}), or what a person types ({@code NAME}).
   *
   * @throws BadRequest when an option lacks its value or a number is none, or a person has typed an
   *     option that nobody knows
   */
  public static Invocation parse(String... args) {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(
        PositionalParamSpec.builder().type(String.class).index("0").arity("0..1").build());
    for (String name :
        new String[] {COMMAND, ITEM, RUNNING_OPERATION, USER_ID, MODULE, PARAM, VALUE}) {
      spec.addOption(OptionSpec.builder(name).type(String.class).arity("1").build());
    }
    for (String name : FOR_PEOPLE) {
      spec.addOption(OptionSpec.builder(name).type(String.class).arity("1").build());
    }
    for (String name : FLAGS) {
      spec.addOption(OptionSpec.builder(name).type(boolean.class).build());
    }
    CommandLine line =
        new CommandLine(spec)
            .setUnmatchedArgumentsAllowed(true)
            .setOverwrittenOptionsAllowed(true)
            .setExpandAtFiles(false)
            .setInterpolateVariables(false);
    try {
      return new Invocation(line.parseArgs(args)).withoutTypingMistakes();
    } catch (ParameterException unreadable) {
      throw new BadRequest(unreadable.getMessage(), unreadable);
    }
  }

  /** Newer panels add options that may be passed over; a person's must not be. */
  private Invocation withoutTypingMistakes() {
    if (isTyped() && !options.unmatched().isEmpty()) {
      throw new BadRequest("Not understood: " + String.join(" ", options.unmatched()), null);
    }
    return this;
  }

  /** Every option that is not passed over. */
  public static Set<String> knownOptions() {
    return parse(COMMAND, "").options.commandSpec().optionsMap().keySet();
  }

  /** The same, before anything is read. */
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
    return text(COMMAND)
        .or(
            () ->
                options.matchedPositionals().isEmpty()
                    ? Optional.empty()
                    : Optional.of(options.matchedPositionalValue(0, "")))
        .orElse("");
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
    return options.matchedOptionValue(flag, false);
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
    String value = options.matchedOptionValue(option, "");
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
