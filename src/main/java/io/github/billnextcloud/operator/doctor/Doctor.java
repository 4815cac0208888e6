package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Language;
import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.billmanager.PanelCheckup;
import io.github.billnextcloud.billmanager.PanelCheckup.OurModule;
import io.github.billnextcloud.billmanager.PlainText;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.Event;
import io.github.billnextcloud.command.Progress;
import io.github.billnextcloud.operator.Text;
import io.github.billnextcloud.operator.survey.Survey;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for what is wrong, from Java to the last hop, and says what to do about it. Changes nothing
 * in panel and cloud.
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
  public Answer run(Event event) {
    Language language = Language.of(event.invocation());
    Optional<String> file = event.invocation().option("--panel");
    if (file.isPresent()) {
      Text told = new Survey(event.panel()).write(Path.of(file.get()), event.progress());
      return new PlainText(told.in(language) + "\n");
    }
    Report report = examine(event.panel(), event.invocation().module(), event.progress());
    String text =
        event.invocation().isOn("--json") ? report.json(language) : report.story(language);
    return new PlainText(text, report.exitCode());
  }

  private Report examine(Panel panel, Optional<Long> wanted, Progress progress) {
    Examination examination = new Examination(Examination.LIMIT, progress);
    PanelCheckup checkup = new PanelCheckup(panel);
    SalesChecks sales = new SalesChecks(checkup, wanted);
    examination.go(0, new HostChecks(panel, ArchiveCheck.ownStart()).all());
    examination.go(0, new PanelChecks(panel, checkup, clock).all());
    examination.go(0, sales.all());
    for (OurModule module : sales.modules()) {
      Visit visit = new Visit(() -> checkup.tariffs(module.id()), clock);
      List<Check> checks = new ArrayList<>(new SettingsChecks(panel, module.id(), visit).all());
      checks.addAll(wayToCloud(visit));
      examination.go(module.id(), checks);
    }
    progress.end();
    return new Report(panel.root(), sales.modules(), examination.results());
  }

  /** What can be looked at once the settings are known. */
  static List<Check> wayToCloud(Visit visit) {
    List<Check> checks = new ArrayList<>(new WayChecks(visit).all());
    checks.addAll(new CloudChecks(visit).all());
    checks.addAll(new RightsChecks(visit).all());
    checks.addAll(new SupplyChecks(visit).all());
    return checks;
  }
}
