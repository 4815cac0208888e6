package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is amiss with services besides their accounts: it goes into the service's row, or into one
 * of its own where there is none.
 */
final class RowFindings {

  private final Map<Long, AuditRow> found = new LinkedHashMap<>();
  private final Map<Long, TeamSpace> spaces = new HashMap<>();

  void add(Service service, AuditStatus status, Sentence detail) {
    String login = service.params().find(ServiceParams.USERNAME).orElse("");
    AuditRow row =
        new AuditRow(
            Optional.of(BilledService.of(service)),
            login,
            EnumSet.of(status),
            List.of(detail),
            Optional.empty());
    found.merge(service.id(), row, RowFindings::joined);
  }

  /** What the service's customers store is stored there. */
  void shares(Service service, TeamSpace space) {
    spaces.put(service.id(), space);
  }

  /** These rows with what was found, and below them what they do not tell of. */
  List<AuditRow> with(List<AuditRow> rows) {
    Map<Long, AuditRow> untold = new LinkedHashMap<>(found);
    List<AuditRow> all = new ArrayList<>();
    for (AuditRow row : rows) {
      AuditRow more = row.service().map(it -> untold.remove(it.id())).orElse(null);
      all.add(withSpace(more == null ? row : joined(row, more)));
    }
    all.addAll(untold.values());
    return all;
  }

  private AuditRow withSpace(AuditRow row) {
    Optional<TeamSpace> space = row.service().map(it -> spaces.get(it.id()));
    return new AuditRow(row.service(), row.login(), row.kinds(), row.details(), row.user(), space);
  }

  private static AuditRow joined(AuditRow row, AuditRow more) {
    Set<AuditStatus> kinds = EnumSet.copyOf(row.kinds());
    kinds.removeIf(kind -> !kind.isTrouble());
    kinds.addAll(more.kinds());
    // One tariff that cannot be read is stumbled over by whoever asks it.
    List<Sentence> details =
        Stream.concat(row.details().stream(), more.details().stream()).distinct().toList();
    return new AuditRow(row.service(), row.login(), kinds, details, row.user());
  }
}
