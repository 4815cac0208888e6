package io.github.billnextcloud.operator.survey;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics;
import io.github.billnextcloud.billmanager.checkup.PanelSurveyQueries;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.operator.survey.PanelAssumption.AssumptionResult;
import io.github.billnextcloud.operator.survey.PanelAssumption.AssumptionVerdict;
import io.github.billnextcloud.safe.PrivateFile;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Writes what a real panel is like into a file that may be sent to those who write this program:
 * shapes, names and versions, nobody's data. What cannot be looked at is a fact, too.
 */
public final class AnonymizedPanelReport {

  /** Words that tell of a param, whose meaning is the same in each panel. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "required",
          "yes",
          "no",
          "on",
          "off",
          "int",
          "string",
          "text",
          "select",
          "checkbox",
          "hidden",
          "password",
          "list",
          "form",
          "report",
          "elid",
          "sok",
          "plid",
          "crypted",
          "name",
          "value");

  private final PanelSurveyQueries panel;
  private final PanelDiagnostics checkup;
  private final Path host;
  private final PanelLogReader logs;
  private final PanelAssumptions assumptions;
  private final List<String> lines = new ArrayList<>();

  public AnonymizedPanelReport(LocalPanel panel) {
    this(panel, Path.of("/"));
  }

  /**
   * @param host the folder that stands for the system's {@code /}
   */
  AnonymizedPanelReport(LocalPanel panel, Path host) {
    this.panel = new PanelSurveyQueries(panel);
    this.checkup = new PanelDiagnostics(panel);
    this.host = host;
    this.logs = new PanelLogReader(panel.root());
    this.assumptions = new PanelAssumptions(this.panel, logs);
  }

  /**
   * Looks, writes, and tells what was found.
   *
   * @throws InvalidInputException when the file cannot be written
   */
  public Sentence write(Path file, TerminalProgress progress) {
    List<AssumptionResult> outcomes = outcomes(progress);
    progress.end();
    try {
      PrivateFile.replace(file, String.join("\n", lines) + "\n");
    } catch (IOException refused) {
      throw new InvalidInputException(Sentence.of("request.facts_unwritable", file), refused);
    }
    return Sentence.of(
        "survey.written",
        file,
        count(outcomes, AssumptionVerdict.HOLDS),
        count(outcomes, AssumptionVerdict.DOES_NOT_HOLD),
        count(outcomes, AssumptionVerdict.NOT_KNOWN));
  }

  private static long count(List<AssumptionResult> outcomes, AssumptionVerdict verdict) {
    return outcomes.stream().filter(it -> it.verdict() == verdict).count();
  }

  private List<AssumptionResult> outcomes(TerminalProgress progress) {
    String version = AnonymizedPanelReport.class.getPackage().getImplementationVersion();
    lines.add("Facts of a panel, by pmnextcloud " + (version == null ? "(not packaged)" : version));
    lines.add("… stands for what is nobody else's business.");
    List<AssumptionResult> outcomes =
        assumptions.all().stream().map(PanelAssumption::outcome).toList();
    tell("Assumptions", () -> outcomes.stream().map(AssumptionResult::line).toList());
    tell("Panel", () -> List.of(PanelReportAnonymizer.version(panel.version())));
    tell("System", () -> List.of(system()));
    tell("Java", () -> List.of(Runtime.version().toString()));
    tell(
        "Database",
        () ->
            List.of(
                PanelReportAnonymizer.version(checkup.databaseVersion()),
                "strict: " + panel.isStrict()));
    tell("Key", panel::key);
    tell(
        "Settings of the panel",
        () -> panel.settings().stream().filter(it -> it.matches("[A-Za-z]{1,40}")).toList());
    tell("Secrets in the form of a processing module", panel::secretsInForm);
    tell("Units", () -> masked(panel.measures()));
    tell("Product types and kinds of add-ons", () -> masked(panel.itemTypes()));
    tell("Rules of add-ons", () -> masked(panel.rules()));
    tell("Add-ons of our tariffs", () -> masked(panel.addOns()));
    tell("Jobs of cron", new CrontabReader(host)::jobs);
    tell(
        "How the panel has called us",
        () ->
            logs.calls().entrySet().stream()
                .map(it -> it.getValue() + " × " + it.getKey())
                .toList());
    PanelSurveyQueries.TABLES.forEach(
        name -> tell("Table " + name, () -> PanelReportAnonymizer.table(panel.table(name))));
    functions(progress);
    return outcomes;
  }

  private void functions(TerminalProgress progress) {
    List<String> names = new ArrayList<>(PanelSurveyQueries.FUNCTIONS);
    names.addAll(assumptions.productTypes().stream().map(type -> type + ".open").toList());
    int done = 0;
    for (String name : names) {
      tell(
          "Function " + PanelReportAnonymizer.names(name),
          () -> {
            String told = assumptions.function(name);
            return told.isBlank()
                ? List.of("not known to the panel")
                : PanelReportAnonymizer.function(told, KEYWORDS);
          });
      progress.at("progress.functions", ++done, names.size());
    }
  }

  /** Name and version of the system. */
  private String system() throws IOException {
    Map<String, String> told = new LinkedHashMap<>();
    for (String line : Files.readAllLines(host.resolve("etc/os-release"))) {
      String[] pair = line.split("=", 2);
      told.put(pair[0], pair[pair.length - 1].replace("\"", ""));
    }
    return PanelReportAnonymizer.names(told.getOrDefault("ID", ""))
        + " "
        + told.getOrDefault("VERSION_ID", "").replaceAll("[^0-9.]", "");
  }

  private static List<String> masked(List<List<String>> rows) {
    return rows.stream()
        .map(row -> String.join(" ", row.stream().map(PanelReportAnonymizer::column).toList()))
        .toList();
  }

  /** That something cannot be looked at is a fact, too. */
  private void tell(String what, Callable<List<String>> look) {
    lines.add("");
    lines.add("== " + what);
    try {
      lines.addAll(look.call());
    } catch (Exception failure) {
      lines.add("not known: " + PanelSurveyQueries.reason(failure));
    }
  }
}
