package io.github.billnextcloud.billmanager.model;

import java.util.Optional;

/**
 * How BILLmanager sees the service itself (contract §4.13); what a document does not tell is taken
 * as its params suggest.
 *
 * @param elsewhere whether the saved address is the cloud of another processing module: the service
 *     was moved, and its user was not
 * @param suspended whether a suspension is in force
 * @param opened whether it was ever open; a suspended service may never have been
 * @param status empty when a document does not tell
 * @param abused true when the staff has suspended it for abuse, and not for an unpaid bill
 */
public record ServiceStatus(
    Optional<ItemStatus> status,
    boolean abused,
    boolean suspended,
    boolean opened,
    boolean elsewhere) {

  public static final ServiceStatus UNKNOWN =
      new ServiceStatus(Optional.empty(), false, true, true, false);

  public ServiceStatus {
    suspended = suspended || status.equals(Optional.of(ItemStatus.SUSPENDED));
  }

  /** Paid for and in use. */
  public boolean isActive() {
    return is(ItemStatus.ACTIVE);
  }

  /** Kept from its customer, and nothing is being done about it at this moment. */
  public boolean isSuspended() {
    return is(ItemStatus.SUSPENDED);
  }

  public boolean isDeleted() {
    return is(ItemStatus.DELETED);
  }

  /** Something is being done about it: it is ordered, or changes. */
  public boolean isInWork() {
    return is(ItemStatus.IN_WORK);
  }

  /** The customer has it: in use, suspended, or something is being done about it just now. */
  public boolean isPaidFor() {
    return isActive() || isSuspended() || isInWork();
  }

  private boolean is(ItemStatus one) {
    return status.equals(Optional.of(one));
  }
}
