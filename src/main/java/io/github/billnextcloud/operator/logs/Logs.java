package io.github.billnextcloud.operator.logs;

import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.logging.LogFiles;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** Shows the log as stories: those of one service, or of one processing module. */
public final class Logs implements Command {

  private static final long USUAL_STORIES = 20;

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY, CommandTrait.NOT_LOGGED);
  }

  @Override
  public CommandResult run(CommandContext event) {
    Invocation asked = event.invocation();
    Language language = asked.language();
    long most = asked.numberOf("--lines").orElse(USUAL_STORIES);
    try {
      LogFiles files = LogFiles.in(event.panel().root().resolve("var"));
      LogSubject sought = sought(asked);
      LoggedRunAssembler stories = LoggedRunAssembler.read(files, sought, most);
      LogSubjectNames names =
          LogSubjectNames.read(event.panel(), sought, stories.found(), language);
      return new TextResult(new LoggedRunText(Messages.of("help", language), names).of(stories));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static LogSubject sought(Invocation asked) {
    return asked
        .item()
        .map(LogSubject::item)
        .or(() -> asked.module().map(LogSubject::module))
        .orElseThrow(() -> new InvalidInputException(Sentence.of("request.logs_of_what")));
  }
}
