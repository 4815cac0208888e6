package io.github.billnextcloud.cli;

import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** A command line in any form that people, and newer panels, may write. */
final class CommandLineParser {

  /** Where the first word is kept: the command's name when a person has typed it by itself. */
  static final String WORD = "";

  /** Where the second word is kept. */
  static final String TOPIC = "topic";

  /** The commands that take such a word. */
  private static final Set<String> WITH_TOPIC = Set.of("explain");

  private CommandLineParser() {}

  /**
   * Option → value; a flag's is {@code true}. Newer panels add options: those are passed over. A
   * person's must not be.
   *
   * @throws InvalidInputException when an option lacks its value, or a person has mistyped one
   */
  static Map<String, String> parse(String... args) {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(word("0"));
    spec.addPositional(word("1"));
    for (Option option : Option.values()) {
      spec.addOption(
          option.isFlag()
              ? OptionSpec.builder(names(option)).type(boolean.class).build()
              : OptionSpec.builder(option.typed()).type(String.class).arity("1").build());
    }
    CommandLine line =
        new CommandLine(spec)
            .setUnmatchedArgumentsAllowed(true)
            .setOverwrittenOptionsAllowed(true)
            .setExpandAtFiles(false)
            .setInterpolateVariables(false);
    try {
      return values(line.parseArgs(args));
    } catch (ParameterException unreadable) {
      throw new InvalidInputException(LocalizableException.sentenceOf(unreadable), unreadable);
    }
  }

  private static String[] names(Option flag) {
    return flag == Option.HELP ? new String[] {flag.typed(), "-h"} : new String[] {flag.typed()};
  }

  private static PositionalParamSpec word(String index) {
    return PositionalParamSpec.builder().type(String.class).index(index).arity("0..1").build();
  }

  private static Map<String, String> values(ParseResult line) {
    Map<String, String> values = new HashMap<>();
    for (OptionSpec option : line.matchedOptions()) {
      if (!Boolean.FALSE.equals(option.getValue())) {
        values.put(option.longestName(), option.getValue().toString());
      }
    }
    if (line.hasMatchedPositional(0)) {
      values.put(WORD, line.matchedPositionalValue(0, ""));
    }
    if (line.hasMatchedPositional(1)) {
      values.put(TOPIC, line.matchedPositionalValue(1, ""));
    }
    requireKnown(line, values);
    return values;
  }

  private static void requireKnown(ParseResult line, Map<String, String> values) {
    if (values.containsKey(Option.COMMAND.typed())) {
      return;
    }
    List<String> strange = new ArrayList<>(line.unmatched());
    if (!WITH_TOPIC.contains(values.getOrDefault(WORD, "")) && values.containsKey(TOPIC)) {
      strange.add(values.get(TOPIC));
    }
    if (!strange.isEmpty()) {
      throw new InvalidInputException(
          Sentence.of("request.not_understood", String.join(" ", strange)));
    }
  }
}
