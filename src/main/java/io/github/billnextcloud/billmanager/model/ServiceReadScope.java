package io.github.billnextcloud.billmanager.model;

/**
 * How much of a service a command needs: what it does not read cannot fail it. A suspension must
 * not wait for somebody to mend a tariff's unit, or the panel's key.
 */
public enum ServiceReadScope {
  /** Who its user is, in which cloud, and the tariff's own settings. */
  ACCOUNT,
  /** And what was ordered: the former tariff, add-ons, units, the customer. */
  ORDER,
  /** And the saved secrets. */
  EVERYTHING;

  public boolean includes(ServiceReadScope other) {
    return compareTo(other) >= 0;
  }
}
