package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository.OurModule;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.operator.doctor.ModuleSettingsChecks.DailyCounts;
import io.github.billnextcloud.operator.survey.AnonymizedPanelReport;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Looks for what is wrong, from Java to the last hop, and says what to do about it. Changes nothing
 * in panel and cloud; only {@code --as-customer} makes two accounts, and deletes them.
 */
public final class Doctor implements Command {

  private final InstantSource clock;

  public Doctor() {
    this(InstantSource.system());
  }

  Doctor(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY);
  }

  @Override
  public CommandResult run(CommandContext event) {
    Language language = event.invocation().language();
    Optional<String> file = event.invocation().option("--panel");
    if (file.isPresent()) {
      Sentence told =
          new AnonymizedPanelReport(event.panel()).write(Path.of(file.get()), event.progress());
      return new TextResult(told.in(language) + "\n");
    }
    DoctorReport report = examine(event);
    String text =
        event.invocation().isOn("--json") ? report.json(language) : report.story(language);
    return new TextResult(text, report.exitCode());
  }

  private DoctorReport examine(CommandContext event) {
    LocalPanel panel = event.panel();
    TerminalProgress progress = event.progress();
    CheckRunner examination = new CheckRunner(CheckRunner.LIMIT, progress);
    PanelDiagnostics checkup = new PanelDiagnostics(panel);
    SalesReadinessChecks sales = new SalesReadinessChecks(checkup, event.invocation().module());
    examination.go(OptionalLong.empty(), new HostChecks(panel, CdsArchiveCheck.ownStart()).all());
    examination.go(OptionalLong.empty(), new PanelAccessChecks(panel, checkup, clock).all());
    examination.go(OptionalLong.empty(), sales.all());
    DailyCounts counts = new DailyCounts(panel.root());
    for (OurModule module : sales.modules()) {
      ModuleCheckContext visit =
          new ModuleCheckContext(
              panel,
              () -> checkup.tariffs(module.id()),
              checkup::accountsOfOnlyService,
              clock,
              event.invocation().isOn("--as-customer"));
      List<CheckDefinition> checks =
          new ArrayList<>(new ModuleSettingsChecks(panel, module.id(), visit, counts).all());
      checks.addAll(wayToCloud(visit));
      examination.go(OptionalLong.of(module.id()), checks);
    }
    if (!sales.isKnown()) {
      examination.go(OptionalLong.empty(), List.of(counts.ofAll(clock)));
    }
    progress.end();
    return new DoctorReport(panel.root(), sales.modules(), examination.results());
  }

  /** What can be looked at once the settings are known. */
  static List<CheckDefinition> wayToCloud(ModuleCheckContext visit) {
    List<CheckDefinition> checks = new ArrayList<>(new NetworkChecks(visit).all());
    checks.addAll(new ServerStatusChecks(visit).all());
    checks.addAll(new AdminAccountChecks(visit).all());
    checks.addAll(new TariffRequirementChecks(visit).all());
    checks.addAll(new NeighbourChecks(visit).all());
    return checks;
  }
}
