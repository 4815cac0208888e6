package io.github.billnextcloud.billmanager.model;

/**
 * How BILLmanager sees the service itself (contract §4.13); what a document does not tell is taken
 * as its params suggest.
 *
 * @param elsewhere whether the saved address is the cloud of another processing module: the service
 *     was moved, and its user was not
 * @param suspended whether a suspension is in force
 * @param opened whether it was ever open; a suspended service may never have been
 * @param status {@code UNKNOWN} when a document does not tell
 * @param abused true when the staff has suspended it for abuse, and not for an unpaid bill
 */
public record ServiceStatus(
    ItemStatus status, boolean abused, boolean suspended, boolean opened, boolean elsewhere) {

  public static final ServiceStatus UNKNOWN =
      new ServiceStatus(ItemStatus.UNKNOWN, false, true, true, false);

  public ServiceStatus {
    suspended = suspended || status == ItemStatus.SUSPENDED;
  }

  /** Paid for and in use. */
  public boolean isActive() {
    return status == ItemStatus.ACTIVE;
  }

  /** Kept from its customer, and nothing is being done about it at this moment. */
  public boolean isSuspended() {
    return status == ItemStatus.SUSPENDED;
  }

  public boolean isDeleted() {
    return status == ItemStatus.DELETED;
  }

  /** Something is being done about it: it is ordered, or changes. */
  public boolean isInWork() {
    return status == ItemStatus.IN_WORK;
  }
}
