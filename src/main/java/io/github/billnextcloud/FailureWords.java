package io.github.billnextcloud;

import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.command.Failure;
import io.github.billnextcloud.manual.Language;
import io.github.billnextcloud.manual.Texts;
import io.github.billnextcloud.operator.explain.PanelTexts;
import io.github.billnextcloud.safe.Printable;
import java.util.Optional;

/** A failure as a person reads it: the panel's own words for it, the reason, the id. */
record FailureWords(Language language) {

  String of(Failure failure, Invocation asked) {
    Texts texts = Texts.in(language);
    StringBuilder words = new StringBuilder();
    words.append("pmnextcloud ").append(asked.command()).append(": ");
    String sentence = sentence(failure).replace(PanelTexts.REASON, failure.sentence());
    words.append(Printable.line(sentence).strip()).append('\n');
    words.append(texts.get("failure.id", failure.id())).append('\n');
    if (!failure.isOfAsking()) {
      String typed = "pmnextcloud explain " + failure.id().replaceFirst("^pmnextcloud_", "");
      words.append(texts.get("failure.explain", typed)).append('\n');
    }
    help(failure, asked, texts).ifPresent(line -> words.append(line).append('\n'));
    return words.toString();
  }

  private static Optional<String> help(Failure failure, Invocation asked, Texts texts) {
    if (failure.isOfAsking()) {
      return Optional.of(texts.get("complaint.help", "pmnextcloud help " + asked.command()));
    }
    return asked.item().map(item -> texts.get("failure.story", "pmnextcloud logs --item " + item));
  }

  private String sentence(Failure failure) {
    return PanelTexts.in(language).of(failure.id());
  }
}
