package io.github.billnextcloud;

import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.PlainText;
import io.github.billnextcloud.command.Failure;
import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.manual.Language;
import io.github.billnextcloud.manual.Manual;
import io.github.billnextcloud.manual.Reply;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a person typed: questions about the program and typing mistakes are answered at once,
 * everything else by the very commands that BILLmanager calls. Only a failure is told otherwise.
 */
final class Typed {

  private final Path root;
  private final Language language;
  private final String[] args;

  /**
   * @param locale whose language is taken when no other is typed
   */
  Typed(String locale, Path root, String... args) {
    this.root = root;
    this.language = Language.of(locale, args);
    this.args = args;
  }

  /**
   * @param program runs a command that was understood
   */
  Run run(Function<String[], Run> program) {
    return new Manual(language)
        .reply(version(), args)
        .map(Typed::told)
        .orElseGet(() -> command(program));
  }

  /** For a person who has typed {@code --command NAME}, as BILLmanager does, and asks for help. */
  static Run help(Invocation asked) {
    Language language = Language.of(asked.option("--lang").orElse(Main.locale()));
    return told(new Manual(language).reply("", "help", asked.command()).orElseThrow());
  }

  private static Run told(Reply reply) {
    return new Run(new PlainText(reply.text()), reply.exitCode());
  }

  private Run command(Function<String[], Run> program) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--lang";
    all[args.length + 1] = language.code();
    Invocation asked = Invocation.parse(all);
    if (asked.command().equals(Features.NAME)) {
      return new Run(new PlainText(Features.ANSWER), Run.DONE);
    }
    Run run = program.apply(all);
    return run.failure() == null ? run : inWords(run.failure(), asked);
  }

  private Run inWords(Failure failure, Invocation asked) {
    String words = new FailureWords(language).of(failure, asked);
    return new Run(
        new PlainText(words), failure.isOfAsking() ? Reply.NOT_UNDERSTOOD : Run.FAILED, failure);
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
