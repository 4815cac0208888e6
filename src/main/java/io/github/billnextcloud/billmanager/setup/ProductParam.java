package io.github.billnextcloud.billmanager.setup;

/**
 * A param of all services of a product, and who sees it (contract §7.1). Staff alone may write it.
 *
 * @param readLevel one of {@link #CUSTOMER} and {@link #STAFF}
 * @param crypted true for a secret
 * @param asked true when staff that opens a service by hand is to type it
 */
public record ProductParam(
    String intname,
    BilingualLabel name,
    BilingualLabel hint,
    int readLevel,
    boolean crypted,
    boolean asked) {

  /** The access level of customers. */
  public static final int CUSTOMER = 16;

  /** The access level of the provider's staff. */
  public static final int STAFF = 29;
}
