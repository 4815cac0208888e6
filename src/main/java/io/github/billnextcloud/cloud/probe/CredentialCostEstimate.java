package io.github.billnextcloud.cloud.probe;

import io.github.billnextcloud.cloud.UserIdRule;

/**
 * What a request costs by another credential, told from what one by the password took here: the
 * shares are those that were recorded on each product ({@code docs/design/performance.md}), and
 * hold on a slow host, too, where milliseconds of another do not.
 *
 * @param appPassword in percent of a request by the password
 * @param session in percent; of one that was kept from the event before
 * @param demandsConfirmation whether the app password changes nothing before the password was shown
 */
public record CredentialCostEstimate(long appPassword, long session, boolean demandsConfirmation) {

  /** There are no sessions. */
  private static final long WHOLE = 100;

  /** The first that lets an app password read only. */
  private static final int CONFIRMING_NEXTCLOUD = 34;

  public static CredentialCostEstimate of(ServerStatus server) {
    if (server.product().equals(UserIdRule.OWNCLOUD)) {
      return new CredentialCostEstimate(23, 23, false);
    }
    if (server.speaksGraph()) {
      boolean ofOpenCloud = server.product().equals(UserIdRule.OPENCLOUD);
      return new CredentialCostEstimate(ofOpenCloud ? 295 : 378, WHOLE, false);
    }
    boolean confirms =
        server.generation().stream().anyMatch(generation -> generation >= CONFIRMING_NEXTCLOUD);
    return new CredentialCostEstimate(18, 10, confirms);
  }

  public long appPasswordMillis(long byPassword) {
    return byPassword * appPassword / 100;
  }

  public long sessionMillis(long byPassword) {
    return byPassword * session / 100;
  }
}
