package io.github.billnextcloud.operator.migrate;

import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.cli.Answer;
import io.github.billnextcloud.cli.BilingualText;
import io.github.billnextcloud.cli.TextAnswer;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.operator.migrate.MigrationItem.MigrationState;
import io.github.billnextcloud.text.Language;
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
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.TOLD_UNLESS_APPLIED);
  }

  @Override
  public Answer run(CommandContext event) {
    boolean apply = event.invocation().isOn("--apply");
    Language language = event.invocation().language();
    List<MigrationItem> matters =
        MigrationPlan.of(event.panel()).matters().stream()
            .map(matter -> apply ? matter.applied() : matter)
            .toList();
    return new TextAnswer(story(matters, language), exitCode(matters));
  }

  private static int exitCode(List<MigrationItem> matters) {
    if (has(matters, MigrationState.FAILED)) {
      return FAILED;
    }
    return has(matters, MigrationState.CHANGE) || has(matters, MigrationState.YOURS)
        ? SOMETHING_LEFT
        : 0;
  }

  private static boolean has(List<MigrationItem> matters, MigrationState kind) {
    return matters.stream().anyMatch(matter -> matter.kind() == kind);
  }

  private static String story(List<MigrationItem> matters, Language language) {
    List<String> lines = new ArrayList<>();
    for (MigrationItem matter : matters) {
      String word = matter.kind().word().in(language);
      lines.add(word + " ".repeat(WORD - word.length()) + matter.what().in(language));
    }
    lines.add("");
    lines.add(end(matters).in(language));
    return String.join("\n", lines) + "\n";
  }

  private static BilingualText end(List<MigrationItem> matters) {
    if (has(matters, MigrationState.FAILED)) {
      return text(
          "Not everything could be changed. What was not is as it was; run this again.",
          "Удалось не всё. Что не сменилось, осталось как было; запустите ещё раз.");
    }
    if (has(matters, MigrationState.CHANGE)) {
      return text(
          "Nothing was changed. With --apply this is done.",
          "Ничего не изменено. С --apply это будет сделано.");
    }
    return Set.of(MigrationState.SAME)
            .containsAll(matters.stream().map(MigrationItem::kind).toList())
        ? text("Nothing is left to do.", "Больше делать нечего.")
        : text(
            "What this command can do is done. Compare both sides now: audit --module N",
            "Всё, что может эта команда, сделано. Теперь сверьте обе стороны: audit --module N");
  }
}
