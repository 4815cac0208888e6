package io.github.billnextcloud.operator.explain;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.BadRequest;
import io.github.billnextcloud.billmanager.PlainText;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.Event;
import io.github.billnextcloud.manual.Language;
import io.github.billnextcloud.manual.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what an error means and what to do about it; without one, lists them all. */
public final class Explain implements Command {

  @Override
  public Answer run(Event event) {
    Language language = Language.of(event.invocation().option("--lang").orElse(""));
    List<Explanation> all = Explanation.all(language);
    Texts words = Texts.in(language);
    return new PlainText(
        event
            .invocation()
            .topic()
            .map(word -> pages(meant(all, word), words))
            .orElseGet(() -> list(all)));
  }

  private static List<Explanation> meant(List<Explanation> all, String word) {
    List<Explanation> meant = all.stream().filter(error -> error.isMeantBy(word)).toList();
    if (meant.isEmpty()) {
      throw new BadRequest("There is no error '" + word + "'", null);
    }
    return meant;
  }

  private static String pages(List<Explanation> meant, Texts words) {
    return meant.stream()
        .map(explanation -> page(explanation, words))
        .collect(Collectors.joining("\n"));
  }

  private static String page(Explanation error, Texts words) {
    return new Paragraphs()
        .head(error.type())
        .add(words.get("explain.shown"), error.shown())
        .add(words.get("explain.cause"), error.cause())
        .add(words.get("explain.remedy"), error.remedy())
        .add(words.get("explain.actor"), error.actor())
        .text();
  }

  private static String list(List<Explanation> all) {
    int width = all.stream().mapToInt(error -> error.id().length()).max().orElseThrow();
    return all.stream()
        .map(error -> error.id() + " ".repeat(width + 2 - error.id().length()) + error.headline())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Override
  public boolean isWorthTelling() {
    return false;
  }
}
