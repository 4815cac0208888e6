package io.github.billnextcloud.app;

import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.operator.explain.PanelErrorTexts;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.util.Optional;

/** A failure as a person reads it: the panel's own words for it, the reason, the id. */
record FailureMessage(Language language) {

  String of(CommandFailure failure, Invocation asked) {
    Messages texts = Messages.of("help", language);
    StringBuilder words = new StringBuilder();
    words.append("pmnextcloud ").append(asked.command().orElse("")).append(": ");
    String sentence = sentence(failure).replace(PanelErrorTexts.REASON, failure.sentence(language));
    words.append(PrintableText.line(sentence).strip()).append('\n');
    words.append(texts.get("failure.id", failure.id())).append('\n');
    if (!failure.isOfAsking()) {
      String typed = "pmnextcloud explain " + failure.id().replaceFirst("^pmnextcloud_", "");
      words.append(texts.get("failure.explain", typed)).append('\n');
    }
    help(failure, asked, texts).ifPresent(line -> words.append(line).append('\n'));
    return words.toString();
  }

  private static Optional<String> help(CommandFailure failure, Invocation asked, Messages texts) {
    if (failure.isOfAsking()) {
      return Optional.of(
          texts.get("complaint.help", "pmnextcloud help " + asked.command().orElse("")));
    }
    return asked.item().map(item -> texts.get("failure.story", "pmnextcloud logs --item " + item));
  }

  private String sentence(CommandFailure failure) {
    return PanelErrorTexts.in(language).of(failure.id());
  }
}
