package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.operator.capacity.CareCase.CareSubject;
import io.github.billnextcloud.operator.capacity.StorageTrend.Exhaustion;
import io.github.billnextcloud.operator.metrics.SoldSpace;
import io.github.billnextcloud.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;

/** The figures as one file for a browser, which needs nothing else, not even a script. */
final class CapacityHtml {

  private static final int MONTHS = 24;

  private final List<CloudCapacity> clouds;
  private final TariffAndCustomerNames names;
  private final LocalDate today;
  private final Language language;
  private final CapacityFigureFormatter words;
  private final XmlBuilder body = XmlBuilder.part();

  CapacityHtml(
      List<CloudCapacity> clouds,
      TariffAndCustomerNames names,
      LocalDate today,
      Language language) {
    this.clouds = clouds;
    this.names = names;
    this.today = today;
    this.language = language;
    this.words = new CapacityFigureFormatter(language);
  }

  String text() {
    String title = words.of("capacity.title", today);
    line("h1", title);
    if (clouds.size() > 1) {
      line("p", words.first(clouds));
    }
    line("p", words.of("capacity.unit"));
    if (clouds.size() != 1) {
      body.open("section");
      line("h2", words.of("capacity.all", clouds.size()));
      facts(TotalCapacity.of(clouds));
      plots(TotalCapacity.of(clouds));
      body.close("section");
    }
    clouds.forEach(this::cloud);
    return template()
        .replace("{{lang}}", language.code())
        .replace("{{title}}", XmlBuilder.part().element("title", title).content())
        .replace("{{body}}", body.content());
  }

  private void cloud(CloudCapacity cloud) {
    body.open("section");
    line("h2", words.of("capacity.cloud", cloud.module().id(), cloud.module().name()));
    line("p", cloud.address());
    cloud
        .failure()
        .ifPresent(
            it -> body.open("p").with("class", "failure").text(it.sentence(language)).close("p"));
    facts(cloud);
    care(cloud.care());
    plots(cloud);
    services(words.of("capacity.largest"), cloud.usage().largest());
    cloud
        .usage()
        .since()
        .ifPresent(day -> services(words.of("capacity.growing", day), cloud.usage().growing()));
    body.close("section").text("\n");
  }

  private void care(List<CareCase> cases) {
    line("h3", words.of("capacity.care"));
    if (cases.isEmpty()) {
      line("p", words.of("capacity.care.nothing"));
    }
    for (CareCase care : cases) {
      line("h4", words.heading(care));
      body.open("ul");
      List<CareSubject> told = care.named().stream().limit(FirstInOrder.TEN).toList();
      told.forEach(it -> item(words.subject(it, names), it.command()));
      words.rest(care, told).ifPresent(rest -> item(rest, care.command()));
      body.close("ul").text("\n");
    }
  }

  private void item(String text, String command) {
    body.open("li").text(text + " ");
    if (!command.isEmpty()) {
      body.element("code", command);
    }
    body.close("li").text("\n");
  }

  private void facts(CapacityFigures all) {
    body.open("dl");
    fact("capacity.stored", words.stored(all));
    fact("capacity.free", words.free(all));
    fact("capacity.sold", words.sold(all.sold()));
    all.oversell().ifPresent(it -> fact("capacity.oversell", words.decimal(it)));
    all.trend().ifPresent(it -> fact("capacity.growth_month", words.signed(it.perMonth())));
    all.trend().ifPresent(it -> fact("capacity.growth_day", words.signed(it.perDay())));
    all.diskFull().ifPresent(it -> day("capacity.disk_full", it));
    all.soldOut().ifPresent(it -> day("capacity.sold_full", it));
    fact("capacity.services", words.counts(all.sold()));
    fact("capacity.over_quota", words.overQuota(all));
    fact("capacity.unbilled", all.unbilled().map(it -> with(it.accounts(), it.bytes())));
    fact("capacity.closed", all.unbilled().map(it -> with(it.closed(), it.closedBytes())));
    OperationOutcomeCounts counts = all.operations();
    fact(
        "capacity.failed",
        with(counts.failed(), "capacity.throttled", counts.throttled().orElse(0)));
    fact("capacity.waits", words.number(counts.waits()));
    fact(
        "capacity.pending",
        with(OptionalLong.of(counts.pending()), "capacity.by_hand", counts.byHand()));
    body.close("dl").text("\n");
    if (all.trend().isEmpty()) {
      line("p", words.little(all));
    }
  }

  private void plots(CapacityFigures all) {
    NavigableMap<LocalDate, Long> days = all.history();
    if (days.size() > 1) {
      body.open("figure");
      line("h3", words.of("capacity.history", days.firstKey(), days.lastKey()));
      new StorageHistorySvg(all, words, body).write();
      body.close("figure");
      NavigableMap<String, Long> months = UsageHistory.months(days);
      long most = months.values().stream().mapToLong(it -> it).max().orElse(0);
      table(words.of("capacity.months"));
      months.entrySet().stream()
          .skip(Math.max(0, months.size() - MONTHS))
          .forEach(it -> row(it.getKey(), it.getValue(), most, ""));
      body.close("table");
    }
    if (!all.sold().tariffs().isEmpty()) {
      long most =
          all.sold().tariffs().values().stream().mapToLong(SoldSpace::bytes).max().orElse(0);
      table(words.of("capacity.tariffs"));
      all.sold()
          .tariffs()
          .forEach((id, it) -> row(names.tariff(id), it.bytes(), most, words.counts(it)));
      body.close("table");
    }
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
                  names.tariffOf(it.item())));
      body.close("table");
    }
  }

  private void table(String title) {
    body.open("table");
    line("caption", title);
  }

  private void row(String name, long bytes, long most, String more) {
    double share = most == 0 ? 0 : 100.0 * bytes / most;
    body.open("tr").element("th", name).element("td", words.size(bytes)).open("td");
    body.open("svg").with("class", "bar").with("viewBox", "0 0 100 10");
    body.with("preserveAspectRatio", "none").with("aria-hidden", true).open("rect");
    body.with("width", String.format(Locale.ROOT, "%.2f", share)).with("height", 10);
    body.close("rect").close("svg").close("td");
    if (!more.isEmpty()) {
      body.element("td", more);
    }
    body.close("tr").text("\n");
  }

  /** HTML knows no empty elements of these names. */
  private void line(String name, String text) {
    if (!text.isEmpty()) {
      body.element(name, text).text("\n");
    }
  }

  private void fact(String key, Optional<String> value) {
    fact(key, value.orElseGet(() -> words.of("capacity.untold")));
  }

  private void fact(String key, String value) {
    body.open("div").element("dt", words.of(key)).element("dd", value).close("div").text("\n");
  }

  private String with(long count, long bytes) {
    return count == 0 ? "0" : count + " (" + words.size(bytes) + ")";
  }

  private String with(OptionalLong count, String key, long some) {
    String all = words.number(count);
    return some == 0 ? all : all + " (" + words.of(key) + ": " + some + ")";
  }

  private void day(String key, Exhaustion when) {
    body.open("div").element("dt", words.of(key)).element("dd", words.day(when.expected()));
    if (when.earliest().isPresent()) {
      body.open("dd").with("class", "range-of-days");
      // No day is broken into two lines.
      body.text(
          words
              .of("capacity.between", words.day(when.earliest()), words.day(when.latest()))
              .replace('-', '\u2011'));
      body.close("dd");
    }
    body.close("div").text("\n");
  }

  private static String template() {
    try (InputStream page = CapacityHtml.class.getResourceAsStream("capacity.html")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
