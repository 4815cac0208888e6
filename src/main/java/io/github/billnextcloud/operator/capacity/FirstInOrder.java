package io.github.billnextcloud.operator.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Of all that passes by, those that come first: no more are kept than are told. */
final class FirstInOrder<T> {

  /** That a person reads. */
  static final int TEN = 10;

  private final Comparator<T> order;
  private final int most;
  private final PriorityQueue<T> kept;

  FirstInOrder(Comparator<T> order, int most) {
    this.order = order;
    this.most = most;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  void take(T next) {
    kept.add(next);
    if (kept.size() > most) {
      kept.remove();
    }
  }

  List<T> all() {
    List<T> all = new ArrayList<>(kept);
    all.sort(order);
    return all;
  }
}
