package io.github.billnextcloud.app;

import io.github.billnextcloud.cli.ManPage;
import io.github.billnextcloud.cli.ShellCompletion;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.operator.audit.Audit;
import io.github.billnextcloud.operator.capacity.Capacity;
import io.github.billnextcloud.operator.connect.Connect;
import io.github.billnextcloud.operator.doctor.Doctor;
import io.github.billnextcloud.operator.explain.ExplainError;
import io.github.billnextcloud.operator.help.PrintText;
import io.github.billnextcloud.operator.leaving.CustomerDossier;
import io.github.billnextcloud.operator.leaving.DeletionCertificateCommand;
import io.github.billnextcloud.operator.logs.Logs;
import io.github.billnextcloud.operator.metrics.Metrics;
import io.github.billnextcloud.operator.migrate.FormerModuleMigration;
import io.github.billnextcloud.operator.setup.Setup;
import io.github.billnextcloud.operator.show.Show;
import java.util.Optional;

/** The table of contents of what a person may type. */
public final class OperatorCommands {

  private OperatorCommands() {}

  public static Optional<Command> find(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "show" -> new Show();
          case "certificate" -> new DeletionCertificateCommand();
          case "dossier" -> new CustomerDossier();
          case "audit" -> new Audit();
          case "migrate" -> new FormerModuleMigration();
          case "setup" -> new Setup(System::getenv);
          case "connect" -> new Connect();
          case "doctor" -> new Doctor();
          case "completion" -> new PrintText(asked -> ShellCompletion.script());
          case "logs" -> new Logs();
          case "capacity" -> new Capacity();
          case "metrics" -> new Metrics();
          case "explain" -> new PrintText(ExplainError::page);
          case "man" -> new PrintText(asked -> ManPage.in(asked.language()));
          default -> null;
        });
  }
}
