package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.operator.capacity.StorageTrend.Exhaustion;
import io.github.billnextcloud.operator.capacity.TopServices.ServiceBytes;
import io.github.billnextcloud.operator.metrics.SoldSpace;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;

/** The figures as one file for a browser, which needs nothing else, not even a script. */
final class CapacityHtml {

  private static final int MONTHS = 24;

  private final List<CloudCapacity> clouds;
  private final KnownNames names;
  private final Language language;
  private final CapacityWords words;
  private final StringBuilder body = new StringBuilder();

  CapacityHtml(List<CloudCapacity> clouds, KnownNames names, Language language) {
    this.clouds = clouds;
    this.names = names;
    this.language = language;
    this.words = new CapacityWords(language);
  }

  String text() {
    if (clouds.size() != 1) {
      section(words.of("capacity.all", clouds.size()), "");
      figures(TotalCapacity.of(clouds));
      body.append("</section>\n");
    }
    clouds.forEach(this::cloud);
    return template()
        .replace("{{lang}}", language.code())
        .replace("{{title}}", text(words.of("capacity.title", LocalDate.now())))
        .replace("{{body}}", body);
  }

  private void cloud(CloudCapacity cloud) {
    section(
        words.of("capacity.cloud", cloud.module().id(), cloud.module().name()), cloud.address());
    cloud
        .failure()
        .ifPresent(
            it -> body.append("<p class=\"failure\">" + text(it.sentence(language)) + "</p>\n"));
    figures(cloud);
    services(words.of("capacity.largest"), cloud.usage().largest());
    cloud
        .usage()
        .since()
        .ifPresent(day -> services(words.of("capacity.growing", day), cloud.usage().growing()));
    body.append("</section>\n");
  }

  private void section(String title, String address) {
    body.append("<section>\n<h2>" + text(title) + "</h2>\n");
    if (!address.isEmpty()) {
      body.append("<p>" + text(address) + "</p>\n");
    }
  }

  private void figures(CapacityFigures all) {
    body.append("<dl>\n");
    fact("capacity.sold", words.size(all.sold().bytes()));
    fact("capacity.unlimited", Long.toString(all.sold().unlimited()));
    fact(
        "capacity.stored",
        all.stored().isPresent()
            ? words.size(all.stored().getAsLong())
            : words.of("capacity.uncounted"));
    fact(
        "capacity.free",
        all.free().isPresent() ? words.size(all.free().getAsLong()) : words.of("capacity.untold"));
    all.oversell().ifPresent(it -> fact("capacity.oversell", words.decimal(it)));
    all.trend().ifPresent(it -> fact("capacity.growth_day", words.signed(it.perDay())));
    all.trend().ifPresent(it -> fact("capacity.growth_month", words.signed(it.perMonth())));
    all.diskFull().ifPresent(it -> fact("capacity.disk_full", day(it)));
    all.soldOut().ifPresent(it -> fact("capacity.sold_full", day(it)));
    fact(
        "capacity.unbilled",
        all.unbilled()
            .map(it -> it.accounts() + " (" + words.size(it.bytes()) + ")")
            .orElseGet(() -> words.of("capacity.untold")));
    OperationCounts counts = all.operations();
    fact("capacity.failed", Long.toString(counts.failed()));
    fact("capacity.throttled", Long.toString(counts.throttled()));
    fact("capacity.waits", Long.toString(counts.waits()));
    fact("capacity.pending", Long.toString(counts.pending()));
    fact("capacity.by_hand", Long.toString(counts.byHand()));
    body.append("</dl>\n");
    if (all.trend().isEmpty()) {
      int there = StorageTrend.window(all.history()).size();
      body.append("<p>");
      body.append(
          text(words.of("capacity.little", StorageTrend.LEAST_DAYS, StorageTrend.WINDOW, there)));
      body.append("</p>\n");
    }
    plots(all);
  }

  private void plots(CapacityFigures all) {
    NavigableMap<LocalDate, Long> days = all.history();
    if (days.size() > 1) {
      head(words.of("capacity.history", days.firstKey(), days.lastKey()));
      body.append(new HistoryPlot(all, language).svg());
      NavigableMap<String, Long> months = UsageHistory.months(days);
      long most = months.values().stream().mapToLong(it -> it).max().orElse(0);
      table(words.of("capacity.months"));
      months.entrySet().stream()
          .skip(Math.max(0, months.size() - MONTHS))
          .forEach(it -> row(it.getKey(), it.getValue(), most, ""));
      body.append("</table>\n");
    }
    if (!all.sold().tariffs().isEmpty()) {
      long most =
          all.sold().tariffs().values().stream().mapToLong(SoldSpace::bytes).max().orElse(0);
      table(words.of("capacity.tariffs"));
      all.sold().tariffs().forEach((id, it) -> row(names.tariff(id), it.bytes(), most, counts(it)));
      body.append("</table>\n");
    }
  }

  private String counts(SoldSpace sold) {
    StringBuilder counts = new StringBuilder();
    for (ItemStatus status : ItemStatus.values()) {
      long count = sold.services().getOrDefault(status, 0L);
      if (count > 0) {
        counts.append(counts.isEmpty() ? "" : ", ").append(count).append(' ');
        counts.append(words.of("show.status." + status.name().toLowerCase(Locale.ROOT)));
      }
    }
    return counts.toString();
  }

  private void services(String title, List<ServiceBytes> services) {
    if (!services.isEmpty()) {
      table(title);
      services.forEach(
          it ->
              row(
                  it.item() + " " + names.customer(it.item()),
                  it.bytes(),
                  services.get(0).bytes(),
                  ""));
      body.append("</table>\n");
    }
  }

  private void head(String title) {
    body.append("<h3>" + text(title) + "</h3>\n");
  }

  private void table(String title) {
    head(title);
    body.append("<table>\n");
  }

  private void row(String name, long bytes, long most, String more) {
    double share = most == 0 ? 0 : 100.0 * bytes / most;
    body.append(
        String.format(
            Locale.ROOT,
            "<tr><th>%s</th><td>%s</td><td><svg class=\"bar\" viewBox=\"0 0 100 10\""
                + " preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"%.2f\""
                + " height=\"10\"/></svg></td><td>%s</td></tr>%n",
            text(name),
            text(words.size(bytes)),
            share,
            text(more)));
  }

  private void fact(String key, String value) {
    body.append("<div><dt>" + text(words.of(key)) + "</dt><dd>" + text(value) + "</dd></div>\n");
  }

  private String day(Exhaustion when) {
    String range =
        words.of("capacity.between", words.day(when.earliest()), words.day(when.latest()));
    return words.day(when.expected()) + (when.earliest().isPresent() ? " (" + range + ")" : "");
  }

  /** No name of a customer may be markup. */
  private static String text(String value) {
    return PrintableText.line(value)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String template() {
    try (InputStream page = CapacityHtml.class.getResourceAsStream("capacity.html")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
