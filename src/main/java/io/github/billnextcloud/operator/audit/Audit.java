package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.safe.PrivateFile;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares all services of a processing module with all accounts of its cloud, and repairs what was
 * chosen when {@code --apply} says so.
 */
public final class Audit implements Command {

  private static final String SINCE = "--since";
  private static final int FAILED = 1;
  private static final int DIFFERENCES = 2;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Duration pause;

  public Audit() {
    this(PAUSE);
  }

  Audit(Duration pause) {
    this.pause = pause;
  }

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.TOLD_UNLESS_APPLIED);
  }

  @Override
  public CommandResult run(CommandContext event) {
    Invocation asked = event.invocation();
    Language language = asked.language();
    // A mistake is told before a long look at both sides.
    if (asked.isOn(SINCE) && asked.option("--repair").isPresent()) {
      throw new InvalidInputException(Sentence.of("request.since_with_repair"));
    }
    AuditRepair repair =
        asked
            .option("--repair")
            .map(kinds -> new AuditRepair(event, AuditRepair.kinds(kinds), pause))
            .orElse(null);
    ModuleAuditResult findings =
        ModuleAuditResult.of(event.panel(), event.module(), language, event.progress());
    asked
        .option("--html")
        .ifPresent(file -> write(Path.of(file), new AuditHtml(findings, language).text()));
    if (repair != null) {
      return asked.isOn("--apply")
          ? repaired(repair, findings, language)
          : rehearsed(repair, findings, language);
    }
    Optional<AuditChanges> changes =
        asked.isOn(SINCE)
            ? Optional.of(AuditChanges.of(event.panel().root(), findings))
            : Optional.empty();
    boolean fine = changes.map(AuditChanges::fresh).orElseGet(findings::troubles).isEmpty();
    String text = shown(asked, findings, changes, language);
    changes.ifPresent(it -> keep(event, findings));
    return new TextResult(text, fine ? 0 : DIFFERENCES);
  }

  private static String shown(
      Invocation asked,
      ModuleAuditResult findings,
      Optional<AuditChanges> changes,
      Language language) {
    if (asked.isOn("--json")) {
      return new AuditJson(findings, language).text(changes);
    }
    if (asked.isOn("--csv")) {
      return new AuditCsv(findings, language).text(changes);
    }
    AuditTable table = new AuditTable(findings, language);
    return changes.map(table::of).orElseGet(table::ofTroubles);
  }

  private static void keep(CommandContext event, ModuleAuditResult findings) {
    try {
      AuditChanges.keep(event.panel().root(), findings);
    } catch (IOException refused) {
      throw new InvalidInputException(
          Sentence.of("request.not_kept", event.panel().root().resolve("var")), refused);
    }
  }

  private static CommandResult rehearsed(
      AuditRepair repair, ModuleAuditResult findings, Language language) {
    List<AuditRow> due = repair.of(findings.rows());
    Sentence end = Sentence.of("audit.would_repair", due.size());
    String table = new AuditTable(findings, language).of(due);
    return new TextResult(
        table + "\n" + end.in(language) + "\n", findings.troubles().isEmpty() ? 0 : DIFFERENCES);
  }

  private static CommandResult repaired(
      AuditRepair repair, ModuleAuditResult findings, Language language) {
    String table = new AuditTable(findings, language).of(repair.of(findings.rows()));
    AuditRepair.RepairCounts outcome = repair.run(findings);
    Sentence end =
        Sentence.of("audit.repaired", outcome.mended(), outcome.failed(), outcome.left());
    boolean fine = outcome.failed() + outcome.left() == 0;
    return new TextResult(table + "\n" + end.in(language) + "\n", fine ? 0 : FAILED);
  }

  private static void write(Path file, String page) {
    try {
      PrivateFile.replace(file, page);
    } catch (IOException refused) {
      throw new InvalidInputException(Sentence.of("request.page_unwritable", file), refused);
    }
  }
}
