package io.github.billnextcloud.app;

import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.ErrorType;
import io.github.billnextcloud.operator.explain.ModuleErrorTexts;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.util.Locale;

/**
 * A failure as a person reads it: the panel's own words for it, or those for whoever must run it
 * again, the reason, the id; of what was typed wrong, only what is wrong with it and where there is
 * help.
 */
record FailureMessage(Language language) {

  String of(CommandFailure failure, Invocation asked) {
    Messages texts = Messages.of("help", language);
    StringBuilder words = new StringBuilder();
    words.append("pmnextcloud ").append(asked.command().orElse("")).append(": ");
    if (failure.isOfAsking()) {
      words.append(failure.sentence(language).strip()).append('\n');
      String help = "pmnextcloud help " + asked.command().orElse("");
      return words.append(texts.get("complaint.help", help)).append('\n').toString();
    }
    String sentence =
        sentence(failure, asked).replace(ModuleErrorTexts.REASON, failure.sentence(language));
    words.append(PrintableText.line(sentence).strip()).append('\n');
    words.append(texts.get("failure.id", failure.id())).append('\n');
    String typed = "pmnextcloud explain " + failure.id().replaceFirst("^pmnextcloud_", "");
    words.append(texts.get("failure.explain", typed)).append('\n');
    asked
        .item()
        .map(item -> texts.get("failure.story", "pmnextcloud logs --item " + item))
        .ifPresent(line -> words.append(line).append('\n'));
    return words.toString();
  }

  /** Whom nobody runs again must not read that somebody does. */
  private String sentence(CommandFailure failure, Invocation asked) {
    ErrorType problem = failure.problem();
    boolean passes =
        problem.actor() == ErrorType.Actor.BILLMANAGER || problem.actor() == ErrorType.Actor.TIME;
    return passes && asked.runningOperation().isEmpty()
        ? Messages.of("errors", language).get(problem.name().toLowerCase(Locale.ROOT) + ".typed")
            + " "
            + ModuleErrorTexts.REASON
        : ModuleErrorTexts.in(language).of(failure.id());
  }
}
