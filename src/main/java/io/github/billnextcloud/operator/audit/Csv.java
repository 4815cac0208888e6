package io.github.billnextcloud.operator.audit;

import java.util.List;
import java.util.stream.Collectors;

/** All rows for a spreadsheet, as RFC 4180 has it. */
record Csv(Findings findings) {

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
          "last_login");

  String text() {
    StringBuilder text = new StringBuilder(line(HEADS));
    findings.rows().forEach(row -> text.append(line(cells(row))));
    return text.toString();
  }

  private static List<String> cells(Row row) {
    return List.of(
        row.item() == 0 ? "" : Long.toString(row.item()),
        row.tariff() == 0 ? "" : Long.toString(row.tariff()),
        row.login(),
        row.kinds().stream().map(Kind::id).collect(Collectors.joining(" ")),
        String.join("; ", row.details()),
        row.enabled(),
        row.quota(),
        row.stored(),
        row.lastLogin());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A login that begins like a formula must not become one in somebody's spreadsheet. */
  static String cell(String value) {
    String safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
