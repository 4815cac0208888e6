package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows for a terminal: those that differ, and how many there are of each kind. */
record AuditTable(AuditResult findings, Language language) {

  private static final int WIDEST = 48;
  private static final Sentence[] HEADS = {
    Sentence.of("audit.head.service"),
    Sentence.of("audit.head.tariff"),
    Sentence.of("audit.head.login"),
    Sentence.of("audit.head.what"),
    Sentence.of("audit.head.quota"),
    Sentence.of("audit.head.to_do")
  };

  String ofTroubles() {
    return of(findings.troubles());
  }

  /** These rows, and the counts of all. */
  String of(List<AuditRow> shown) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(heads());
    shown.forEach(row -> lines.add(cells(row)));
    StringBuilder text = new StringBuilder();
    if (lines.size() > 1) {
      lines.forEach(line -> text.append(aligned(line, widths(lines))).append('\n'));
      text.append('\n');
    }
    findings
        .counts()
        .forEach(
            (kind, count) ->
                text.append(count).append(' ').append(kind.words().in(language)).append('\n'));
    return text.toString();
  }

  private List<String> heads() {
    List<String> heads = new ArrayList<>();
    for (Sentence head : HEADS) {
      heads.add(head.in(language));
    }
    return heads;
  }

  private List<String> cells(AuditRow row) {
    return List.of(
        row.item("–"),
        row.tariff("–"),
        cut(row.login()),
        row.kinds().stream()
            .map(kind -> kind.words().in(language))
            .collect(Collectors.joining(", ")),
        row.quota(language),
        cut(String.join("; ", row.details(language))));
  }

  /** What comes from outside must neither begin a line of its own nor fill the screen. */
  private static String cut(String cell) {
    String clean = PrintableText.line(cell);
    return clean.length() <= WIDEST ? clean : clean.substring(0, WIDEST - 1) + "…";
  }

  private static List<Integer> widths(List<List<String>> lines) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < HEADS.length; column++) {
      int at = column;
      widths.add(lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(0));
    }
    return widths;
  }

  private static String aligned(List<String> line, List<Integer> widths) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < line.size(); column++) {
      String cell = line.get(column);
      text.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
    }
    return text.toString().stripTrailing();
  }
}
