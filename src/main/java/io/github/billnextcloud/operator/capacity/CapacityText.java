package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.operator.capacity.CareCase.CareSubject;
import io.github.billnextcloud.operator.capacity.StorageTrend.Exhaustion;
import io.github.billnextcloud.operator.metrics.SoldSpace;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;

/** The figures for a person at a terminal, however narrow that is. */
final class CapacityText {

  /** A telephone's terminal has so many columns. */
  private static final int LEAST = 40;

  /** In a wider line the eye loses its way from name to figure. */
  private static final int MOST = 100;

  private static final int VALUE = 16;
  private static final int SIZE = 10;
  private static final int LEAST_LABEL = 15;
  private static final int MOST_LABEL = 26;
  private static final int MONTHS = 12;

  /** Of whom a case of those to look after is told; its command tells of all. */
  private static final int NAMED = 3;

  private final List<CloudCapacity> clouds;
  private final TariffAndCustomerNames names;
  private final Language language;
  private final CapacityFigureFormatter words;
  private final List<String> lines = new ArrayList<>();
  private final int width;
  private final int labelWidth;
  private final int barWidth;

  /**
   * @param columns of the terminal
   */
  CapacityText(
      List<CloudCapacity> clouds, TariffAndCustomerNames names, int columns, Language language) {
    this.width = Math.max(LEAST, Math.min(MOST, columns));
    this.labelWidth = Math.max(LEAST_LABEL, Math.min(MOST_LABEL, width / 3));
    this.barWidth = width - 2 - labelWidth - 1 - 1 - SIZE;
    this.clouds = clouds;
    this.names = names;
    this.language = language;
    this.words = new CapacityFigureFormatter(language);
  }

