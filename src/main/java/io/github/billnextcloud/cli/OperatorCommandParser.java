package io.github.billnextcloud.cli;

import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads what a person typed before any command does, and answers what no command is needed for. */
public final class OperatorCommandParser {

  /** As {@code sysexits.h} has it; 1 and 2 are answers of commands. */
  public static final int USAGE_ERROR = 64;

  private final Messages texts;
  private final CommandLine commands;

  public OperatorCommandParser(Language language) {
    this.texts = Messages.of("help", language);
    this.commands = PicocliCommandModel.in(texts);
  }

  /**
   * What was typed, read.
   *
   * @param reply help, the version, or what is wrong; empty when a command is to run
   * @param options that command's
   */
  public record TypedRequest(Optional<TextResult> reply, Map<String, String> options) {}

  /**
   * @param version what {@code --version} shows
   */
  public TypedRequest read(String version, Invocation asked) {
    String[] typed = asked.args();
    try {
      refuseOptionsBeforeTheCommand(typed);
      ParseResult read = commands.parseArgs(typed);
      Optional<TextResult> reply =
          read.isVersionHelpRequested()
              ? Optional.of(new TextResult(version))
              : help(read).map(page -> new TextResult(page.getUsageMessage(Ansi.OFF)));
      return new TypedRequest(reply, reply.isPresent() ? Map.of() : options(read.subcommand()));
    } catch (ParameterException mistyped) {
      return new TypedRequest(Optional.of(new UsageErrorReply(texts, mistyped).reply()), Map.of());
    }
  }

  /** The page of one command. */
  public TextResult page(String command) {
    return read("", Invocation.of(CommandHelp.HELP, command)).reply().orElseThrow();
  }

  private static Map<String, String> options(ParseResult command) {
    Map<String, String> options = new HashMap<>();
    options.put(CommandLineParser.WORD, command.commandSpec().name());
    if (command.hasMatchedPositional(0)) {
      options.put(CommandLineParser.TOPIC, command.matchedPositionalValue(0, ""));
    }
    for (OptionSpec option : command.matchedOptions()) {
      List<String> values = option.stringValues();
      boolean flag = option.arity().max() == 0;
      options.put(option.longestName(), flag ? "true" : values.get(values.size() - 1));
    }
    return options;
  }

  /** picocli would complain of what it misses behind the command's name. */
  private void refuseOptionsBeforeTheCommand(String... typed) {
    for (int at = 0; at < typed.length && typed[at].startsWith("-"); at++) {
      OptionSpec option = commands.getCommandSpec().findOption(typed[at].replaceFirst("=.*", ""));
      if (option == null) {
        throw new UnmatchedArgumentException(commands, List.of(typed[at]));
      }
      at += option.arity().min() > 0 && !typed[at].contains("=") ? 1 : 0;
    }
  }

  /** Of what help is asked: all, or one command. */
  private Optional<CommandLine> help(ParseResult read) {
    if (!read.hasSubcommand()) {
      return Optional.of(commands);
    }
    ParseResult command = read.subcommand();
    if (command.isUsageHelpRequested() || read.isUsageHelpRequested()) {
      return Optional.of(command.commandSpec().commandLine());
    }
    return command.commandSpec().name().equals(CommandHelp.HELP)
        ? Optional.of(topic(command))
        : Optional.empty();
  }

  private CommandLine topic(ParseResult help) {
    String name = help.matchedPositionalValue(0, "");
    if (name.isEmpty()) {
      return commands;
    }
    CommandLine found = commands.getSubcommands().get(name);
    if (found == null) {
      throw new UnmatchedArgumentException(commands, List.of(name));
    }
    return found;
  }
}
