package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.operator.capacity.TopServices.ServiceBytes;
import io.github.billnextcloud.operator.metrics.SoldSpace.LimitReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Services that stored more than was sold to them when they were counted last.
 *
 * @param services how many
 * @param most the ten that are over by the most, with the bytes by which they are
 */
record OverQuotaServices(long services, List<ServiceBytes> most) {

  /** Compares some hundred at once, and keeps none but the ten. */
  static final class LimitComparator implements LimitReader {

    private static final int PAGE = 500;

    private final Function<List<Long>, Map<Long, Long>> stored;
    private final Map<Long, Long> page = new LinkedHashMap<>();
    private final TopServices most = new TopServices();
    private long services;

    /**
     * @param stored what these services store, in bytes; who was not counted is not in the answer
     */
    LimitComparator(Function<List<Long>, Map<Long, Long>> stored) {
      this.stored = stored;
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
      return new OverQuotaServices(services, most.all());
    }

    private void compare() {
      Map<Long, Long> counted = stored.apply(List.copyOf(page.keySet()));
      page.forEach(
          (service, limit) -> {
            long over = counted.getOrDefault(service, 0L) - limit;
            if (over > 0) {
              services++;
              most.take(new ServiceBytes(service, over));
            }
          });
      page.clear();
    }
  }
}
