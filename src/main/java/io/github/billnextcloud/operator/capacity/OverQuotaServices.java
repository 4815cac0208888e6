package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.operator.metrics.SoldSpace.LimitReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Services that stored more than was sold to them when they were counted last, or soon will.
 *
 * @param services how many
 * @param most those that are over by the most, with the bytes by which they are
 * @param soon how many will be full soon
 * @param first those of these that will be the first
 */
record OverQuotaServices(long services, List<ServiceBytes> most, long soon, List<SoonFull> first) {

  /**
   * What is nearly full, or will be within a month if it grows as in the last one.
   *
   * @param bytes that are stored
   * @param limit what was sold
   * @param day when it is full; empty where it does not grow
   */
  record SoonFull(long item, long bytes, long limit, Optional<LocalDate> day) {

    private static final double NEARLY = 0.9;
    private static final int MONTH = 30;

    static final Comparator<SoonFull> ORDER =
        Comparator.comparing((SoonFull it) -> it.day.orElse(LocalDate.MAX))
            .thenComparing(it -> (double) it.limit / it.bytes)
            .thenComparing(SoonFull::item);

    static Optional<SoonFull> of(
        long item, long bytes, long limit, long before, UsageHistory.LastDay last) {
      double perDay = last.perDay(bytes - before);
      double days = perDay > 0 ? Math.ceil((limit - bytes) / perDay) : Double.POSITIVE_INFINITY;
      Optional<LocalDate> day =
          days <= MONTH ? Optional.of(last.date().plusDays((long) days)) : Optional.empty();
      return day.isPresent() || bytes >= limit * NEARLY
          ? Optional.of(new SoonFull(item, bytes, limit, day))
          : Optional.empty();
    }
  }

  /** Compares some hundred at once, and keeps none but those that are told. */
  static final class LimitComparator implements LimitReader {

    private static final int PAGE = 500;

    private final UsageHistory.LastDay last;
    private final Map<Long, Long> page = new LinkedHashMap<>();
    private final FirstInOrder<ServiceBytes> most;
    private final FirstInOrder<SoonFull> first;
    private long services;
    private long soon;

    /**
     * @param named how many are told of each
     */
    LimitComparator(UsageHistory.LastDay last, int named) {
      this.last = last;
      this.most = new FirstInOrder<>(ServiceBytes.MOST, named);
      this.first = new FirstInOrder<>(SoonFull.ORDER, named);
    }

    @Override
    public void take(long service, long bytes) {
      page.put(service, bytes);
      if (page.size() == PAGE) {
        compare();
      }
    }

    OverQuotaServices told() {
      compare();
      return new OverQuotaServices(services, most.all(), soon, first.all());
    }

    private void compare() {
      Map<Long, Long> counted = last.stored(List.copyOf(page.keySet()));
      List<Long> half = new ArrayList<>();
      page.forEach(
          (service, limit) -> {
            long bytes = counted.getOrDefault(service, 0L);
            if (bytes > limit) {
              services++;
              most.take(new ServiceBytes(service, bytes - limit));
            } else if (bytes > 0 && bytes >= limit / 2) {
              // What is less does not fill up in the time in which it came to that.
              half.add(service);
            }
          });
      Map<Long, Long> before = last.before(half);
      half.forEach(
          service ->
              SoonFull.of(
                      service,
                      counted.getOrDefault(service, 0L),
                      page.getOrDefault(service, 0L),
                      before.getOrDefault(service, 0L),
                      last)
                  .ifPresent(this::take));
      page.clear();
    }

    private void take(SoonFull service) {
      soon++;
      first.take(service);
    }
  }
}
