package io.github.billnextcloud.cloud;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name by which a cloud knows a user. Clouds compare it ignoring case, and so do we.
 *
 * @param value as BILLmanager keeps it, or as the cloud spells it
 */
public record UserId(String value) {

  /** What Nextcloud or ownCloud 10 accepts: up to 64 characters and nothing that is a path. */
  private static final Pattern ACCEPTED = Pattern.compile("[a-zA-Z0-9._@'+-][a-zA-Z0-9 ._@'+-]*");

  /** Characters. */
  public static final int LONGEST = 64;

  /** The user id that this text names; empty when no cloud would take it. */
  public static Optional<UserId> parse(String text) {
    boolean accepted =
        text.length() <= LONGEST
            && ACCEPTED.matcher(text).matches()
            && !text.endsWith(" ")
            && !text.equals("0")
            && !text.replace(".", "").isEmpty();
    return accepted ? Optional.of(new UserId(text)) : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserId id && folded().equals(id.folded());
  }

  @Override
  public int hashCode() {
    return folded().hashCode();
  }

  private String folded() {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
