package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.billmanager.ProcessingModule;
import io.github.billnextcloud.billmanager.ServicePages;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.ocs.Patience;
import io.github.billnextcloud.command.Progress;
import io.github.billnextcloud.provisioning.Clouds;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an audit of one processing module found.
 *
 * @param rows in the order of the services, then accounts that no service has
 */
record Findings(ProcessingModule module, List<Row> rows) {

  /** Reads both sides and changes nothing. */
  static Findings of(Panel panel, ProcessingModule module, Progress progress) {
    Cloud cloud = Clouds.of(module, Patience.ROUND);
    try (ServicePages services = new ServicePages(panel, module)) {
      Set<UserId> spokenFor = new HashSet<>();
      services.logins(true, false).forEach(login -> spokenFor.add(new UserId(login.strip())));
      spokenFor.add(new UserId(module.setting("nc_username")));
      Comparison comparison = new Comparison(spokenFor);
      long all = services.count();
      long[] done = new long[2];
      cloud.readAllUsers(
          user -> {
            comparison.user(user);
            progress.at("accounts read", ++done[0], Math.max(all, done[0]));
          });
      services.each(
          service -> {
            comparison.service(service);
            progress.at("services compared", ++done[1], all);
          });
      progress.end();
      return new Findings(module, comparison.rows());
    }
  }

  /** How many rows there are of each kind; one row may be of several. */
  Map<Kind, Long> counts() {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    rows.forEach(row -> row.kinds().forEach(kind -> counts.merge(kind, 1L, Long::sum)));
    return counts;
  }

  List<Row> troubles() {
    return rows.stream().filter(Row::isTrouble).toList();
  }
}
