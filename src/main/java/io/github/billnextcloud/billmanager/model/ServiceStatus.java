package io.github.billnextcloud.billmanager.model;

/**
 * How BILLmanager sees the service itself (contract §4.13); what a document does not tell is taken
 * as its params suggest.
 *
 * @param elsewhere whether the saved address is the cloud of another processing module: the service
 *     was moved, and its user was not
 * @param suspended whether a suspension is in force
 * @param opened whether it was ever open; a suspended service may never have been
 * @param status the item's status code; 0 when a document does not tell
 * @param abused true when the staff has suspended it for abuse, and not for an unpaid bill
 */
public record ServiceStatus(
    long status, boolean abused, boolean suspended, boolean opened, boolean elsewhere) {

  public static final ServiceStatus UNKNOWN = new ServiceStatus(0, false, true, true, false);

  private static final long ACTIVE = 2;
  private static final long SUSPENDED = 3;
  private static final long DELETED = 4;
  private static final long IN_WORK = 5;

  public ServiceStatus {
    suspended = suspended || status == SUSPENDED;
  }

  /** Paid for and in use. */
  public boolean isActive() {
    return status == ACTIVE;
  }

  /** Kept from its customer, and nothing is being done about it at this moment. */
  public boolean isSuspended() {
    return status == SUSPENDED;
  }

  public boolean isDeleted() {
    return status == DELETED;
  }

  /** Something is being done about it: it is ordered, or changes. */
  public boolean isInWork() {
    return status == IN_WORK;
  }
}
