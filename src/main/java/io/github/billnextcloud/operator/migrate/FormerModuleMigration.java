package io.github.billnextcloud.operator.migrate;

import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.operator.migrate.FormerModuleMigrationStep.MigrationState;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Says what changes in a panel in which ISPsystem's module has worked, and with {@code --apply}
 * changes it. Nothing is done in a cloud.
 */
public final class FormerModuleMigration implements Command {

  private static final int FAILED = 1;
  private static final int SOMETHING_LEFT = 2;
  private static final int WORD = 9;

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.TOLD_UNLESS_APPLIED);
  }

  @Override
  public CommandResult run(CommandContext event) {
    boolean apply = event.invocation().isOn("--apply");
    Language language = event.invocation().language();
    List<FormerModuleMigrationStep> matters =
        FormerModuleMigrationPlan.of(event.panel()).matters().stream()
            .map(matter -> apply ? matter.applied() : matter)
            .toList();
    return new TextResult(story(matters, language), exitCode(matters));
  }

  private static int exitCode(List<FormerModuleMigrationStep> matters) {
    if (has(matters, MigrationState.FAILED)) {
      return FAILED;
    }
    return has(matters, MigrationState.CHANGE) || has(matters, MigrationState.YOURS)
        ? SOMETHING_LEFT
        : 0;
  }

  private static boolean has(List<FormerModuleMigrationStep> matters, MigrationState kind) {
    return matters.stream().anyMatch(matter -> matter.kind() == kind);
  }

  private static String story(List<FormerModuleMigrationStep> matters, Language language) {
    List<String> lines = new ArrayList<>();
    for (FormerModuleMigrationStep matter : matters) {
      String word = matter.kind().word().in(language);
      lines.add(word + " ".repeat(WORD - word.length()) + matter.what().in(language));
    }
    lines.add("");
    lines.add(end(matters).in(language));
    return String.join("\n", lines) + "\n";
  }

  private static Sentence end(List<FormerModuleMigrationStep> matters) {
    if (has(matters, MigrationState.FAILED)) {
      return Sentence.of("migrate.failed");
    }
    if (has(matters, MigrationState.CHANGE)) {
      return Sentence.of("migrate.would");
    }
    return Set.of(MigrationState.SAME)
            .containsAll(matters.stream().map(FormerModuleMigrationStep::kind).toList())
        ? Sentence.of("migrate.nothing_left")
        : Sentence.of("migrate.done");
  }
}
