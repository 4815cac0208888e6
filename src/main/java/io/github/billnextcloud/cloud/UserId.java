package io.github.billnextcloud.cloud;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name by which a cloud knows a user. Clouds compare it ignoring the case of a to z, and so do
 * we; of other letters ownCloud tells capitals apart, so there we do not take one for the other.
 *
 * @param value as BILLmanager keeps it, or as the cloud spells it
 * @param stableId by which the cloud knows the same user however called, where customers can rename
 *     themselves; empty where it is not known. Who has one is looked for by it, not by the name
 */
public record UserId(String value, Optional<String> stableId) implements Comparable<UserId> {

  /** What Nextcloud or ownCloud 10 accepts: up to 64 characters and nothing that is a path. */
  private static final Pattern ACCEPTED = Pattern.compile("[a-zA-Z0-9._@'+-][a-zA-Z0-9 ._@'+-]*");

  /** Characters. */
  public static final int LONGEST = 64;

  /** One that is known by the name alone. */
  public UserId(String value) {
    this(value, Optional.empty());
  }

  /**
   * One that is known by both.
   *
   * @param stableId as a record or a cloud has it, which leave it blank where there is none
   */
  public UserId(String value, String stableId) {
    this(value, Optional.of(stableId).filter(id -> !id.isBlank()));
  }

  /** True when the cloud's own id is known. */
  public boolean isIdentified() {
    return stableId.isPresent();
  }

  /**
   * The same for one account, whatever names it has had: where customers can rename themselves, two
   * may be on record by one name.
   */
  public Object key() {
    return isIdentified() ? stableId.orElseThrow() : this;
  }

  /**
   * The same user: by the cloud's own id where both have one, since there names change hands, by
   * the name otherwise.
   */
  public boolean isSame(UserId other) {
    return isIdentified() && other.isIdentified() ? stableId.equals(other.stableId) : equals(other);
  }

  /** One of them is the same user. */
  public boolean isAmong(Collection<UserId> users) {
    return users.stream().anyMatch(this::isSame);
  }

  /** Whoever has the name now: one who is made anew is another than was known. */
  public UserId byName() {
    return new UserId(value);
  }

  /**
   * The user id that this text would give; empty when no cloud takes it. Users who are there
   * already may be called otherwise.
   */
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
  public int compareTo(UserId other) {
    return folded().compareTo(other.folded());
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
    StringBuilder folded = new StringBuilder(value);
    for (int at = 0; at < value.length(); at++) {
      char letter = value.charAt(at);
      if (letter >= 'A' && letter <= 'Z') {
        folded.setCharAt(at, (char) (letter - 'A' + 'a'));
      }
    }
    return folded.toString();
  }

  @Override
  public String toString() {
    return value;
  }
}
