package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.ServiceNames;
import io.github.billnextcloud.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people call the processing module, and the tariffs of these rows, as far as panels tell. */
record AuditNames(Optional<String> module, Map<Long, String> tariffs) {

  static AuditNames read(
      JdbcSession database, Language language, long module, List<AuditRow> rows) {
    Map<Long, String> tariffs = new HashMap<>();
    rows.stream()
        .flatMap(row -> row.tariff().stream())
        .distinct()
        .forEach(
            tariff ->
                ServiceNames.ofTariff(database, tariff, language.code())
                    .ifPresent(name -> tariffs.put(tariff, name)));
    return new AuditNames(ServiceNames.ofModule(database, module, language.code()), tariffs);
  }

  /** Blank where it has none. */
  String tariff(AuditRow row) {
    return row.tariff().map(id -> tariffs.getOrDefault(id, "")).orElse("");
  }
}
