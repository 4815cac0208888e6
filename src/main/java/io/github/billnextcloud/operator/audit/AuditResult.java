package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ServiceBatches;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.command.ProgressReporter;
import io.github.billnextcloud.provisioning.RecordedAccounts;
import io.github.billnextcloud.provisioning.StaffAccounts;
import io.github.billnextcloud.provisioning.team.TeamTerms;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an audit of one processing module found.
 *
 * @param rows in the order of the services, then accounts and spaces that no service has
 */
record AuditResult(ProcessingModule module, List<AuditRow> rows) {

  /** Reads both sides and changes nothing. */
  static AuditResult of(LocalPanel panel, ProcessingModule module, ProgressReporter progress) {
    Cloud cloud = ModuleCloud.of(module, Timeouts.ROUND, panel);
    try (ServiceBatches services = new ServiceBatches(panel, module)) {
      RecordedAccounts others = new RecordedAccounts(services.recorded(true, false));
      ServiceAccountMatching comparison =
          new ServiceAccountMatching(others::has, StaffAccounts.of(module));
      long all = services.count();
      long[] done = new long[2];
      cloud.readAllUsers(
          user -> {
            comparison.user(user);
            progress.at("progress.accounts", ++done[0], Math.max(all, done[0]));
          });
      TeamMatching teams =
          new TeamMatching(
              cloud.teamSpaces(), services.saved(ServiceParams.TEAM), comparison::find);
      services.each(
          service -> {
            comparison.service(service);
            if (TeamTerms.concern(service)) {
              teams.service(service);
            }
            progress.at("progress.services", ++done[1], all);
          });
      cloud.leftFiles().forEach(comparison::leftFiles);
      progress.end();
      return new AuditResult(module, teams.with(comparison.rows()));
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
