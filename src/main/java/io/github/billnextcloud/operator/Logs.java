package io.github.billnextcloud.operator;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.BadRequest;
import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.PlainText;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.Event;
import io.github.billnextcloud.journal.LogFiles;
import io.github.billnextcloud.journal.Sought;
import io.github.billnextcloud.journal.Stories;
import io.github.billnextcloud.manual.Language;
import io.github.billnextcloud.manual.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Shows the log as stories: those of one service, or of one processing module. */
final class Logs implements Command {

  private static final long USUAL_STORIES = 20;

  @Override
  public Answer run(Event event) {
    Invocation asked = event.invocation();
    Language language = Language.of(asked.option("--lang").orElse(""));
    long most = asked.numberOf("--lines").orElse(USUAL_STORIES);
    try {
      LogFiles files = LogFiles.in(event.panel().root().resolve("var"));
      Stories stories = Stories.read(files, sought(asked), most);
      return new PlainText(new StoriesText(Texts.in(language)).of(stories));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Sought sought(Invocation asked) {
    return asked
        .item()
        .map(Sought::item)
        .or(() -> asked.module().map(Sought::module))
        .orElseThrow(() -> new BadRequest("logs needs --item or --module", null));
  }

  @Override
  public boolean isWorthTelling() {
    return false;
  }
}
