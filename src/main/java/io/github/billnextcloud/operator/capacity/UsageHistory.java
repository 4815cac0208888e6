package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.operator.capacity.TopServices.ServiceBytes;
import io.github.billnextcloud.provisioning.SoldQuotaCalculator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the services of a processing module have stored, day by day, as the panel's statistics have
 * it (contract §6). The database adds up some hundred services at once by its own key: neither one
 * of its answers nor what is kept here grows with the customers.
 *
 * @param since from when on the growth of services is looked at
 */
record UsageHistory(
    NavigableMap<LocalDate, Long> days,
    Optional<LocalDate> since,
    List<ServiceBytes> largest,
    List<ServiceBytes> growing) {

  private static final int PAGE = 500;
  private static final int YEARS = 2;

  /** Over how many days services are compared. */
  private static final int MONTH = 30;

  /**
   * @param counted the last day on which all services had been counted: of a later one only some
   *     were, since the count goes on or has failed. Empty when that is not known
   */
  static UsageHistory of(
      LocalPanel panel, ProcessingModule module, LocalDate today, Optional<LocalDate> counted) {
    try (JdbcSession database = panel.database()) {
      MeasureConversion measures = panel.reader(database).measures();
      Statistics statistics = new Statistics(database, measures, module);
      NavigableMap<LocalDate, Long> days = new TreeMap<>();
      statistics.eachDay(
          today.minusYears(YEARS), (day, bytes) -> days.merge(day, bytes, Long::sum));
      counted.ifPresent(last -> days.tailMap(last, false).clear());
      if (days.isEmpty()) {
        return new UsageHistory(days, Optional.empty(), List.of(), List.of());
      }
      LocalDate last = days.lastKey();
      LocalDate since = days.ceilingKey(last.minusDays(MONTH));
      TopServices largest = new TopServices();
      TopServices growing = new TopServices();
      statistics.eachService(since, last, largest, growing);
      return new UsageHistory(days, Optional.of(since), largest.all(), growing.all());
    }
  }

  /** Of all together; who was not counted on a day has what was counted last. */
  static NavigableMap<LocalDate, Long> sum(Collection<NavigableMap<LocalDate, Long>> all) {
    NavigableMap<LocalDate, Long> sum = new TreeMap<>();
    all.forEach(days -> days.keySet().forEach(day -> sum.put(day, 0L)));
    sum.replaceAll(
        (day, none) ->
            all.stream()
                .mapToLong(
                    days ->
                        Optional.ofNullable(days.floorEntry(day))
                            .map(Map.Entry::getValue)
                            .orElse(0L))
                .sum());
    return sum;
  }

  /** What was counted last in each month. */
  static NavigableMap<String, Long> months(NavigableMap<LocalDate, Long> days) {
    NavigableMap<String, Long> months = new TreeMap<>();
    days.forEach((day, bytes) -> months.put(day.toString().substring(0, 7), bytes));
    return months;
  }

  /** The panel's table, page by page. */
  private record Statistics(
      JdbcSession database, MeasureConversion measures, ProcessingModule module) {

    /** What takes the bytes of one day. */
    private interface DayReader {
      void take(LocalDate day, long bytes);
    }

    void eachDay(LocalDate since, DayReader reader) {
      List<String> names = names();
      eachPage(
          items -> {
            List<Object> values = new ArrayList<>(items);
            values.addAll(names);
            values.add(since.toString());
            database
                .query(
                    "SELECT DATE(s.statdate) AS day, m.intname AS unit, SUM(s.value) AS amount"
                        + of(items, names)
                        + " AND s.statdate >= ? GROUP BY DATE(s.statdate), m.intname",
                    values.toArray())
                .forEach(row -> reader.take(LocalDate.parse(row.text("day")), bytes(row)));
          });
    }

    /** Who was not there at the beginning has grown from nothing. */
    void eachService(LocalDate since, LocalDate day, TopServices largest, TopServices growing) {
      eachPage(
          items -> {
            Map<Long, Long> now = on(day, items);
            Map<Long, Long> before = since.equals(day) ? Map.of() : at(since, now.keySet());
            now.forEach(
                (item, bytes) -> {
                  largest.take(new ServiceBytes(item, bytes));
                  if (!since.equals(day)) {
                    long grown = bytes - before.getOrDefault(item, 0L);
                    growing.take(new ServiceBytes(item, grown));
                  }
                });
          });
    }

    /** Who was not counted on that day stored what was counted last in the month before. */
    private Map<Long, Long> at(LocalDate day, Collection<Long> items) {
      if (items.isEmpty()) {
        return Map.of();
      }
      Map<Long, Long> bytes = on(day, items);
      List<Long> untold = items.stream().filter(it -> !bytes.containsKey(it)).toList();
      if (!untold.isEmpty()) {
        between(day.minusDays(MONTH), day, untold)
            .forEach((item, days) -> bytes.put(item, days.lastEntry().getValue()));
      }
      return bytes;
    }

    /** From the first day on and before the other: service → day → bytes. */
    private Map<Long, NavigableMap<LocalDate, Long>> between(
        LocalDate first, LocalDate end, List<Long> items) {
      List<String> names = names();
      List<Object> values = new ArrayList<>(items);
      values.addAll(names);
      values.addAll(List.of(first.toString(), end.toString()));
      Map<Long, NavigableMap<LocalDate, Long>> found = new HashMap<>();
      database
          .query(
              "SELECT s.item, DATE(s.statdate) AS day, m.intname AS unit, s.value AS amount"
                  + of(items, names)
                  + " AND s.statdate >= ? AND s.statdate < ?",
              values.toArray())
          .forEach(
              row ->
                  found
                      .computeIfAbsent(row.number("item").orElseThrow(), none -> new TreeMap<>())
                      .merge(LocalDate.parse(row.text("day")), bytes(row), Long::sum));
      return found;
    }

    private Map<Long, Long> on(LocalDate day, Collection<Long> items) {
      List<String> names = names();
      List<Object> values = new ArrayList<>(items);
      values.addAll(names);
      values.add(day.toString());
      Map<Long, Long> bytes = new HashMap<>();
      database
          .query(
              "SELECT s.item, m.intname AS unit, s.value AS amount"
                  + of(items, names)
                  + " AND s.statdate = ?",
              values.toArray())
          .forEach(row -> bytes.merge(row.number("item").orElseThrow(), bytes(row), Long::sum));
      return bytes;
    }

    private static String of(Collection<Long> items, List<String> names) {
      return " FROM itemstat s LEFT JOIN measure m ON m.id = s.measure WHERE s.item IN ("
          + places(items.size())
          + ") AND LOWER(s.param) IN ("
          + places(names.size())
          + ")";
    }

    private static String places(int count) {
      return String.join(", ", Collections.nCopies(count, "?"));
    }

    private List<String> names() {
      return List.copyOf(SoldQuotaCalculator.names(module));
    }

    private void eachPage(Consumer<List<Long>> reader) {
      long last = 0;
      List<Long> page;
      do {
        page =
            database
                .query(
                    "SELECT id FROM item WHERE processingmodule = ? AND COALESCE(parent, 0) = 0"
                        + " AND id > ? ORDER BY id LIMIT "
                        + PAGE,
                    module.id(),
                    last)
                .stream()
                .map(Row::id)
                .toList();
        if (!page.isEmpty()) {
          reader.accept(page);
          last = page.get(page.size() - 1);
        }
      } while (page.size() == PAGE);
    }

    /** What is in no unit of space is no space. */
    private long bytes(Row row) {
      BigDecimal amount = row.decimal("amount").orElse(BigDecimal.ZERO);
      return measures.toBytes(amount, row.text("unit")).map(BigInteger::longValue).orElse(0L);
    }
  }
}
