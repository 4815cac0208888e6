package io.github.billnextcloud.standin.panel;

/**
 * How a panel differs from the usual one.
 *
 * @param pkcs8Key whether {@code etc/billmgr.pem} is PKCS#8 instead of PKCS#1
 * @param unixSocket whether {@code paramlist} names a unix socket instead of a TCP address
 * @param productType internal name of the seeded product type
 */
public record PanelOptions(boolean pkcs8Key, boolean unixSocket, String productType) {

  /** PKCS#1, TCP and the product type {@code backupservice}. */
  public static PanelOptions defaults() {
    return new PanelOptions(false, false, "backupservice");
  }

  /** The same panel with its key as PKCS#8. */
  public PanelOptions withPkcs8Key() {
    return new PanelOptions(true, unixSocket, productType);
  }

  /** The same panel with its database behind a unix socket. */
  public PanelOptions withUnixSocket() {
    return new PanelOptions(pkcs8Key, true, productType);
  }

  /** The same panel with another name for the product type. */
  public PanelOptions withProductType(String intname) {
    return new PanelOptions(pkcs8Key, unixSocket, intname);
  }
}
