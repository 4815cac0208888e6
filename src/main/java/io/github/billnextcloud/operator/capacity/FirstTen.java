package io.github.billnextcloud.operator.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Of all that passes by, the ten that come first. */
final class FirstTen<T> {

  private static final int KEPT = 10;

  private final Comparator<T> order;
  private final PriorityQueue<T> kept;

  FirstTen(Comparator<T> order) {
    this.order = order;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  void take(T next) {
    kept.add(next);
    if (kept.size() > KEPT) {
      kept.remove();
    }
  }

  List<T> all() {
    List<T> all = new ArrayList<>(kept);
    all.sort(order);
    return all;
  }
}
