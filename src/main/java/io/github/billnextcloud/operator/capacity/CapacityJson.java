package io.github.billnextcloud.operator.capacity;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.operator.capacity.CareCase.CareSubject;
import io.github.billnextcloud.operator.capacity.StorageTrend.Exhaustion;
import io.github.billnextcloud.operator.capacity.TotalCapacity.FirstExhaustion;
import io.github.billnextcloud.operator.metrics.SoldSpace;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.safe.SpreadsheetCell;
import io.github.billnextcloud.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All figures for programs; as a table, one figure a line. */
record CapacityJson(List<CloudCapacity> clouds, TariffAndCustomerNames names, Language language) {

  String text() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("clouds", clouds.stream().map(this::cloud).toList());
    document.put("total", total());
    TotalCapacity.first(clouds).ifPresent(it -> document.put("first_full", first(it)));
    try {
      return PrintableText.json(JSON.std.asString(document)) + "\n";
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Those of all clouds have no number of a module. */
  String csv() {
    StringBuilder lines = new StringBuilder(line("module", "figure", "value"));
    clouds.forEach(it -> flatten(lines, Long.toString(it.module().id()), "", cloud(it)));
    flatten(lines, "", "", total());
    return lines.toString();
  }

  private static void flatten(StringBuilder lines, String module, String figure, Object value) {
    if (value instanceof Map<?, ?> fields) {
      fields.forEach(
          (name, part) ->
              flatten(lines, module, figure.isEmpty() ? "" + name : figure + "." + name, part));
    } else if (value instanceof List<?> list) {
      for (int index = 0; index < list.size(); index++) {
        flatten(lines, module, figure + "." + (index + 1), list.get(index));
      }
    } else {
      lines.append(line(module, figure, value));
    }
  }

  private static String line(Object... cells) {
    return Stream.of(cells)
        .map(it -> it instanceof Number number ? SpreadsheetCell.of(number) : text(it))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String text(Object cell) {
    return SpreadsheetCell.of(cell.toString());
  }

  private Map<String, Object> cloud(CloudCapacity cloud) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("module", cloud.module().id());
    fields.put("name", cloud.module().name());
    fields.put("address", cloud.address());
    cloud.failure().ifPresent(it -> fields.put("error", it.id()));
    fields.putAll(figures(cloud));
    fields.put("look_after", cloud.care().stream().map(this::care).toList());
    fields.put(
        "over_quota",
        cloud.over().most().stream().limit(FirstInOrder.TEN).map(this::service).toList());
    fields.put("largest", cloud.usage().largest().stream().map(this::service).toList());
    cloud.usage().since().ifPresent(day -> fields.put("growing_since", day.toString()));
    fields.put("growing", cloud.usage().growing().stream().map(this::service).toList());
    return fields;
  }

  private Map<String, Object> care(CareCase care) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("case", care.kind().id());
    fields.put("count", care.count());
    care.bytes().ifPresent(it -> fields.put("stored_bytes", it));
    fields.put("named", care.named().stream().map(this::subject).toList());
    if (care.leftOff() > 0) {
      fields.put("left_off", care.leftOff());
    }
    fields.put("command", care.command());
    return fields;
  }

  private Map<String, Object> subject(CareSubject subject) {
    Map<String, Object> fields = new LinkedHashMap<>();
    subject
        .service()
        .ifPresentOrElse(
            service -> {
              fields.put("service", service);
              fields.put("customer", names.customer(service));
              fields.put("tariff", names.tariffOf(service));
            },
            () -> {
              if (!subject.login().isEmpty()) {
                fields.put("login", subject.login());
              }
            });
    subject.bytes().ifPresent(it -> fields.put("bytes", it));
    fields.put("what", subject.what().in(language));
    if (!subject.command().isEmpty()) {
      fields.put("command", subject.command());
    }
    return fields;
  }

