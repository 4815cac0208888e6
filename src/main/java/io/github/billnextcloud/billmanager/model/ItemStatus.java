package io.github.billnextcloud.billmanager.model;

import java.util.Arrays;
import java.util.OptionalLong;

/** Where a service is in its life, by the panel's code in {@code item.status} (contract §4.13). */
public enum ItemStatus {
  /** Not told, or by a code that we do not know. */
  UNKNOWN(0),
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

  public static ItemStatus of(long code) {
    return Arrays.stream(values())
        .filter(status -> status.code == code)
        .findFirst()
        .orElse(UNKNOWN);
  }

  public static ItemStatus of(OptionalLong code) {
    return code.isPresent() ? of(code.getAsLong()) : UNKNOWN;
  }

  public long code() {
    return code;
  }
}
