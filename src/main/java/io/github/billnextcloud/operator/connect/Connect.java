package io.github.billnextcloud.operator.connect;

import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.cli.BadRequestException;
import io.github.billnextcloud.cli.CommandOutput;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.TextOutput;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.stream.Collectors;

/** Gets a processing module an app password of its cloud, or takes it back: at once. */
public final class Connect implements Command {

  private static final String BROWSER = "--browser";
  private static final String FORGET = "--forget";

  @Override
  @SuppressWarnings("try") // The lock is only held.
  public CommandOutput run(CommandContext event) {
    Invocation asked = event.invocation();
    if (asked.isOn(BROWSER) && asked.isOn(FORGET)) {
      throw new BadRequestException(Sentence.of("request.either", BROWSER, FORGET));
    }
    long id = event.module().id();
    try (ItemLock lock = event.panel().lockModule(id)) {
      // Read again: whoever had the lock may have changed it.
      return answer(work(event, new ModuleCredential(event.panel(), event.module())), event);
    } catch (ConnectFailedException refused) {
      return new TextOutput(lines(List.of(refused.sentence()), event.language()), 1);
    }
  }

  private static List<Sentence> work(CommandContext event, ModuleCredential credential) {
    Invocation asked = event.invocation();
    if (asked.isOn(FORGET)) {
      return credential.forget();
    }
    return asked.isOn(BROWSER)
        ? credential.renewByBrowser(event.progress()::say)
        : credential.renewByPassword();
  }

  private static CommandOutput answer(List<Sentence> told, CommandContext event) {
    return new TextOutput(lines(told, event.language()));
  }

  private static String lines(List<Sentence> told, Language language) {
    return told.stream().map(it -> it.in(language) + "\n").collect(Collectors.joining());
  }
}
