package io.github.billnextcloud.operator.setup;

import io.github.billnextcloud.billmanager.setup.Product;
import io.github.billnextcloud.billmanager.setup.StepReport;
import io.github.billnextcloud.billmanager.setup.StepReport.StepState;
import io.github.billnextcloud.safe.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of a product's steps, told to a person: a line a step, and below it how. */
record SetupReport(Product product, boolean applied) {

  private static final String MARGIN = " ".repeat(9);

  private static final List<String> ADVICE =
      List.of(
          "The names of functions and params come from public sources, not from your panel. Do by",
          "hand what is not done, see in var/billmgr.log which function that called, and run this",
          "again: it goes on with what is missing.");

  /** What comes from outside must not begin a line of its own. */
  String text(List<StepReport> reports) {
    StringBuilder text = new StringBuilder();
    lines(reports).forEach(line -> text.append(PrintableText.line(line)).append('\n'));
    return text.toString();
  }

  private List<String> lines(List<StepReport> reports) {
    List<String> lines = new ArrayList<>();
    lines.add("What the product " + product.intname() + " needs in this panel:");
    lines.add("");
    reports.forEach(report -> lines.addAll(lines(report)));
    lines.add("");
    lines.addAll(end(reports));
    return lines;
  }

  /** What is well is told in one line. */
  private static List<String> lines(StepReport report) {
    String state = report.state().name().toLowerCase(Locale.ROOT);
    String head = (state + MARGIN).substring(0, MARGIN.length()) + report.what();
    if (report.isFine()) {
      return List.of(head + ": " + String.join("; ", report.details()));
    }
    List<String> lines = new ArrayList<>(List.of(head));
    report.details().forEach(detail -> lines.add(MARGIN + "  " + detail));
    return lines;
  }

  private List<String> end(List<StepReport> reports) {
    long open = reports.stream().filter(report -> !report.isFine()).count();
    long missing = count(reports, StepState.MISSING);
    if (open == 0) {
      return List.of("Everything is there. Prices, and making tariffs active, are yours.");
    }
    List<String> end = new ArrayList<>();
    if (applied) {
      end.add(open + " of " + reports.size() + " are not done.");
      end.addAll(ADVICE);
    } else if (missing == 0) {
      end.add("Nothing is missing; what is amiss a person has to correct.");
    } else {
      end.add(missing + " of " + reports.size() + " are missing. Nothing was changed.");
      end.add("With --apply they are made in this order.");
    }
    return end;
  }

  private static long count(List<StepReport> reports, StepState state) {
    return reports.stream().filter(report -> report.state() == state).count();
  }
}
