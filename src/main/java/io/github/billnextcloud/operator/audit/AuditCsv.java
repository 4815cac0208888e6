package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All rows for a spreadsheet, as RFC 4180 has it. */
record AuditCsv(AuditResult findings, Language language) {

  /**
   * What begins one, wide letters too, at the begin of a cell or where a spreadsheet may begin one:
   * in many countries they part at semicolons, and then our quotes stand in the middle of a cell.
   */
  private static final Pattern FORMULA =
      Pattern.compile("(^|[,;|\t])([\\s\\h\"']*+[=+\\-@\uff1d\uff0b\uff0d\uff20])");

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

  private List<String> cells(AuditRow row) {
    return List.of(
        row.item(""),
        row.tariff(""),
        row.login(),
        row.kinds().stream().map(AuditStatus::id).collect(Collectors.joining(" ")),
        String.join("; ", row.details(language)),
        row.enabled(),
        row.quota(),
        row.stored(),
        row.lastLogin());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A login that looks like a formula must not become one in somebody's spreadsheet. */
  static String cell(String value) {
    String safe = FORMULA.matcher(PrintableText.line(value)).replaceAll("$1'$2");
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
