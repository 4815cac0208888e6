package io.github.billnextcloud.operator.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Of all services that pass by, the ten with the most bytes. */
final class TopServices {

  private static final int KEPT = 10;

  /** The most first; of two with as much, the one that was there first. */
  private static final Comparator<ServiceBytes> MOST =
      Comparator.comparingLong(ServiceBytes::bytes)
          .reversed()
          .thenComparingLong(ServiceBytes::item);

  private final PriorityQueue<ServiceBytes> kept = new PriorityQueue<>(MOST.reversed());

  /** What a service stores, or by how much that has grown. */
  record ServiceBytes(long item, long bytes) {}

  void take(ServiceBytes service) {
    if (service.bytes() > 0) {
      kept.add(service);
      if (kept.size() > KEPT) {
        kept.remove();
      }
    }
  }

  List<ServiceBytes> all() {
    List<ServiceBytes> all = new ArrayList<>(kept);
    all.sort(MOST);
    return all;
  }
}