  String text() {
    if (clouds.size() > 1) {
      wrapped("", words.first(clouds));
    }
    wrapped("", words.of("capacity.unit"));
    clouds.forEach(this::cloud);
    if (clouds.size() != 1) {
      head(words.of("capacity.all", clouds.size()));
      TotalCapacity total = TotalCapacity.of(clouds);
      figures(total);
      section(words.of("capacity.care"));
      care(total);
    }
    return lines.stream()
        .map(PrintableText::line)
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private void cloud(CloudCapacity cloud) {
    head(words.of("capacity.cloud", cloud.module().id(), cloud.module().name()));
    wrapped("", cloud.address());
    cloud.failure().ifPresent(it -> wrapped("! ", it.sentence(language)));
    figures(cloud);
    section(words.of("capacity.care"));
    cloud.care().forEach(this::care);
    if (cloud.care().isEmpty()) {
      wrapped("  ", words.of("capacity.care.nothing"));
    }
    services(words.of("capacity.largest"), cloud.usage().largest());
    cloud
        .usage()
        .since()
        .ifPresent(day -> services(words.of("capacity.growing", day), cloud.usage().growing()));
  }

  private void head(String title) {
    if (!lines.isEmpty()) {
      lines.add("");
      lines.add("");
    }
    wrapped("", title);
    lines.add("═".repeat(width));
  }

  private void figures(CapacityFigures all) {
    section(words.of("capacity.space"));
    space(all);
    section(words.of("capacity.services"));
    wrapped("  ", words.counts(all.sold()));
    tariffs(all.sold());
    history(all.history());
    forecast(all);
    operations(all.operations());
  }

  private void section(String title) {
    lines.add("");
    wrapped("", title);
  }

  private void space(CapacityFigures all) {
    fact(words.of("capacity.sold"), words.size(all.sold().bytes()));
    some("capacity.unlimited", all.sold().unlimited());
    some("capacity.unclear", all.sold().unclear());
    if (all.stored().isEmpty()) {
      fact(words.of("capacity.stored"), words.of("capacity.uncounted"));
    } else {
      fact(words.of("capacity.stored"), words.size(all.stored().getAsLong()));
      fact(words.of("capacity.counted"), all.history().lastKey().toString());
    }
    fact(words.of("capacity.free"), words.free(all));
    all.disk().ifPresent(disk -> used(all, disk));
    all.oversell().ifPresent(it -> fact(words.of("capacity.oversell"), words.decimal(it)));
  }

  /** With what nobody pays for. */
  private void used(CapacityFigures all, long disk) {
    UnbilledAccounts accounts = all.unbilled().orElse(UnbilledAccounts.NONE);
    long more = accounts.bytes() + accounts.closedBytes();
    share(words.of("capacity.used"), all.stored().orElse(0) + more, disk + more);
  }

  private void share(String label, long part, long whole) {
    double share = whole == 0 ? 0 : (double) part / whole;
    fact(label, bar(share, SIZE) + String.format(Locale.ROOT, "%4d %%", Math.round(share * 100)));
  }

  private void some(String key, long count) {
    if (count > 0) {
      fact(words.of(key), Long.toString(count));
    }
  }

  private void tariffs(SoldSpace sold) {
    if (sold.tariffs().isEmpty()) {
      return;
    }
    section(words.of("capacity.tariffs"));
    long most = sold.tariffs().values().stream().mapToLong(SoldSpace::bytes).max().orElse(0);
    sold.tariffs()
        .forEach(
            (id, of) -> {
              bar(names.tariff(id), of.bytes(), most, words.size(of.bytes()));
              wrapped("    ", words.counts(of));
            });
  }

  private void history(NavigableMap<LocalDate, Long> days) {
    if (days.size() < 2) {
      return;
    }
    section(words.of("capacity.history", days.firstKey(), days.lastKey()));
    lines.add("  " + Sparkline.of(days, width - 2));
    long least = days.values().stream().mapToLong(it -> it).min().orElse(0);
    long most = days.values().stream().mapToLong(it -> it).max().orElse(0);
    fact(words.of("capacity.least"), words.size(least));
    fact(words.of("capacity.most"), words.size(most));
    NavigableMap<String, Long> months = UsageHistory.months(days);
    section(words.of("capacity.months"));
    months.entrySet().stream()
        .skip(Math.max(0, months.size() - MONTHS))
        .forEach(it -> bar(it.getKey(), it.getValue(), most, words.size(it.getValue())));
  }

  private void forecast(CapacityFigures all) {
    section(words.of("capacity.forecast"));
    Optional<StorageTrend> trend = all.trend();
    if (trend.isEmpty()) {
      wrapped("  ", words.little(all));
      return;
    }
    fact(words.of("capacity.growth_day"), words.signed(trend.get().perDay()));
    fact(words.of("capacity.growth_month"), words.signed(trend.get().perMonth()));
    all.diskFull().ifPresent(it -> end(words.of("capacity.disk_full"), it));
    all.soldOut().ifPresent(it -> end(words.of("capacity.sold_full"), it));
  }

  private void end(String label, Exhaustion when) {
    fact(label, words.day(when.expected()));
    if (when.earliest().isPresent()) {
      wrapped(
          "    ",
          words.of("capacity.between", words.day(when.earliest()), words.day(when.latest())));
    }
  }

  private void care(CapacityFigures all) {
    fact(words.of("capacity.over_quota"), words.overQuota(all));
    if (all.unbilled().isPresent()) {
      UnbilledAccounts unbilled = all.unbilled().get();
      fact(words.of("capacity.unbilled"), Long.toString(unbilled.accounts()));
      fact(words.of("capacity.unbilled_stored"), words.size(unbilled.bytes()));
      fact(words.of("capacity.closed"), Long.toString(unbilled.closed()));
      fact(words.of("capacity.closed_stored"), words.size(unbilled.closedBytes()));
    } else {
      fact(words.of("capacity.unbilled"), words.of("capacity.untold"));
    }
    fact(words.of("capacity.by_hand"), Long.toString(all.operations().byHand()));
  }

  /** With what is to be typed next, as it can be copied: on a line of its own, where it must. */
  private void care(CareCase care) {
    fact(words.title(care), words.count(care));
    List<CareSubject> told = care.named().stream().limit(NAMED).toList();
    told.forEach(it -> command(words.subject(it, names), it.command()));
    words.rest(care, told).ifPresent(rest -> command(rest, care.command()));
  }

  private void command(String text, String command) {
    String line = "    " + PrintableText.line(text) + (text.isEmpty() ? "" : "  ") + command;
    if (line.length() <= width) {
      lines.add(line);
    } else {
      wrapped("    ", text);
      wrapped("      ", command);
    }
  }

  private void operations(OperationOutcomeCounts counts) {
    section(words.of("capacity.operations"));
    fact(words.of("capacity.failed"), words.number(counts.failed()));
    fact(words.of("capacity.throttled"), words.number(counts.throttled()));
    fact(words.of("capacity.waits"), words.number(counts.waits()));
    fact(words.of("capacity.pending"), Long.toString(counts.pending()));
  }

  private void services(String title, List<ServiceBytes> services) {
    if (services.isEmpty()) {
      return;
    }
    section(title);
    long most = services.get(0).bytes();
    services.forEach(
        it -> {
          bar(
              it.item() + " " + names.customer(it.item()),
              it.bytes(),
              most,
              words.size(it.bytes()));
          wrapped("    ", names.tariffOf(it.item()));
        });
  }

  private void bar(String label, long bytes, long most, String value) {
    String told = PrintableText.shortened(PrintableText.line(label), labelWidth);
    String bar = bar(most == 0 ? 0 : (double) bytes / most, barWidth);
    lines.add("  " + told + " ".repeat(labelWidth - told.length()) + " " + bar + " " + value);
  }

  private static String bar(double share, int room) {
    int full = (int) Math.max(0, Math.min(room, Math.round(share * room)));
    return "█".repeat(full) + "░".repeat(room - full);
  }

  /** On one line where there is room. */
  private void fact(String label, String value) {
    int room = LEAST - VALUE - 3;
    if (label.length() <= room || label.length() + value.length() + 4 <= width) {
      lines.add("  " + label + " ".repeat(Math.max(1, room + 1 - label.length())) + value);
    } else {
      wrapped("  ", label);
      lines.add(" ".repeat(room + 3) + value);
    }
  }

  private void wrapped(String indent, String text) {
    StringBuilder line = new StringBuilder(indent);
    for (String word : PrintableText.line(text).split(" ")) {
      if (line.length() > indent.length() && line.length() + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString());
  }
}
