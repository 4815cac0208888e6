package io.github.billnextcloud.cloud.probe;

import java.time.Instant;

/**
 * The certificate that a cloud shows, and whether it can be trusted.
 *
 * @param subject whose it says it is
 * @param issuer who signed it
 * @param until when it expires
 * @param trouble why it cannot be trusted
 * @param reason the same in the JDK's words; empty when there is nothing against it
 */
public record ServerCertificate(
    String subject, String issuer, Instant until, Trouble trouble, String reason) {

  /** What may be wrong with a certificate, by what there is to do about it. */
  public enum Trouble {
    NONE,
    EXPIRED,
    /** It is another host's. */
    OTHER_HOST,
    /** Nobody whom this Java trusts has signed it, or the chain has a gap. */
    UNKNOWN_ISSUER,
    OTHER
  }
}
