package io.github.billnextcloud.app;

import io.github.billnextcloud.Main;
import io.github.billnextcloud.cli.Help;
import io.github.billnextcloud.cli.HelpAnswer;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.Language;
import io.github.billnextcloud.cli.TextAnswer;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.Features;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a person typed: questions about the program and typing mistakes are answered at once,
 * everything else by the very commands that BILLmanager calls. Only a failure is told otherwise.
 */
final class TerminalRunner {

  private final Path root;
  private final Language language;
  private final String[] args;

  /**
   * @param locale whose language is taken when no other is typed
   */
  TerminalRunner(String locale, Path root, String... args) {
    this.root = root;
    this.language = Language.of(locale, args);
    this.args = args;
  }

  /**
   * @param program runs a command that was understood
   */
  EventRunner run(Function<String[], EventRunner> program) {
    return new Help(language)
        .reply(version(), args)
        .map(TerminalRunner::told)
        .orElseGet(() -> command(program));
  }

  /** For a person who has typed {@code --command NAME}, as BILLmanager does, and asks for help. */
  static EventRunner help(Invocation asked) {
    Language language = Language.of(asked.option("--lang").orElse(Main.locale()));
    return told(new Help(language).reply("", "help", asked.command()).orElseThrow());
  }

  private static EventRunner told(HelpAnswer reply) {
    return new EventRunner(new TextAnswer(reply.text()), reply.exitCode());
  }

  private EventRunner command(Function<String[], EventRunner> program) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--lang";
    all[args.length + 1] = language.code();
    Invocation asked = Invocation.parse(all);
    if (asked.command().equals(Features.NAME)) {
      return new EventRunner(new TextAnswer(Features.ANSWER), EventRunner.DONE);
    }
    EventRunner run = program.apply(all);
    return run.failure() == null ? run : inWords(run.failure(), asked);
  }

  private EventRunner inWords(CommandFailure failure, Invocation asked) {
    String words = new FailureMessage(language).of(failure, asked);
    return new EventRunner(
        new TextAnswer(words),
        failure.isOfAsking() ? HelpAnswer.NOT_UNDERSTOOD : EventRunner.FAILED,
        failure);
  }

  private String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return String.join(
            "\n",
            List.of(
                "pmnextcloud " + (version == null ? "(not packaged)" : version),
                "Java " + Runtime.version() + ", " + System.getProperty("java.home"),
                "BILLmanager " + root.toAbsolutePath().normalize()))
        + "\n";
  }
}
