package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows for a terminal: those that differ, and how many there are of each kind. */
record AuditTable(ModuleAuditResult findings, Language language) {

  private static final int WIDEST = 48;

  /** What is to be done stands last, and is of no use without its end. */
  private static final int LONGEST = 400;

  private static final Sentence[] HEADS = {
    Sentence.of("audit.head.service"),
    Sentence.of("audit.head.tariff"),
    Sentence.of("audit.head.customer"),
    Sentence.of("audit.head.login"),
    Sentence.of("audit.head.what"),
    Sentence.of("audit.head.quota"),
    Sentence.of("audit.head.stored"),
    Sentence.of("audit.head.to_do")
  };

  String ofTroubles() {
    return of(findings.troubles());
  }

  /** What is new, what is gone, and the counts of all. */
  String of(AuditChanges changes) {
    Sentence begin =
        changes
            .since()
            .map(
                time ->
                    Sentence.of("audit.since", time, changes.fresh().size(), changes.gone().size()))
            .orElseGet(() -> Sentence.of("audit.since_never", changes.fresh().size()));
    StringBuilder text = new StringBuilder(begin.in(language)).append("\n\n");
    text.append(table(changes.fresh()));
    for (AuditDifference gone : changes.gone()) {
      Sentence line =
          Sentence.of("audit.gone", gone.service(), cut(gone.login()), gone.kind().words());
      text.append(line.in(language)).append('\n');
    }
    return text.append(changes.gone().isEmpty() ? "" : "\n").append(counts()).toString();
  }

  /** These rows, and the counts of all. */
  String of(List<AuditRow> shown) {
    return table(shown) + counts();
  }

  private String table(List<AuditRow> shown) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(heads());
    shown.forEach(row -> lines.add(cells(row)));
    StringBuilder text = new StringBuilder();
    if (lines.size() > 1) {
      List<Integer> widths = widths(lines);
      lines.forEach(line -> text.append(aligned(line, widths)).append('\n'));
      text.append('\n');
    }
    return text.toString();
  }

  private String counts() {
    StringBuilder text = new StringBuilder();
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
        row.tariff().map(id -> cut((id + " " + findings.names().tariff(row)).strip())).orElse("–"),
        cut(row.customer()),
        cut(row.login()),
        row.kinds().stream()
            .map(kind -> kind.words().in(language))
            .collect(Collectors.joining(", ")),
        row.quota().map(it -> it.in(language)).orElse(""),
        row.stored(language),
        cut(String.join("; ", row.details(language)), LONGEST));
  }

  /** What comes from outside must neither begin a line of its own nor fill the screen. */
  private static String cut(String cell) {
    return cut(cell, WIDEST);
  }

  private static String cut(String cell, int most) {
    return PrintableText.shortened(PrintableText.line(cell), most);
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
