package io.github.billnextcloud.billmanager.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Where a service is in its life, by the panel's code in {@code item.status} (contract §4.13). */
public enum ItemStatus {
  /** Ordered and not paid for. */
  ORDERED(1),
  /** Paid for and in use. */
  ACTIVE(2),
  /** Kept from its customer. */
  SUSPENDED(3),
  DELETED(4),
  /** Something is being done about it: it is opened, or changes. */
  IN_WORK(5);

  private final long code;

  ItemStatus(long code) {
    this.code = code;
  }

  /** Empty when it is not told, or by a code that we do not know. */
  public static Optional<ItemStatus> of(OptionalLong code) {
    return Arrays.stream(values())
        .filter(status -> code.equals(OptionalLong.of(status.code)))
        .findFirst();
  }

  public long code() {
    return code;
  }
}
