package io.github.billnextcloud.cloud.probe;

/**
 * What a request costs by another credential, told from what one by the password took here: the
 * shares are those that were recorded on each product ({@code docs/design/performance.md}), and
 * hold on a slow host, too, where milliseconds of another do not.
 *
 * @param appPassword in percent of a request by the password
 * @param session in percent; of one that was kept from the event before
 * @param demandsConfirmation whether the app password changes nothing before the password was shown
 */
public record RecordedCosts(long appPassword, long session, boolean demandsConfirmation) {

  /** The first that lets an app password read only. */
  private static final int CONFIRMING_NEXTCLOUD = 34;

  public static RecordedCosts of(ServerStatus server) {
    if (server.product().equals("ownCloud")) {
      return new RecordedCosts(23, 23, false);
    }
    return new RecordedCosts(18, 10, server.generation() >= CONFIRMING_NEXTCLOUD);
  }

  public long appPasswordMillis(long byPassword) {
    return byPassword * appPassword / 100;
  }

  public long sessionMillis(long byPassword) {
    return byPassword * session / 100;
  }
}
