package io.github.billnextcloud.billmanager;

/**
 * How BILLmanager sees the service itself (contract §4.13).
 *
 * @param status the item's status code; 0 when a document does not tell
 * @param abused true when the staff has suspended it for abuse, and not for an unpaid bill
 */
public record Standing(long status, boolean abused) {

  public static final Standing UNKNOWN = new Standing(0, false);

  private static final long DELETED = 4;

  public boolean isDeleted() {
    return status == DELETED;
  }
}
