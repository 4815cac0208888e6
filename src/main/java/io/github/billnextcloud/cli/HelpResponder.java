package io.github.billnextcloud.cli;

import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads what a person typed before any command does, and answers what no command is needed for. */
public final class HelpResponder {

  /** As {@code sysexits.h} has it; 1 and 2 are answers of commands. */
  public static final int USAGE_ERROR = 64;

  private final Messages texts;
  private final CommandLine commands;

  public HelpResponder(Language language) {
    this.texts = Messages.of("help", language);
    this.commands = CommandModel.in(texts);
  }

  /**
   * Help, the version, or what is wrong; empty when a command is to run.
   *
   * @param version what {@code --version} shows
   */
  public Optional<TextOutput> reply(String version, String... typed) {
    try {
      refuseOptionsBeforeTheCommand(typed);
      ParseResult read = commands.parseArgs(typed);
      return read.isVersionHelpRequested()
          ? Optional.of(new TextOutput(version))
          : help(read).map(asked -> new TextOutput(asked.getUsageMessage(Ansi.OFF)));
    } catch (ParameterException mistyped) {
      return Optional.of(new UsageError(texts, mistyped).reply());
    }
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
