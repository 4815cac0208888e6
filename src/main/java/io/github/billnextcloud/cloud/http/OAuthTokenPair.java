package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an administrator has granted by OAuth: a pair of tokens, of which the second gets a new pair
 * once. A pair whose successor was not kept is lost, and then somebody must grant it anew.
 *
 * @param id of the consent: the same however often the tokens have changed
 * @param asPassword whether the server takes the access token for a password, as Nextcloud does:
 *     before 29 it lets no other way change anything
 * @param access blank when the grant is lost
 * @param refresh blank when the grant is lost
 */
public record OAuthTokenPair(
    String id, boolean asPassword, Secret access, Secret refresh, Instant made, Instant ends) {

  /** Of the text; another one is no grant. */
  private static final String VERSION = "1";

  private static final int LINES = 6;

  /** So long before its end a token is not sent any more: a request may take that long. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  /** As long as no server lets one live shorter. */
  static final Duration FRESH = Duration.ofMinutes(1);

  /**
   * As {@link #accessText} has written it; empty for anything else. The panel encrypts some hundred
   * bytes at once, which is too little for both tokens.
   */
  public static Optional<OAuthTokenPair> parse(Secret accessText, Secret refresh) {
    List<String> lines = Arrays.asList(accessText.reveal().split("\n", -1));
    if (lines.size() != LINES || !lines.get(0).equals(VERSION)) {
      return Optional.empty();
    }
    return Optional.of(
        new OAuthTokenPair(
            lines.get(1),
            lines.get(2).equals("password"),
            new Secret(lines.get(5)),
            refresh,
            time(lines.get(3)),
            time(lines.get(4))));
  }

  private static Instant time(String seconds) {
    return seconds.matches("\\d{1,12}")
        ? Instant.ofEpochSecond(Long.parseLong(seconds))
        : Instant.EPOCH;
  }

  /** The access token and what is known of it, for where secrets are kept. */
  public Secret accessText() {
    return new Secret(
        String.join(
            "\n",
            VERSION,
            id,
            asPassword ? "password" : "bearer",
            Long.toString(made.getEpochSecond()),
            Long.toString(ends.getEpochSecond()),
            access.reveal()));
  }

  /** Nobody has to ask the server again to know that it gives no more tokens. */
  public OAuthTokenPair lost() {
    Secret none = new Secret("");
    return new OAuthTokenPair(id, asPassword, none, none, made, ends);
  }

  public boolean isLost() {
    return refresh.isBlank();
  }

  boolean isDue(Instant now) {
    return !now.plus(MARGIN).isBefore(ends);
  }

  /** It was refused for another reason than its age. */
  public boolean isFresh(Instant now) {
    return Duration.between(made, now).abs().compareTo(FRESH) < 0;
  }
}
