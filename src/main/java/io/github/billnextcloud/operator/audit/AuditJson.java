package io.github.billnextcloud.operator.audit;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rows for programs. */
record AuditJson(ModuleAuditResult findings, Language language) {

  String text(Optional<AuditChanges> changes) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("module", findings.module().id());
    findings.names().module().ifPresent(name -> document.put("module_name", name));
    Map<String, Long> counts = new LinkedHashMap<>();
    findings.counts().forEach((kind, count) -> counts.put(kind.id(), count));
    document.put("counts", counts);
    document.put("rows", rows());
    changes.ifPresent(it -> document.put("since", since(it)));
    return PrintableText.json(written(document)) + "\n";
  }

  private Map<String, Object> since(AuditChanges changes) {
    Map<String, Object> fields = new LinkedHashMap<>();
    changes.since().ifPresent(time -> fields.put("time", time.toString()));
    fields.put("new", changes.fresh().stream().map(this::row).toList());
    fields.put("gone", changes.gone().stream().map(AuditJson::gone).toList());
    return fields;
  }

  private static Map<String, Object> gone(AuditDifference difference) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!difference.service().equals("-")) {
      fields.put("service", Long.valueOf(difference.service()));
    }
    fields.put("login", difference.login());
    fields.put("kinds", List.of(difference.kind().id()));
    return fields;
  }

  /** For the page, too. */
  List<Map<String, Object>> rows() {
    return findings.rows().stream().map(this::row).toList();
  }

  private Map<String, Object> row(AuditRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    row.service().ifPresent(service -> fields.put("service", service.id()));
    row.tariff().ifPresent(tariff -> fields.put("tariff", tariff));
    put(fields, "tariff_name", findings.names().tariff(row));
    put(fields, "customer", row.customer());
    fields.put("login", row.login());
    fields.put("kinds", row.kinds().stream().map(AuditStatus::id).toList());
    if (!row.details().isEmpty()) {
      fields.put("details", row.details(language));
    }
    row.user()
        .filter(CloudUser::isShown)
        .ifPresent(user -> fields.put("enabled", user.isEnabled()));
    row.quota().ifPresent(quota -> fields.put("quota", quota.toString()));
    row.stored().ifPresent(bytes -> fields.put("stored", bytes));
    put(fields, "last_login", row.lastLogin());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, String text) {
    if (!text.isEmpty()) {
      fields.put(name, text);
    }
  }

  static String written(Object document) {
    try {
      return JSON.std.asString(document);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
