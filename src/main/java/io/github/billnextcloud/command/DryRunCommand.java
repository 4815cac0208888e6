package io.github.billnextcloud.command;

import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * A lifecycle command that only tells what it would do, and changes nothing of the service and its
 * account.
 */
public record DryRunCommand(Command command) implements Command {

  public static final String FLAG = "--dry-run";

  /** Whether a person asks for this; BILLmanager never does. */
  public static boolean isAsked(CommandContext event) {
    return event.invocation().isOn(FLAG);
  }

  @Override
  public CommandResult run(CommandContext event) {
    String name = event.invocation().command().orElseThrow();
    if (!command.is(CommandTrait.CAN_RUN_DRY)) {
      throw new InvalidInputException(Sentence.of("command.not_dry", name));
    }
    List<Sentence> sentences = new ArrayList<>();
    event.rehearse(sentences::add);
    try {
      command.run(event);
      return new TextResult(text(event, sentences));
    } catch (LocalizableException thrown) {
      sentences.add(Sentence.of("command.would_fail", CommandFailure.of(thrown)));
      return new TextResult(text(event, sentences), 1);
    }
  }

  private static String text(CommandContext event, List<Sentence> sentences) {
    Language language = event.language();
    Sentence head = Sentence.of("command.would", event.invocation().command().orElseThrow());
    StringBuilder text = new StringBuilder(head.in(language)).append('\n');
    sentences.forEach(
        sentence ->
            text.append("  ").append(PrintableText.line(sentence.in(language))).append('\n'));
    return text.toString();
  }
}
