package io.github.billnextcloud.standin.panel;

/**
 * How a panel differs from the usual one.
 *
 * @param pkcs8Key whether {@code etc/billmgr.pem} is PKCS#8 instead of PKCS#1
 * @param unixSocket whether {@code paramlist} names a unix socket instead of a TCP address
 * @param realKey whether the key has a real panel's 2048 bits, instead of 1280, with which the
 *     program decrypts three times as fast
 * @param productType internal name of the seeded product type
 */
public record PanelOptions(
    boolean pkcs8Key, boolean unixSocket, boolean realKey, String productType) {

  /** A short PKCS#1 key, TCP and the product type {@code backupservice}. */
  public static PanelOptions defaults() {
    return new PanelOptions(false, false, false, "backupservice");
  }

  /** The same panel with its key as PKCS#8. */
  public PanelOptions withPkcs8Key() {
    return new PanelOptions(true, unixSocket, realKey, productType);
  }

  /** The same panel with its database behind a unix socket. */
  public PanelOptions withUnixSocket() {
    return new PanelOptions(pkcs8Key, true, realKey, productType);
  }

  /** The same panel with another name for the product type. */
  public PanelOptions withProductType(String intname) {
    return new PanelOptions(pkcs8Key, unixSocket, realKey, intname);
  }

  /** The same panel with a key that takes its time, and secrets of more than 149 bytes. */
  public PanelOptions withRealKey() {
    return new PanelOptions(pkcs8Key, unixSocket, true, productType);
  }
}
