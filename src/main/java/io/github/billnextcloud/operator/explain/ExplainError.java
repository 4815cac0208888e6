package io.github.billnextcloud.operator.explain;

import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what an error means and what to do about it; without one, lists them all. */
public final class ExplainError {

  private ExplainError() {}

  public static String page(Invocation asked) {
    Language language = asked.language();
    List<ErrorExplanation> all = ErrorExplanation.all(language);
    Messages words = Messages.of("help", language);
    return asked.topic().map(word -> pages(meant(all, word), words)).orElseGet(() -> list(all));
  }

  private static List<ErrorExplanation> meant(List<ErrorExplanation> all, String word) {
    List<ErrorExplanation> meant = all.stream().filter(error -> error.isMeantBy(word)).toList();
    if (meant.isEmpty()) {
      throw new InvalidInputException(Sentence.of("request.no_error", word));
    }
    return meant;
  }

  private static String pages(List<ErrorExplanation> meant, Messages words) {
    return meant.stream()
        .map(explanation -> page(explanation, words))
        .collect(Collectors.joining("\n"));
  }

  private static String page(ErrorExplanation error, Messages words) {
    return new WrappedTextBuilder()
        .head(error.type())
        .add(words.get("explain.shown"), error.shown())
        .add(words.get("explain.cause"), error.cause())
        .add(words.get("explain.remedy"), error.remedy())
        .add(words.get("explain.actor"), error.actor())
        .text();
  }

  private static String list(List<ErrorExplanation> all) {
    int width = all.stream().mapToInt(error -> error.id().length()).max().orElseThrow();
    return all.stream()
        .map(error -> error.id() + " ".repeat(width + 2 - error.id().length()) + error.headline())
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