  private static Map<String, Object> first(FirstExhaustion first) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("module", first.module().id());
    fields.put("what", first.disk() ? "disk" : "sold");
    fields.putAll(days(first.when()));
    return fields;
  }

  private Map<String, Object> total() {
    return figures(TotalCapacity.of(clouds));
  }

  private Map<String, Object> figures(CapacityFigures all) {
    Map<String, Object> fields = sold(all.sold());
    fields.put(
        "tariffs",
        all.sold().tariffs().entrySet().stream()
            .map(it -> tariff(it.getKey(), it.getValue()))
            .toList());
    all.stored()
        .ifPresent(
            stored -> {
              fields.put("stored_bytes", stored);
              fields.put("stored_on", all.history().lastKey().toString());
            });
    all.free().ifPresent(free -> fields.put("free_bytes", free));
    all.oversell().ifPresent(ratio -> fields.put("oversell_ratio", Math.round(ratio * 1e4) / 1e4));
    all.trend()
        .ifPresent(
            trend -> {
              fields.put("growth_bytes_per_day", Math.round(trend.perDay()));
              fields.put("growth_bytes_per_month", Math.round(trend.perMonth()));
            });
    all.diskFull().ifPresent(it -> fields.put("disk_full", days(it)));
    all.soldOut().ifPresent(it -> fields.put("sold_full", days(it)));
    all.unbilled()
        .ifPresent(
            it ->
                fields.put(
                    "unbilled", Map.of("accounts", it.accounts(), "stored_bytes", it.bytes())));
    all.unbilled()
        .ifPresent(
            it ->
                fields.put(
                    "closed", Map.of("accounts", it.closed(), "stored_bytes", it.closedBytes())));
    all.overQuota().ifPresent(it -> fields.put("over_quota_services", it));
    fields.put("operations", operations(all.operations()));
    fields.put("months", UsageHistory.months(all.history()));
    Map<String, Long> history = new LinkedHashMap<>();
    all.history().forEach((day, bytes) -> history.put(day.toString(), bytes));
    fields.put("history", history);
    return fields;
  }

  private static Map<String, Object> sold(SoldSpace sold) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Map<String, Long> services = new LinkedHashMap<>();
    for (ItemStatus status : ItemStatus.values()) {
      services.put(
          status.name().toLowerCase(Locale.ROOT), sold.services().getOrDefault(status, 0L));
    }
    fields.put("services", services);
    fields.put("sold_bytes", sold.bytes());
    fields.put("unlimited_services", sold.unlimited());
    fields.put("unclear_services", sold.unclear());
    return fields;
  }

  private Map<String, Object> tariff(long id, SoldSpace sold) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("tariff", id);
    fields.put("name", names.tariff(id));
    fields.putAll(sold(sold));
    return fields;
  }

  private Map<String, Object> service(ServiceBytes service) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("service", service.item());
    fields.put("customer", names.customer(service.item()));
    fields.put("tariff", names.tariffOf(service.item()));
    fields.put("bytes", service.bytes());
    return fields;
  }

  private static Map<String, Object> days(Exhaustion when) {
    Map<String, Object> fields = new LinkedHashMap<>();
    when.earliest().map(LocalDate::toString).ifPresent(day -> fields.put("earliest", day));
    when.expected().map(LocalDate::toString).ifPresent(day -> fields.put("expected", day));
    when.latest().map(LocalDate::toString).ifPresent(day -> fields.put("latest", day));
    return fields;
  }

  private static Map<String, Object> operations(OperationOutcomeCounts counts) {
    Map<String, Object> fields = new LinkedHashMap<>();
    counts.failed().ifPresent(it -> fields.put("failed", it));
    counts.throttled().ifPresent(it -> fields.put("throttled", it));
    counts.waits().ifPresent(it -> fields.put("waits", it));
    fields.put("pending", counts.pending());
    fields.put("by_hand", counts.byHand());
    return fields;
  }
}
