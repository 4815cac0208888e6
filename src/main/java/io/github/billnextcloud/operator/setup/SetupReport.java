package io.github.billnextcloud.operator.setup;

import io.github.billnextcloud.billmanager.setup.Product;
import io.github.billnextcloud.billmanager.setup.StepReport;
import io.github.billnextcloud.billmanager.setup.StepReport.StepState;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of a product's steps, told to a person: a line a step, and below it how. */
record SetupReport(Product product, boolean applied, Language language) {

  private static final String MARGIN = " ".repeat(9);

  /** What comes from outside must not begin a line of its own. */
  String text(List<StepReport> reports) {
    StringBuilder text = new StringBuilder();
    lines(reports).forEach(line -> text.append(PrintableText.line(line)).append('\n'));
    return text.toString();
  }

  private List<String> lines(List<StepReport> reports) {
    List<String> lines = new ArrayList<>();
    lines.add(said(Sentence.of("setup.head", product.intname())));
    lines.add("");
    reports.forEach(report -> lines.addAll(lines(report)));
    lines.add("");
    lines.addAll(end(reports));
    return lines;
  }

  /** What is well is told in one line. */
  private List<String> lines(StepReport report) {
    String state =
        said(Sentence.of("setup.state." + report.state().name().toLowerCase(Locale.ROOT)));
    String head = (state + MARGIN).substring(0, MARGIN.length()) + said(report.what());
    if (report.isFine()) {
      return List.of(head + ": " + said(Sentence.list("; ", report.details())));
    }
    List<String> lines = new ArrayList<>(List.of(head));
    report.details().forEach(detail -> lines.add(MARGIN + "  " + said(detail)));
    return lines;
  }

  private List<String> end(List<StepReport> reports) {
    long open = reports.stream().filter(report -> !report.isFine()).count();
    long missing = count(reports, StepState.MISSING);
    if (open == 0) {
      return List.of(said(Sentence.of("setup.all_there")));
    }
    List<String> end = new ArrayList<>();
    if (applied) {
      end.add(said(Sentence.of("setup.not_done", open, reports.size())));
      end.addAll(said(Sentence.of("setup.advice")).lines().toList());
    } else if (missing == 0) {
      end.add(said(Sentence.of("setup.only_amiss")));
    } else {
      end.add(said(Sentence.of("setup.would", missing, reports.size())));
      end.add(said(Sentence.of("setup.apply")));
    }
    return end;
  }

  private String said(Sentence sentence) {
    return sentence.in(language);
  }

  private static long count(List<StepReport> reports, StepState state) {
    return reports.stream().filter(report -> report.state() == state).count();
  }
}
