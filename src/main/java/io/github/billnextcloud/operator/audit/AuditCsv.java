package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.safe.SpreadsheetCell;
import io.github.billnextcloud.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All rows for a spreadsheet, as RFC 4180 has it, or those that are new. */
record AuditCsv(ModuleAuditResult findings, Language language) {

  private static final List<String> HEADS =
      List.of(
          "service",
          "tariff",
          "login",
          "kinds",
          "details",
          "enabled",
          "quota",
          "stored",
          "last_login",
          "tariff_name",
          "customer");

  String text(Optional<AuditChanges> changes) {
    StringBuilder text = new StringBuilder(line(HEADS));
    List<AuditRow> shown = changes.map(AuditChanges::fresh).orElseGet(findings::rows);
    shown.forEach(row -> text.append(line(cells(row))));
    return text.toString();
  }

  private List<String> cells(AuditRow row) {
    return List.of(
        row.item(""),
        row.tariff().map(String::valueOf).orElse(""),
        row.login(),
        row.kinds().stream().map(AuditStatus::id).collect(Collectors.joining(" ")),
        String.join("; ", row.details(language)),
        row.enabled(),
        row.quota().map(Quota::toString).orElse(""),
        row.stored().stream().mapToObj(Long::toString).collect(Collectors.joining()),
        row.lastLogin(),
        findings.names().tariff(row),
        row.customer());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(SpreadsheetCell::of).collect(Collectors.joining(",", "", "\r\n"));
  }
}
