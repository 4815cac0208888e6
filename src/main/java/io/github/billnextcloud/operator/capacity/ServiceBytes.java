package io.github.billnextcloud.operator.capacity;

import java.util.Comparator;

/** What a service stores, or by how much that has grown. */
record ServiceBytes(long item, long bytes) {

  /** The most first; of two with as much, the one that was there first. */
  static final Comparator<ServiceBytes> MOST =
      Comparator.comparingLong(ServiceBytes::bytes)
          .reversed()
          .thenComparingLong(ServiceBytes::item);
}
