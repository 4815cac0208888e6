package io.github.billnextcloud.operator.audit;

import static io.github.billnextcloud.operator.Text.text;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.BadRequest;
import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.Language;
import io.github.billnextcloud.billmanager.PlainText;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.Event;
import io.github.billnextcloud.operator.Text;
import io.github.billnextcloud.safe.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Compares all services of a processing module with all accounts of its cloud, and repairs what was
 * chosen when {@code --apply} says so.
 */
public final class Audit implements Command {

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
  public Answer run(Event event) {
    Invocation asked = event.invocation();
    Language language = Language.of(asked);
    // A mistake is told before a long look at both sides.
    Repair repair =
        asked
            .option("--repair")
            .map(kinds -> new Repair(event, Repair.kinds(kinds), pause))
            .orElse(null);
    Findings findings = Findings.of(event.panel(), event.module(), event.progress());
    asked
        .option("--html")
        .ifPresent(file -> write(Path.of(file), new Page(findings, language).text()));
    if (repair != null) {
      return asked.isOn("--apply")
          ? repaired(repair, findings, language)
          : rehearsed(repair, findings, language);
    }
    int exitCode = findings.troubles().isEmpty() ? 0 : DIFFERENCES;
    return new PlainText(shown(asked, findings, language), exitCode);
  }

  private static String shown(Invocation asked, Findings findings, Language language) {
    if (asked.isOn("--json")) {
      return new Json(findings).text();
    }
    return asked.isOn("--csv")
        ? new Csv(findings).text()
        : new Table(findings, language).ofTroubles();
  }

  private static Answer rehearsed(Repair repair, Findings findings, Language language) {
    List<Row> due = repair.of(findings.rows());
    Text end =
        text(
            "%s services would be repaired. Nothing was changed; with --apply it is done.",
            "Было бы исправлено услуг: %s. Ничего не изменено; с --apply это будет сделано.",
            due.size());
    String table = new Table(findings, language).of(due);
    return new PlainText(
        table + "\n" + end.in(language) + "\n", findings.troubles().isEmpty() ? 0 : DIFFERENCES);
  }

  private static Answer repaired(Repair repair, Findings findings, Language language) {
    String table = new Table(findings, language).of(repair.of(findings.rows()));
    Repair.Outcome outcome = repair.run(findings);
    Text end =
        text(
            "%s repaired, %s failed (var/pmnextcloud.log tells why), %s left for the next run.",
            "Исправлено: %s, не удалось: %s (почему – в var/pmnextcloud.log), осталось на другой"
                + " раз: %s.",
            outcome.mended(),
            outcome.failed(),
            outcome.left());
    boolean fine = outcome.failed() + outcome.left() == 0;
    return new PlainText(table + "\n" + end.in(language) + "\n", fine ? 0 : FAILED);
  }

  private static void write(Path file, String page) {
    try {
      PrivateFile.replace(file, page);
    } catch (IOException refused) {
      throw new BadRequest("The page cannot be written to " + file, refused);
    }
  }
}
