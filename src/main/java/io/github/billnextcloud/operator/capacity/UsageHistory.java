package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.provisioning.SoldQuotaCalculator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What the services of a processing module have stored, as the panel's statistics have it (contract
 * §6): of the last three months by the day, before these by week and month, since nothing is made
 * of more. The database adds up some hundred services at once by its own key: neither one of its
 * answers nor what is kept here grows with the customers.
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

  private static final int WEEK = 7;

  /**
   * @param counted the last day on which all services had been counted: of a later one only some
   *     were, since the count goes on or has failed. Empty when that is not known
   */
  static UsageHistory of(
      LocalPanel panel, ProcessingModule module, LocalDate today, Optional<LocalDate> counted) {
    LocalDate until = counted.filter(it -> it.isBefore(today)).orElse(today);
    try (JdbcSession database = panel.database()) {
      MeasureConversion measures = panel.reader(database).measures();
      Statistics statistics = new Statistics(database, measures, module);
      NavigableMap<LocalDate, Long> days =
          statistics.sums(told(statistics.counted(today.minusYears(YEARS), until)));
      if (days.isEmpty()) {
        return new UsageHistory(days, Optional.empty(), List.of(), List.of());
      }
      LocalDate last = days.lastKey();
      LocalDate since = days.ceilingKey(last.minusDays(MONTH));
      FirstInOrder<ServiceBytes> largest = new FirstInOrder<>(ServiceBytes.MOST, FirstInOrder.TEN);
      FirstInOrder<ServiceBytes> growing = new FirstInOrder<>(ServiceBytes.MOST, FirstInOrder.TEN);
      statistics.eachService(since, last, largest, growing);
      return new UsageHistory(days, Optional.of(since), largest.all(), growing.all());
    }
  }

  /** What services stored on the last counted day; to be closed. */
  LastDay lastDay(LocalPanel panel, ProcessingModule module) {
    JdbcSession database = panel.database();
    MeasureConversion measures = panel.reader(database).measures();
    return new LastDay(this, new Statistics(database, measures, module));
  }

  /** Asked for some hundred services after the other, in one session with the panel's database. */
  record LastDay(UsageHistory history, Statistics statistics) implements AutoCloseable {

    Map<Long, Long> stored(List<Long> items) {
      return items.isEmpty() || history.days.isEmpty() ? Map.of() : statistics.on(date(), items);
    }

    /** When growth begins to be looked at. */
    Map<Long, Long> before(List<Long> items) {
      return items.isEmpty() ? Map.of() : statistics.at(history.since.orElse(date()), items);
    }

    LocalDate date() {
      return history.days.lastKey();
    }

    /** Of what has grown since then. */
    double perDay(long grown) {
      long days = ChronoUnit.DAYS.between(history.since.orElse(date()), date());
      return days == 0 ? 0 : (double) grown / days;
    }

    @Override
    public void close() {
      statistics.database().close();
    }
  }

  /** Of all counted days those that are told: the first one, too, with which the history begins. */
  static NavigableSet<LocalDate> told(NavigableSet<LocalDate> counted) {
    if (counted.isEmpty()) {
      return counted;
    }
    LocalDate recent = counted.last().minusDays(StorageTrend.WINDOW);
    NavigableSet<LocalDate> told = new TreeSet<>(counted.tailSet(recent, true));
    told.add(counted.first());
    Map<Object, LocalDate> ends = new HashMap<>();
    for (LocalDate day : counted.headSet(recent, false)) {
      ends.put(YearMonth.from(day), day);
      ends.put(Math.floorDiv(day.toEpochDay(), WEEK), day);
    }
    told.addAll(ends.values());
    return told;
  }

  /** Whether nothing but the telling by weeks keeps a counted day and a later one apart. */
  static boolean isByWeek(LocalDate counted, LocalDate later, LocalDate last) {
    return counted.isBefore(last.minusDays(StorageTrend.WINDOW))
        && later.isBefore(counted.plusDays(2 * WEEK - 1));
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
  record Statistics(JdbcSession database, MeasureConversion measures, ProcessingModule module) {

    private static final String STATISTICS =
        " FROM itemstat s LEFT JOIN measure m ON m.id = s.measure";

    /** On which days anybody was counted: of most the first page tells, and the key alone. */
    NavigableSet<LocalDate> counted(LocalDate since, LocalDate until) {
      NavigableSet<LocalDate> days = new TreeSet<>();
      NavigableSet<LocalDate> open = new TreeSet<>();
      since.datesUntil(until.plusDays(1)).forEach(open::add);
      List<String> names = names();
      eachPage(
          items -> {
            if (!open.isEmpty()) {
              database
                  .query(
                      "SELECT DISTINCT DATE(s.statdate) AS day FROM itemstat s"
                          + of(items, names)
                          + on(open),
                      values(items, names, open))
                  .forEach(row -> days.add(LocalDate.parse(row.text("day"))));
              open.removeAll(days);
            }
          });
      return days;
    }

    NavigableMap<LocalDate, Long> sums(NavigableSet<LocalDate> days) {
      NavigableMap<LocalDate, Long> sums = new TreeMap<>();
      List<String> names = names();
      if (!days.isEmpty()) {
        eachPage(
            items ->
                database
                    .query(
                        "SELECT DATE(s.statdate) AS day, m.intname AS unit, SUM(s.value) AS amount"
                            + STATISTICS
                            + of(items, names)
                            + on(days)
                            + " GROUP BY s.statdate, m.intname",
                        values(items, names, days))
                    .forEach(
                        row ->
                            sums.merge(LocalDate.parse(row.text("day")), bytes(row), Long::sum)));
      }
      return sums;
    }

    /** Who was not there at the beginning has grown from nothing. */
    void eachService(
        LocalDate since,
        LocalDate day,
        FirstInOrder<ServiceBytes> largest,
        FirstInOrder<ServiceBytes> growing) {
      eachPage(
          items -> {
            Map<Long, Long> now = on(day, items);
            Map<Long, Long> before = since.equals(day) ? Map.of() : at(since, now.keySet());
            now.forEach(
                (item, bytes) -> {
                  take(largest, item, bytes);
                  if (!since.equals(day)) {
                    take(growing, item, bytes - before.getOrDefault(item, 0L));
                  }
                });
          });
    }

    private static void take(FirstInOrder<ServiceBytes> first, long item, long bytes) {
      if (bytes > 0) {
        first.take(new ServiceBytes(item, bytes));
      }
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
      Map<Long, NavigableMap<LocalDate, Long>> found = new HashMap<>();
      database
          .query(
              "SELECT s.item, DATE(s.statdate) AS day, m.intname AS unit, s.value AS amount"
                  + STATISTICS
                  + of(items, names)
                  + " AND s.statdate >= ? AND s.statdate < ?",
              values(items, names, List.of(first, end)))
          .forEach(
              row ->
                  found
                      .computeIfAbsent(row.number("item").orElseThrow(), none -> new TreeMap<>())
                      .merge(LocalDate.parse(row.text("day")), bytes(row), Long::sum));
      return found;
    }

    private Map<Long, Long> on(LocalDate day, Collection<Long> items) {
      List<String> names = names();
      Map<Long, Long> bytes = new HashMap<>();
      database
          .query(
              "SELECT s.item, m.intname AS unit, s.value AS amount"
                  + STATISTICS
                  + of(items, names)
                  + " AND s.statdate = ?",
              values(items, names, List.of(day)))
          .forEach(row -> bytes.merge(row.number("item").orElseThrow(), bytes(row), Long::sum));
      return bytes;
    }

    private static String on(Collection<LocalDate> days) {
      return " AND s.statdate IN (" + JdbcSession.places(days.size()) + ")";
    }

    private static String of(Collection<Long> items, List<String> names) {
      return " WHERE s.item IN ("
          + JdbcSession.places(items.size())
          + ") AND LOWER(s.param) IN ("
          + JdbcSession.places(names.size())
          + ")";
    }

    private static Object[] values(
        Collection<Long> items, List<String> names, Collection<LocalDate> days) {
      List<Object> values = new ArrayList<>(items);
      values.addAll(names);
      days.forEach(day -> values.add(day.toString()));
      return values.toArray();
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
