package io.github.billnextcloud.operator.migrate;

import static io.github.billnextcloud.operator.Text.text;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Language;
import io.github.billnextcloud.billmanager.PlainText;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.Event;
import io.github.billnextcloud.operator.Text;
import io.github.billnextcloud.operator.migrate.Matter.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Says what changes in a panel in which ISPsystem's module has worked, and with {@code --apply}
 * changes it. Nothing is done in a cloud.
 */
public final class Migrate implements Command {

  private static final int FAILED = 1;
  private static final int SOMETHING_LEFT = 2;
  private static final int WORD = 9;

  @Override
  public Answer run(Event event) {
    boolean apply = event.invocation().isOn("--apply");
    Language language = Language.of(event.invocation());
    List<Matter> matters =
        Takeover.of(event.panel()).matters().stream()
            .map(matter -> apply ? matter.applied() : matter)
            .toList();
    return new PlainText(story(matters, language), exitCode(matters));
  }

  private static int exitCode(List<Matter> matters) {
    if (has(matters, Kind.FAILED)) {
      return FAILED;
    }
    return has(matters, Kind.CHANGE) || has(matters, Kind.YOURS) ? SOMETHING_LEFT : 0;
  }

  private static boolean has(List<Matter> matters, Kind kind) {
    return matters.stream().anyMatch(matter -> matter.kind() == kind);
  }

  private static String story(List<Matter> matters, Language language) {
    List<String> lines = new ArrayList<>();
    for (Matter matter : matters) {
      String word = matter.kind().word().in(language);
      lines.add(word + " ".repeat(WORD - word.length()) + matter.what().in(language));
    }
    lines.add("");
    lines.add(end(matters).in(language));
    return String.join("\n", lines) + "\n";
  }

  private static Text end(List<Matter> matters) {
    if (has(matters, Kind.FAILED)) {
      return text(
          "Not everything could be changed. What was not is as it was; run this again.",
          "Удалось не всё. Что не сменилось, осталось как было; запустите ещё раз.");
    }
    if (has(matters, Kind.CHANGE)) {
      return text(
          "Nothing was changed. With --apply this is done.",
          "Ничего не изменено. С --apply это будет сделано.");
    }
    return Set.of(Kind.SAME).containsAll(matters.stream().map(Matter::kind).toList())
        ? text("Nothing is left to do.", "Больше делать нечего.")
        : text(
            "What this command can do is done. Compare both sides now: audit --module N",
            "Всё, что может эта команда, сделано. Теперь сверьте обе стороны: audit --module N");
  }
}
