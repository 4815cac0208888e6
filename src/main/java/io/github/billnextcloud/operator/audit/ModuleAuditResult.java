package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ServicePageReader;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.ServiceNames.PendingOperation;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.operator.logs.LoggedFailures;
import io.github.billnextcloud.provisioning.RecordedAccountIndex;
import io.github.billnextcloud.provisioning.StaffAccounts;
import io.github.billnextcloud.text.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What an audit of one processing module found.
 *
 * @param names of what the rows tell the numbers
 * @param rows in the order of the services, then accounts and spaces that no service has, then
 *     operations of the module itself
 */
record ModuleAuditResult(ProcessingModule module, AuditNames names, List<AuditRow> rows) {

  /** Reads both sides and changes nothing. */
  static ModuleAuditResult of(
      LocalPanel panel, ProcessingModule module, Language language, TerminalProgress progress) {
    Cloud cloud = ModuleCloud.of(module, Timeouts.ROUND, panel);
    try (ServicePageReader services = new ServicePageReader(panel, module)) {
      RecordedAccountIndex others = new RecordedAccountIndex(services.recorded(true, false));
      ServiceAccountMatching comparison =
          new ServiceAccountMatching(others::has, StaffAccounts.of(module));
      long all = services.count();
      long[] done = new long[2];
      cloud.readAllUsers(
          user -> {
            comparison.user(user);
            progress.at("progress.accounts", ++done[0], Math.max(all, done[0]));
          });
      RowFindings amiss = new RowFindings();
      TeamMatching teams =
          new TeamMatching(
              cloud.teamSpaces(), services.saved(ServiceParams.TEAM), comparison::find, amiss);
      Map<OptionalLong, List<PendingOperation>> operations = operations(panel, module);
      services.each(
          service -> {
            comparison.service(service);
            teams.service(service);
            operations
                .getOrDefault(OptionalLong.of(service.id()), List.of())
                .forEach(
                    it ->
                        amiss.add(
                            service, OperationFindings.status(it), OperationFindings.words(it)));
            progress.at("progress.services", ++done[1], all);
          });
      cloud.leftFiles().forEach(comparison::leftFiles);
      progress.end();
      List<AuditRow> rows = new ArrayList<>(amiss.with(comparison.rows()));
      rows.addAll(teams.unclaimed());
      operations.getOrDefault(OptionalLong.empty(), List.of()).stream()
          .map(OperationFindings::row)
          .forEach(rows::add);
      return new ModuleAuditResult(module, names(panel, module, language, rows), rows);
    }
  }

  private static Map<OptionalLong, List<PendingOperation>> operations(
      LocalPanel panel, ProcessingModule module) {
    return LoggedFailures.operations(panel, List.of(module.id())).values().stream()
        .flatMap(List::stream)
        .filter(PendingOperation::isAmiss)
        .collect(Collectors.groupingBy(PendingOperation::item));
  }

  private static AuditNames names(
      LocalPanel panel, ProcessingModule module, Language language, List<AuditRow> rows) {
    try (JdbcSession database = panel.database()) {
      return AuditNames.read(database, language, module.id(), rows);
    }
  }

  /** How many rows there are of each kind; one row may be of several. */
  Map<AuditStatus, Long> counts() {
    Map<AuditStatus, Long> counts = new EnumMap<>(AuditStatus.class);
    rows.forEach(row -> row.kinds().forEach(kind -> counts.merge(kind, 1L, Long::sum)));
    return counts;
  }

  List<AuditRow> troubles() {
    return rows.stream().filter(AuditRow::isTrouble).toList();
  }
}
